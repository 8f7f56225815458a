package org.ytterby.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.ytterby.server.LedgerService;
import org.ytterby.server.identity.FirstAccount;
import org.ytterby.server.identity.Issuer;
import org.ytterby.server.proof.WitnessAddress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `ytterby serve`: the ledger service.
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        versionProvider = Ytterby.Version.class,
        description = {
            "Runs the ledger service, on its own PostgreSQL or on one that is there.",
            "运行台账服务，使用内置或外部 PostgreSQL。"
        },
        footer = {"", "Runs until it is stopped. Exit status: 3 could not run."})
final class ServeCommand implements Callable<Integer> {
    private static final int PORT = 8080;

    @Spec private CommandSpec spec;

    @Mixin private DatabaseOptions database = new DatabaseOptions();

    @Mixin private ListenOptions listen = new ListenOptions();

    @Mixin private OperationOptions operation = new OperationOptions();

    @Option(
            names = "--witnesses",
            paramLabel = "FILE",
            description = "policy file (C2SP tlog-policy) with the witnesses that cosign the log")
    private @Nullable Path witnesses;

    @Mixin private IssuerOptions issuer = new IssuerOptions();

    @Mixin private LanguageOption lang = new LanguageOption();

    ServeCommand() {}

    @Override
    public Integer call() {
        Language language = lang.language();
        requireReadable(witnesses);
        Path folder = database.folder();
        Issuer trusted = issuer.issuer(operation.publicUrl());
        LedgerService.Options options =
                new LedgerService.Options(
                        folder,
                        database.external(),
                        listen.host(),
                        listen.port(PORT),
                        operation.operation(),
                        trusted,
                        witnesses);
        PrintWriter out = spec.commandLine().getOut();
        try (UntilStopped end = new UntilStopped();
                LedgerService service = LedgerService.start(options)) {
            if (trusted == null) {
                FirstAccount.ensure(service.people(), folder)
                        .ifPresent(file -> out.println(first(language, file)));
            }
            out.println(
                    language.pick("Serving on http://%s:%d", "服务地址 http://%s:%d")
                            .formatted(listen.host(), service.port()));
            if (service.metricsPort() > 0) {
                out.println(
                        language.pick("Metrics on port %d", "指标端口 %d")
                                .formatted(service.metricsPort()));
            }
            end.await();
        }
        return ExitCode.DONE;
    }

    private static String first(Language language, Path file) {
        return language.pick(
                        "First account: %s, with the temporary password in %s", "初始账号：%s，临时密码见 %s")
                .formatted(FirstAccount.NAME, file);
    }

    /// Told before anything is started.
    private static void requireReadable(@Nullable Path witnesses) {
        if (witnesses != null) {
            String policy = read(witnesses);
            Refused.unlessFit("--witnesses", () -> WitnessAddress.parse(policy));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
