package org.ytterby.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.ytterby.core.proof.ProofRefused;
import org.ytterby.core.proof.Receipt;
import org.ytterby.core.proof.SignedNote;
import org.ytterby.core.proof.TrustPolicy;
import org.ytterby.core.proof.VerifierKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `ytterby verify`: checks a receipt, or rebuilds a whole log, without a network.
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        versionProvider = Ytterby.Version.class,
        description = {
            "Checks a receipt, or rebuilds a log from a folder of its tiles and names the first difference.",
            "验证收据；或由瓦片文件夹重建日志，指出第一处不符。无需网络。"
        },
        footer = {"", "Exit status: 0 all is as signed; 1 it is not; 3 could not run."})
final class VerifyCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "RECEIPT|LOG",
            description = "file of a receipt, or folder of a log")
    private Path subject;

    @Option(
            names = "--log-key",
            required = true,
            paramLabel = "KEY",
            description = "the log's verifier key, or a file that holds it")
    private String logKey;

    @Option(
            names = "--witness-key",
            paramLabel = "KEY",
            description = "a trusted witness's verifier key, or a file that holds it; repeatable")
    private List<String> witnessKeys = new ArrayList<>();

    @Option(
            names = "--witnesses",
            paramLabel = "N",
            description = "how many of them must have cosigned (default: all)")
    private @Nullable Integer quorum;

    @Option(
            names = "--earlier",
            paramLabel = "FILE",
            description =
                    "for a log: a checkpoint or receipt that was kept, to agree with; repeatable")
    private List<Path> earlier = new ArrayList<>();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "for a receipt: write the content of the proven entry here")
    private @Nullable Path out;

    @Option(names = "--json", description = "print the answer as JSON")
    private boolean json;

    @Mixin private LanguageOption lang = new LanguageOption();

    VerifyCommand() {}

    @Override
    public Integer call() {
        Language language = lang.language();
        KeyText keys = new KeyText();
        List<VerifierKey> witnesses = keys.verifiers(witnessKeys);
        VerifierKey log = keys.verifier(logKey);
        int least = quorum == null ? witnesses.size() : quorum;
        TrustPolicy policy =
                Refused.unlessFit(
                        "--log-key, --witness-key, --witnesses",
                        () -> new TrustPolicy(log, witnesses, least));
        Verification answer = Files.isDirectory(subject) ? log(policy) : receipt(policy);
        Screen screen = Screen.of(spec);
        if (json) {
            VerificationJson.write(answer, screen.out());
        } else {
            new VerificationText(screen, language).print(answer);
        }
        return answer.holds() ? ExitCode.DONE : ExitCode.FOUND;
    }

    private Verification receipt(TrustPolicy policy) {
        return switch (Receipt.check(receiptBytes(), policy)) {
            case Receipt.Verdict.Proven(Receipt receipt, TrustPolicy.Trusted trusted) -> {
                save(receipt.entry().content());
                yield new Verification.Entry(receipt, trusted);
            }
            case Receipt.Verdict.Unproven(var refusal) -> new Verification.Refused(refusal);
        };
    }

    /// No more of a file than a receipt can have.
    private byte[] receiptBytes() {
        try (var stream = Files.newInputStream(subject)) {
            return stream.readNBytes(Receipt.BYTES_MAX + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void save(byte[] content) {
        if (out == null) {
            return;
        }
        try {
            Files.write(out, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Verification log(TrustPolicy policy) {
        LogFolder folder = new LogFolder(subject);
        try {
            List<SignedNote> kept =
                    earlier.stream().map(file -> LogCheck.note(LogFolder.bytes(file))).toList();
            return new LogCheck(policy, kept).of(folder.checkpoint(), _ -> folder, (_, _) -> {});
        } catch (ProofRefused refused) {
            return new Verification.Refused(refused.refusal());
        }
    }
}
