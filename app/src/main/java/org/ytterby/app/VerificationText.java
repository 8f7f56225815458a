package org.ytterby.app;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.ytterby.core.proof.Checkpoint;
import org.ytterby.core.proof.Cosignature;
import org.ytterby.core.proof.Difference;
import org.ytterby.core.proof.Receipt;
import org.ytterby.core.proof.Refusal;
import org.ytterby.core.proof.TrustPolicy;
import org.ytterby.server.backup.DatabaseCheck;
import org.ytterby.server.proof.LogAudit;

/// Prints what `ytterby verify` found for a person at a terminal.
final class VerificationText {
    private static final int CONTENT_SHOWN = 600;

    /// 9999-12-31T23:59:59Z, the last second with a year of four digits.
    private static final long LAST_DATE_S = 253_402_300_799L;

    private final Screen screen;
    private final Language language;

    VerificationText(Screen screen, Language language) {
        this.screen = screen;
        this.language = language;
    }

    void print(Verification answer) {
        switch (answer) {
            case Verification.Entry(Receipt receipt, TrustPolicy.Trusted trusted) -> {
                print(receipt, trusted.checkpoint());
                printWitnesses(trusted.cosignatures());
                printContent(receipt.entry().content());
            }
            case Verification.Log(TrustPolicy.Trusted trusted, int kept) -> {
                print(trusted.checkpoint(), kept);
                printWitnesses(trusted.cosignatures());
            }
            case Verification.Ledger(Verification.Log log, long position) -> {
                print(log);
                line(
                        language.pick(
                                        "The ledger's tables follow from its first %d entries.",
                                        "台账各表与前 %d 个条目相符。")
                                .formatted(position));
            }
            case Verification.LedgerDiffers(String difference) ->
                    printFailure(
                            language.pick("Not what follows from the entries", "与条目不符"),
                            Verification.LedgerDiffers.CODE,
                            difference);
            case Verification.WitnessObjects(String witness, String code, String en, String zh) ->
                    printFailure(
                            language.pick("Witness ", "见证方 ") + witness,
                            code,
                            language.pick(en, zh));
            case Verification.Refused(Refusal refusal) ->
                    printFailure(
                            language.pick("Not proven", "未获证明"),
                            refusal.code().text(),
                            language.pick(refusal.en(), refusal.zh()));
            case Verification.Differs(Difference difference) ->
                    printFailure(
                            language.pick("Not as signed", "与签署时不符"),
                            difference.code(),
                            language.pick(difference.en(), difference.zh()));
            case Verification.Database(DatabaseCheck.Outcome outcome) -> print(outcome);
        }
    }

    private void print(DatabaseCheck.Outcome outcome) {
        for (DatabaseFinding finding : DatabaseFinding.of(outcome)) {
            printFailure(
                    language.pick("Not as recorded", "与记录时不符"),
                    finding.code(),
                    language.pick(finding.en(), finding.zh()));
        }
        if (!outcome.holds()) {
            return;
        }
        line(
                screen.bold(
                        language.pick(
                                        "Whole: every table is as the %d entries of the ledger make it.",
                                        "完好：各表均与台账的 %d 个条目相符。")
                                .formatted(outcome.ledger().entries())));
        if (outcome.log()
                instanceof LogAudit.Outcome.Whole(TrustPolicy.Trusted newest, int checkpoints)) {
            print(newest.checkpoint(), checkpoints);
            printWitnesses(newest.cosignatures());
        } else {
            line(language.pick("Nothing is signed yet.", "尚未签署任何检查点。"));
        }
    }

    private void print(Receipt receipt, Checkpoint checkpoint) {
        line(
                screen.bold(
                        language.pick(
                                        "Proven: entry %d stands in log %s of %d entries.",
                                        "已证明：条目 %d 在日志 %s 中（共 %d 个条目）。")
                                .formatted(
                                        receipt.index(), checkpoint.origin(), checkpoint.size())));
    }

    private void print(Checkpoint checkpoint, int kept) {
        line(
                screen.bold(
                        language.pick(
                                        "Whole: all %d entries of log %s are as signed; %d earlier checkpoints agree.",
                                        "完好：日志 %2$s 的 %1$d 个条目均与签署时相符；%3$d 个更早的检查点一致。")
                                .formatted(checkpoint.size(), checkpoint.origin(), kept)));
        line(language.pick("root: ", "根：") + checkpoint.root().base64());
    }

    private void printWitnesses(List<Cosignature> cosignatures) {
        if (cosignatures.isEmpty()) {
            line(
                    language.pick(
                            "Signed by the log alone; no witness was asked for.", "仅有日志签名，未要求见证。"));
        }
        for (Cosignature cosignature : cosignatures) {
            line(
                    language.pick("cosigned: %s, %s", "见证：%s，%s")
                            .formatted(cosignature.witness(), time(cosignature.timeS())));
        }
    }

    static String time(long timeS) {
        return timeS <= LAST_DATE_S ? Instant.ofEpochSecond(timeS).toString() : timeS + " s";
    }

    private void printContent(byte[] bytes) {
        String content = new String(bytes, StandardCharsets.UTF_8);
        boolean isText =
                content.codePoints()
                        .noneMatch(c -> c == '\ufffd' || (Character.isISOControl(c) && c != '\n'));
        if (!isText) {
            line(
                    language.pick("content: %d bytes, not text; see --out", "内容：%d 字节，非文本；见 --out")
                            .formatted(bytes.length));
        } else if (content.length() > CONTENT_SHOWN) {
            line(
                    language.pick(
                                    "content (beginning of %d bytes; see --out):",
                                    "内容（共 %d 字节，仅示开头；见 --out）：")
                            .formatted(bytes.length));
            quote(content.substring(0, CONTENT_SHOWN));
        } else {
            line(language.pick("content:", "内容："));
            quote(content);
        }
    }

    /// What the sender wrote stands behind a bar, so that no line of it passes for one of ours.
    private void quote(String content) {
        content.lines().forEach(text -> line("  | " + text));
    }

    private void printFailure(String title, String code, String why) {
        line(screen.red(title + language.pick(": ", "：") + why) + " [" + code + "]");
    }

    private void line(String text) {
        screen.out().println(text);
    }
}
