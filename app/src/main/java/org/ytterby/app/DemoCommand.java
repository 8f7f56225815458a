package org.ytterby.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.ytterby.core.ledger.Registry;
import org.ytterby.core.proof.Receipt;
import org.ytterby.core.proof.TrustPolicy;
import org.ytterby.core.proof.VerifierKey;
import org.ytterby.server.LedgerService;
import org.ytterby.server.analysis.Generation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/// `ytterby demo`: the service with the example year in it.
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        versionProvider = Ytterby.Version.class,
        description = {
            "Starts the ledger service on an embedded PostgreSQL, loads the example year, answers, and serves.",
            "以内置 PostgreSQL 启动台账服务，载入示例年度，给出结论并持续服务。"
        },
        footer = {"", "Exit status: 3 could not run."})
final class DemoCommand implements Callable<Integer> {
    private static final String EXAMPLE = "examples/national-2019";
    private static final String FACILITY_OF_ENTERPRISE = "SEP-01";
    private static final String HOST = "127.0.0.1";
    private static final int PORT = 8080;
    private static final long PATIENCE_MS = 120_000;
    private static final long LOOK_MS = 20;

    @Spec private CommandSpec spec;

    @Option(names = "--port", paramLabel = "N", description = "port to listen on (default: 8080)")
    private int port = PORT;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "folder for all that stays (default: ~/.local/share/ytterby/demo, as root /var/lib/ytterby/demo)")
    private @Nullable Path data;

    @Option(
            names = "--exit",
            description = "check the service over HTTP, then stop instead of serving")
    private boolean exit;

    @Option(
            names = "--example",
            paramLabel = "DIR",
            description = "ledger package to load (default: the example year)")
    private Path example = Path.of(System.getProperty("ytterby.home", "."), EXAMPLE);

    @Mixin private LanguageOption lang = new LanguageOption();

    DemoCommand() {}

    @Override
    public Integer call() {
        Language language = lang.language();
        Screen screen = Screen.of(spec);
        Path folder = data == null ? DataFolders.of("demo") : data;
        screen.err().println(language.pick("Starting …", "正在启动 …"));
        LedgerService.Options options =
                new LedgerService.Options(folder, null, HOST, exit ? 0 : port);
        try (UntilStopped end = new UntilStopped();
                LedgerService service = LedgerService.start(options)) {
            URI base = URI.create("http://" + HOST + ":" + service.port());
            DemoAccounts accounts = DemoAccounts.in(folder);
            accounts.makeAuthorities(service.people());
            new DemoExample(example, folder, accounts).load(service, base);
            Generation now = analysed(service);
            accounts.makeEnterprise(service.people(), enterprise(now));
            Path results = folder.resolve("results");
            ResultFolder.write(now.reconciliation(), example.getFileName().toString(), results);
            new SummaryText(new Summary(now.reconciliation(), results), screen, language).print();
            tell(screen, language, base, accounts);
            if (exit) {
                check(base, accounts);
                screen.out()
                        .println(
                                language.pick(
                                        "Checked over HTTP: all answers as they should be.",
                                        "已通过 HTTP 自检，全部正常。"));
            } else {
                end.await();
            }
        }
        return ExitCode.DONE;
    }

    /// The party that runs the plant whose reporter the demonstration shows.
    private static String enterprise(Generation now) {
        Registry registry = now.reconciliation().ledger().registry();
        return registry.facilities().stream()
                .filter(facility -> facility.id().equals(FACILITY_OF_ENTERPRISE))
                .findFirst()
                .map(facility -> registry.party(facility.party()).id())
                .orElse("");
    }

    /// Waits until the index has all that the ledger holds.
    private static Generation analysed(LedgerService service) {
        long size = service.ledger().size();
        long patience = System.nanoTime() + PATIENCE_MS * 1_000_000;
        while (System.nanoTime() < patience) {
            if (service.analysis().position() >= size) {
                return service.analysis().newest();
            }
            pause();
        }
        throw new UncheckedIOException(new IOException("the analysis was not made in time"));
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void tell(Screen screen, Language language, URI base, DemoAccounts accounts) {
        screen.out().println();
        screen.out().println(language.pick("Pages: ", "页面：") + base + "/");
        screen.out().println(language.pick("API and try-it page: ", "接口与试用页面：") + base + "/api");
        screen.out()
                .println(
                        language.pick("Accounts, all with password ", "账户（密码均为 ")
                                + accounts.password()
                                + language.pick(":", "）："));
        for (DemoAccounts.Account account : DemoAccounts.ALL) {
            screen.out()
                    .println(
                            "  %-12s %s"
                                    .formatted(
                                            account.name(),
                                            language.pick(account.purpose(), account.purposeZh())));
        }
    }

    /// Asks the service what the people of the demonstration would ask.
    private static void check(URI base, DemoAccounts accounts) {
        try (ServiceClient supervisor =
                        ServiceClient.signIn(base, "supervisor", accounts.password());
                ServiceClient auditor =
                        ServiceClient.signIn(base, "auditor", accounts.password())) {
            JsonNode findings = supervisor.get("/api/v1/findings?limit=1000");
            require(findings.path("total").asInt() > 0, "there are findings");
            for (JsonNode finding : findings.path("items")) {
                String lot = finding.path("lot").asString("");
                if (!lot.isEmpty()) {
                    JsonNode trace = supervisor.get("/api/v1/lots/" + lot + "/trace");
                    require(
                            trace.path("lot").path("lot").asString("").equals(lot),
                            "the trace of " + lot);
                    break;
                }
            }
            require(supervisor.text("/sign-in").contains("<form"), "the page to sign in on");
            require(supervisor.get("/api/openapi").path("paths").size() > 0, "the description");
            byte[] receipt = receipt(auditor);
            VerifierKey key = VerifierKey.parse(auditor.text("/log/key").strip());
            Receipt.Verdict verdict = Receipt.check(receipt, new TrustPolicy(key, List.of(), 0));
            require(verdict instanceof Receipt.Verdict.Proven, "the receipt: " + verdict);
        }
    }

    /// The receipt of the first entry, as soon as a checkpoint covers it.
    private static byte[] receipt(ServiceClient auditor) {
        return auditor.text("/api/v1/receipts/0").getBytes(StandardCharsets.UTF_8);
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new UncheckedIOException(new IOException("not as it should be: " + what));
        }
    }
}
