package org.ytterby.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.concurrent.Callable;
import org.ytterby.core.proof.KeyType;
import org.ytterby.core.proof.ProofRefused;
import org.ytterby.core.proof.SigningKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `ytterby key`: makes a key for a log or a witness.
@Command(
        name = "key",
        mixinStandardHelpOptions = true,
        versionProvider = Ytterby.Version.class,
        description = {
            "Makes a signing key and its verifier key, for a log or a witness.",
            "为日志或见证方生成签名密钥及其验证密钥。"
        },
        footer = {"", "Exit status: 0 done; 3 could not run."})
final class KeyCommand implements Callable<Integer> {
    private static final int SEED_BYTES = 32;

    @Spec private CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "NAME",
            description = "name of the log or witness, such as ledger.example/log")
    private String name;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "new file for the signing key; the verifier key goes to FILE.pub")
    private Path file;

    @Option(names = "--witness", description = "for a witness (default: for a log)")
    private boolean isWitness;

    @Mixin private LanguageOption lang = new LanguageOption();

    KeyCommand() {}

    @Override
    public Integer call() {
        lang.check();
        byte[] seed = new byte[SEED_BYTES];
        new SecureRandom().nextBytes(seed);
        SigningKey key = key(seed);
        try {
            write(file, key.secretText(), ownerOnly());
            write(Path.of(file + ".pub"), key.verifier().toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        spec.commandLine().getOut().println(key.verifier());
        return ExitCode.DONE;
    }

    private SigningKey key(byte[] seed) {
        try {
            return new SigningKey(name, isWitness ? KeyType.COSIGNATURE : KeyType.NOTE, seed);
        } catch (ProofRefused refused) {
            throw new Refused(refused.refusal().en(), refused.refusal().zh(), refused);
        }
    }

    /// Writes a file that is not there yet.
    private static void write(Path file, String text, FileAttribute<?>... attributes)
            throws IOException {
        Files.createFile(file, attributes);
        Files.write(file, (text + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static FileAttribute<?>[] ownerOnly() {
        boolean isPosix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return isPosix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
