package org.ytterby.app;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.ytterby.core.proof.SigningKey;
import org.ytterby.server.ServiceDatabase;
import org.ytterby.server.backup.Backup;
import org.ytterby.server.backup.Manifest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `ytterby backup`: the whole database of a service in one file.
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        versionProvider = Ytterby.Version.class,
        description = {
            "Writes one state of a service's whole database into a file; the service may run meanwhile.",
            "将服务数据库的某一时刻完整写入一个文件；期间服务可照常运行。"
        },
        footer = {"", "Exit status: 0 done; 3 could not run."})
final class BackupCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Option(
            names = "--to",
            required = true,
            paramLabel = "FILE",
            description = "new file, readable by its owner only")
    private Path to;

    @Option(
            names = "--with-key",
            description =
                    "put the log's signing key in too (default: not; keep a copy of log.key apart)")
    private boolean withKey;

    @Mixin private DatabaseOptions database = new DatabaseOptions();

    @Mixin private LanguageOption lang = new LanguageOption();

    BackupCommand() {}

    @Override
    public Integer call() {
        Language language = lang.language();
        Backup.LogKey key = key();
        try (ServiceDatabase opened = database.open()) {
            Manifest manifest =
                    Backup.write(
                            opened.source(),
                            to,
                            key,
                            "ytterby " + Ytterby.Version.text(),
                            Instant.now().truncatedTo(ChronoUnit.SECONDS));
            spec.commandLine().getOut().println(BackupText.of(manifest, language));
        }
        return ExitCode.DONE;
    }

    private Backup.@Nullable LogKey key() {
        SigningKey key = database.logKey();
        if (key == null && withKey) {
            throw new Refused(
                    "--with-key: there is no log.key in " + database.folder(),
                    "--with-key：" + database.folder() + " 中没有 log.key");
        }
        return key == null ? null : new Backup.LogKey(key, withKey);
    }
}
