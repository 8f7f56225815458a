package org.ytterby.app;

import java.io.PrintWriter;
import java.util.Base64;
import java.util.List;
import org.ytterby.core.proof.Checkpoint;
import org.ytterby.core.proof.Cosignature;
import org.ytterby.core.proof.Difference;
import org.ytterby.core.proof.Receipt;
import org.ytterby.core.proof.Refusal;
import org.ytterby.core.proof.TrustPolicy;
import org.ytterby.server.backup.DatabaseCheck;
import org.ytterby.server.proof.LogAudit;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Prints what `ytterby verify` found for a program.
final class VerificationJson {
    private static final JsonMapper JSON = JsonMapper.shared();

    private VerificationJson() {}

    static void write(Verification answer, PrintWriter out) {
        ObjectNode root = JSON.createObjectNode();
        root.put("holds", answer.holds());
        switch (answer) {
            case Verification.Entry(Receipt receipt, TrustPolicy.Trusted trusted) -> {
                checkpoint(root, trusted.checkpoint());
                root.put("index", receipt.index());
                root.put(
                        "content_base64",
                        Base64.getEncoder().encodeToString(receipt.entry().content()));
                cosignatures(root.putArray("cosignatures"), trusted.cosignatures());
            }
            case Verification.Log log -> log(root, log);
            case Verification.Ledger(Verification.Log log, long position) -> {
                log(root, log);
                root.put("position", position);
            }
            case Verification.LedgerDiffers(String difference) ->
                    reason(root, Verification.LedgerDiffers.CODE, difference, difference);
            case Verification.WitnessObjects(String witness, String code, String en, String zh) -> {
                root.put("witness", witness);
                reason(root, code, en, zh);
            }
            case Verification.Refused(Refusal(var code, String en, String zh)) ->
                    reason(root, code.text(), en, zh);
            case Verification.Differs(Difference difference) ->
                    reason(root, difference.code(), difference.en(), difference.zh());
            case Verification.Database(DatabaseCheck.Outcome outcome) -> database(root, outcome);
        }
        out.println(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root));
    }

    private static void log(ObjectNode root, Verification.Log log) {
        checkpoint(root, log.trusted().checkpoint());
        root.put("earlier_checkpoints", log.kept());
        cosignatures(root.putArray("cosignatures"), log.trusted().cosignatures());
    }

    private static void database(ObjectNode root, DatabaseCheck.Outcome outcome) {
        root.put("entries", outcome.ledger().entries());
        if (outcome.log()
                instanceof LogAudit.Outcome.Whole(TrustPolicy.Trusted newest, int checkpoints)) {
            log(root, new Verification.Log(newest, checkpoints));
        }
        ArrayNode differences = root.putArray("differences");
        for (DatabaseFinding finding : DatabaseFinding.of(outcome)) {
            reason(differences.addObject(), finding.code(), finding.en(), finding.zh());
        }
    }

    private static void checkpoint(ObjectNode node, Checkpoint checkpoint) {
        node.put("origin", checkpoint.origin());
        node.put("size", checkpoint.size());
        node.put("root", checkpoint.root().base64());
    }

    private static void cosignatures(ArrayNode array, List<Cosignature> cosignatures) {
        for (Cosignature cosignature : cosignatures) {
            ObjectNode node = array.addObject();
            node.put("witness", cosignature.witness());
            node.put("time", VerificationText.time(cosignature.timeS()));
        }
    }

    private static void reason(ObjectNode node, String code, String en, String zh) {
        node.put("code", code);
        node.put("message", en);
        node.put("message_zh", zh);
    }
}
