package org.ytterby.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.ytterby.core.proof.ProofRefused;
import org.ytterby.core.proof.SigningKey;
import org.ytterby.core.proof.VerifierKey;
import org.ytterby.core.proof.Witness;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `ytterby witness`: cosigns the checkpoints of logs as long as they only grow.
@Command(
        name = "witness",
        mixinStandardHelpOptions = true,
        versionProvider = Ytterby.Version.class,
        description = {
            "Runs a witness: cosigns a log's checkpoint only if it extends the one cosigned before.",
            "运行见证方：仅当检查点延续上次会签的检查点时才会签。"
        },
        footer = {"", "Runs until it is stopped. Exit status: 3 could not run."})
final class WitnessCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Option(
            names = "--key",
            required = true,
            paramLabel = "FILE",
            description = "file of the witness's signing key, see: ytterby key --witness")
    private Path keyFile;

    @Option(
            names = "--log-key",
            required = true,
            paramLabel = "KEY",
            description = "verifier key of a log to serve, or a file that holds it; repeatable")
    private List<String> logKeys = List.of();

    @Option(
            names = "--state",
            required = true,
            paramLabel = "DIR",
            description =
                    "folder for the checkpoints cosigned last; a witness that loses it must retire its key")
    private Path state;

    @Mixin private ListenOptions listen = new ListenOptions();

    @Mixin private LanguageOption lang = new LanguageOption();

    WitnessCommand() {}

    @Override
    public Integer call() {
        Language language = lang.language();
        int port = listen.port(0);
        KeyText keys = new KeyText();
        SigningKey key = keys.signing(keyFile);
        List<VerifierKey> logs = keys.verifiers(logKeys);
        Witness witness = Refused.unlessFit("--key, --log-key", () -> new Witness(key, logs));
        try (WitnessStore store = new WitnessStore(state, key.verifier())) {
            requireReadable(store, logs);
            serve(witness, store, key, language, address(port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ExitCode.DONE;
    }

    /// A witness that cannot read what it signed would sign another history.
    private void requireReadable(WitnessStore store, List<VerifierKey> logs) {
        try {
            logs.forEach(log -> store.recorded(log.name()));
        } catch (ProofRefused refused) {
            throw new Refused(
                    "the state in %s cannot be believed: %s"
                            .formatted(state, refused.refusal().en()),
                    "%s 中的状态不可信：%s".formatted(state, refused.refusal().zh()),
                    refused);
        }
    }

    private InetSocketAddress address(int port) {
        InetSocketAddress address = new InetSocketAddress(listen.host(), port);
        if (address.isUnresolved()) {
            throw new Refused(
                    "--host: there is no address " + listen.host(), "--host：没有地址 " + listen.host());
        }
        return address;
    }

    private void serve(
            Witness witness,
            WitnessStore store,
            SigningKey key,
            Language language,
            InetSocketAddress address)
            throws IOException {
        try (WitnessServer server =
                new WitnessServer(witness, store, InstantSource.system(), address)) {
            server.start();
            spec.commandLine()
                    .getOut()
                    .println(
                            language.pick("witness %s on http://%s:%d/", "见证方 %s：http://%s:%d/")
                                    .formatted(key.verifier(), listen.host(), server.port()));
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // stopped
        }
    }
}
