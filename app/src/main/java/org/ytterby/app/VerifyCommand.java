package org.ytterby.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.ytterby.core.proof.Checkpoint;
import org.ytterby.core.proof.ProofRefused;
import org.ytterby.core.proof.Receipt;
import org.ytterby.core.proof.SignedNote;
import org.ytterby.core.proof.SigningKey;
import org.ytterby.core.proof.TrustPolicy;
import org.ytterby.core.proof.VerifierKey;
import org.ytterby.server.ServiceDatabase;
import org.ytterby.server.backup.DatabaseCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `ytterby verify`: checks a receipt, a whole log, or the database of a service.
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        versionProvider = Ytterby.Version.class,
        description = {
            "Checks a receipt; or rebuilds a log from a folder of its tiles, or the log and every table of a"
                    + " service's database from its entries, and names the first difference.",
            "验证收据；或由瓦片文件夹重建日志，或由条目重建服务数据库的日志与各表，指出第一处不符。"
        },
        footer = {"", "Exit status: 0 all is as signed; 1 it is not; 3 could not run."})
final class VerifyCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "RECEIPT|LOG",
            description = "file of a receipt, or folder of a log")
    private @Nullable Path subject;

    @Mixin private DatabaseOptions database = new DatabaseOptions();

    @Option(
            names = "--log-key",
            paramLabel = "KEY",
            description =
                    "the log's verifier key, or a file that holds it (for a database: that of the data folder's log.key)")
    private @Nullable String logKey;

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
                    "for a log or a database: a checkpoint or receipt that was kept, to agree with; repeatable")
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
        VerifierKey log = logKey(keys);
        int least = quorum == null ? witnesses.size() : quorum;
        TrustPolicy policy =
                Refused.unlessFit(
                        "--log-key, --witness-key, --witnesses",
                        () -> new TrustPolicy(log, witnesses, least));
        Verification answer = answer(policy);
        Screen screen = Screen.of(spec);
        if (json) {
            VerificationJson.write(answer, screen.out());
        } else {
            new VerificationText(screen, language).print(answer);
        }
        return answer.holds() ? ExitCode.DONE : ExitCode.FOUND;
    }

    private VerifierKey logKey(KeyText keys) {
        if (logKey != null) {
            return keys.verifier(logKey);
        }
        SigningKey own = subject == null ? database.logKey() : null;
        if (own == null) {
            throw new Refused(
                    "--log-key is missing: the log's verifier key, or a file that holds it",
                    "缺少 --log-key：日志的验证密钥或其文件");
        }
        return own.verifier();
    }

    private Verification answer(TrustPolicy policy) {
        if ((subject == null) != database.isGiven()) {
            throw new Refused(
                    "name one thing to check: RECEIPT, LOG, --data or --database-url",
                    "请指定一个验证对象：RECEIPT、LOG、--data 或 --database-url");
        }
        if (subject == null) {
            return database(policy);
        }
        return Files.isDirectory(subject) ? log(subject, policy) : receipt(subject, policy);
    }

    private Verification database(TrustPolicy policy) {
        try (ServiceDatabase opened = database.open()) {
            // what was kept was not always cosigned
            TrustPolicy logAlone = new TrustPolicy(policy.log(), policy.witnesses(), 0);
            List<Checkpoint> kept =
                    kept().stream().map(note -> logAlone.trusted(note).checkpoint()).toList();
            return new Verification.Database(DatabaseCheck.run(opened.source(), policy, kept));
        } catch (ProofRefused refused) {
            return new Verification.Refused(refused.refusal());
        }
    }

    private Verification receipt(Path file, TrustPolicy policy) {
        return switch (Receipt.check(receiptBytes(file), policy)) {
            case Receipt.Verdict.Proven(Receipt receipt, TrustPolicy.Trusted trusted) -> {
                save(receipt.entry().content());
                yield new Verification.Entry(receipt, trusted);
            }
            case Receipt.Verdict.Unproven(var refusal) -> new Verification.Refused(refusal);
        };
    }

    /// No more of a file than a receipt can have.
    private static byte[] receiptBytes(Path file) {
        try (var stream = Files.newInputStream(file)) {
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

    private Verification log(Path subject, TrustPolicy policy) {
        LogFolder folder = new LogFolder(subject);
        try {
            return new LogCheck(policy, kept()).of(folder.checkpoint(), _ -> folder, (_, _) -> {});
        } catch (ProofRefused refused) {
            return new Verification.Refused(refused.refusal());
        }
    }

    private List<SignedNote> kept() {
        return earlier.stream().map(file -> LogCheck.note(LogFolder.bytes(file))).toList();
    }
}
