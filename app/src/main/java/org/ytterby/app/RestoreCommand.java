package org.ytterby.app;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.ytterby.core.proof.SigningKey;
import org.ytterby.core.proof.TrustPolicy;
import org.ytterby.core.proof.VerifierKey;
import org.ytterby.server.LedgerService;
import org.ytterby.server.ServiceDatabase;
import org.ytterby.server.backup.BackupFile;
import org.ytterby.server.backup.Restore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `ytterby restore`: a backup into an empty database.
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        versionProvider = Ytterby.Version.class,
        description = {
            "Puts a backup into an empty database, brings it to the newest schema, and verifies all of it.",
            "将备份恢复到空数据库，升级到最新结构，并全面核验。"
        },
        footer = {
            "",
            "Exit status: 0 restored, and all is as it was; 1 restored, but something is not; 3 could not run."
        })
final class RestoreCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Option(
            names = "--from",
            required = true,
            paramLabel = "FILE",
            description = "a backup, as made by: ytterby backup")
    private Path from;

    @Option(
            names = "--log-key",
            paramLabel = "KEY",
            description =
                    "the log's verifier key, or a file that holds it (default: that of the data folder, else that of the backup)")
    private @Nullable String logKey;

    @Mixin private DatabaseOptions database = new DatabaseOptions();

    @Mixin private LanguageOption lang = new LanguageOption();

    RestoreCommand() {}

    @Override
    public Integer call() {
        Language language = lang.language();
        try (BackupFile backup = BackupFile.open(from)) {
            SigningKey kept = backup.signingKey().orElse(null);
            VerifierKey key = key(backup, kept);
            TrustPolicy policy =
                    Refused.unlessFit("--log-key", () -> new TrustPolicy(key, List.of(), 0));
            try (ServiceDatabase opened =
                    ServiceDatabase.open(database.folder(), database.external())) {
                Restore.Outcome outcome = opened.restore(backup, policy);
                if (kept != null) {
                    LedgerService.keep(kept, database.folder());
                }
                return tell(outcome, key, language);
            }
        }
    }

    /// The key of the log; where two are at hand they must be one.
    private VerifierKey key(BackupFile backup, @Nullable SigningKey kept) {
        SigningKey own = database.logKey();
        if (own != null && kept != null && !own.verifier().equals(kept.verifier())) {
            throw new Refused(
                    "%s holds the key of another log than the backup".formatted(database.folder()),
                    "%s 中的日志密钥与备份的不同".formatted(database.folder()));
        }
        KeyText keys = new KeyText();
        String written = backup.manifest().logKey();
        if (logKey != null) {
            return keys.verifier(logKey);
        }
        if (own != null) {
            return own.verifier();
        }
        if (written == null) {
            throw new Refused(
                    "the backup does not name the log's key: give it by --log-key",
                    "备份未写明日志密钥：请用 --log-key 给出");
        }
        return keys.verifier(written);
    }

    private int tell(Restore.Outcome outcome, VerifierKey key, Language language) {
        Screen screen = Screen.of(spec);
        screen.out().println(BackupText.of(outcome.manifest(), language));
        screen.out()
                .println(
                        language.pick("Restored, at schema %s; root %s", "已恢复，数据库结构版本 %s；根 %s")
                                .formatted(outcome.schema(), outcome.root()));
        new VerificationText(screen, language).print(new Verification.Database(outcome.check()));
        if (database.logKey() == null) {
            screen.out()
                    .println(
                            language.pick(
                                            "Before the service starts, put the signing key of %s into %s.",
                                            "启动服务前，请将 %s 的签名密钥放到 %s。")
                                    .formatted(
                                            key.name(), LedgerService.keyFile(database.folder())));
        }
        return outcome.holds() ? ExitCode.DONE : ExitCode.FOUND;
    }
}
