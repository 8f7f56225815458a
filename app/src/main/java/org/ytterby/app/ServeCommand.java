package org.ytterby.app;

import java.util.concurrent.Callable;
import org.ytterby.server.LedgerService;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
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

    @Mixin private LanguageOption lang = new LanguageOption();

    ServeCommand() {}

    @Override
    public Integer call() {
        Language language = lang.language();
        LedgerService.Options options =
                new LedgerService.Options(
                        database.folder(),
                        database.external(),
                        listen.host(),
                        listen.port(PORT),
                        operation.operation());
        try (UntilStopped end = new UntilStopped();
                LedgerService service = LedgerService.start(options)) {
            spec.commandLine()
                    .getOut()
                    .println(
                            language.pick("Serving on http://%s:%d", "服务地址 http://%s:%d")
                                    .formatted(listen.host(), service.port()));
            if (service.metricsPort() > 0) {
                spec.commandLine()
                        .getOut()
                        .println(
                                language.pick("Metrics on port %d", "指标端口 %d")
                                        .formatted(service.metricsPort()));
            }
            end.await();
        }
        return ExitCode.DONE;
    }
}
