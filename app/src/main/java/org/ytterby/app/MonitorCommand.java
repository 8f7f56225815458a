package org.ytterby.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.ytterby.core.proof.TrustPolicy;
import org.ytterby.core.proof.VerifierKey;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `ytterby monitor`: rebuilds the log and the accounts of a running service from outside.
@Command(
        name = "monitor",
        mixinStandardHelpOptions = true,
        versionProvider = Ytterby.Version.class,
        description = {
            "Rebuilds the log, the accounts and reservations of a running service from its entries, and names the first difference.",
            "由条目重建运行中服务的日志、账户与预留，指出第一处不符。"
        },
        footer = {
            "",
            "Exit status: 0 all is as signed; 1 it is not; 3 could not look. With --every it runs until then."
        })
final class MonitorCommand implements Callable<Integer> {
    /// Rounds in a row in which the service could not be asked.
    private static final int BLIND_MAX = 3;

    private static final long MS_PER_S = 1_000;

    @Spec private CommandSpec spec;

    @Option(
            names = "--log",
            required = true,
            paramLabel = "URL",
            description = "where the service answers, such as https://ledger.example")
    private URI service;

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

    /// As whom it asks.
    static final class Account {
        @Option(
                names = "--token-file",
                required = true,
                paramLabel = "FILE",
                description = "file of an auditor's token, read again before each round")
        private @Nullable Path token;

        @ArgGroup(exclusive = false)
        private @Nullable SignIn signIn;
    }

    /// Name and password.
    static final class SignIn {
        @Option(
                names = "--user",
                required = true,
                paramLabel = "NAME",
                description = "an auditor's name")
        private String user;

        @Option(
                names = "--password-file",
                required = true,
                paramLabel = "FILE",
                description = "file of the auditor's password")
        private Path password;
    }

    @ArgGroup(multiplicity = "1")
    private Account account = new Account();

    @Option(
            names = "--state",
            paramLabel = "DIR",
            description =
                    "folder for the checkpoint seen last: finds a log that was rolled back or rewritten since")
    private @Nullable Path state;

    @Option(
            names = "--every",
            paramLabel = "SECONDS",
            description = "look again and again, so long after each round (default: once)")
    private @Nullable Integer every;

    @Option(names = "--json", description = "print the answer as JSON")
    private boolean json;

    @Mixin private LanguageOption lang = new LanguageOption();

    MonitorCommand() {}

    @Override
    public Integer call() {
        Language language = lang.language();
        if (every != null && every < 1) {
            throw new Refused(
                    "--every takes 1 or more, not " + every, "--every 应不小于 1，而非 " + every);
        }
        MonitoredService monitored = new MonitoredService(policy(), state);
        Screen screen = Screen.of(spec);
        int blind = 0;
        while (true) {
            try {
                Verification answer = look(monitored);
                blind = 0;
                print(answer, screen, language);
                if (!answer.holds()) {
                    return ExitCode.FOUND;
                }
            } catch (UncheckedIOException e) {
                if (every == null || ++blind == BLIND_MAX) {
                    throw e; // who cannot look must not seem content
                }
                screen.err().println(language.pick("could not look: ", "无法查看：") + e.getCause());
            }
            if (every == null || !paused(every)) {
                return ExitCode.DONE;
            }
        }
    }

    private TrustPolicy policy() {
        KeyText keys = new KeyText();
        List<VerifierKey> witnesses = keys.verifiers(witnessKeys);
        VerifierKey log = keys.verifier(logKey);
        int least = quorum == null ? witnesses.size() : quorum;
        return Refused.unlessFit(
                "--log-key, --witness-key, --witnesses",
                () -> new TrustPolicy(log, witnesses, least));
    }

    private Verification look(MonitoredService monitored) {
        try (ServiceClient client = client()) {
            return monitored.look(client);
        }
    }

    private ServiceClient client() {
        SignIn signIn = account.signIn;
        Path token = account.token;
        if (signIn != null) {
            return ServiceClient.signIn(service, signIn.user, read(signIn.password));
        }
        return ServiceClient.withToken(service, token == null ? "" : read(token));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void print(Verification answer, Screen screen, Language language) {
        if (json) {
            VerificationJson.write(answer, screen.out());
        } else {
            new VerificationText(screen, language).print(answer);
        }
    }

    /// @return whether to go on
    private static boolean paused(int seconds) {
        try {
            Thread.sleep(seconds * MS_PER_S);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
