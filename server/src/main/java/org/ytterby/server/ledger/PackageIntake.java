package org.ytterby.server.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.ytterby.core.ledger.Problem;
import org.ytterby.core.ledger.entry.Refusal;
import org.ytterby.core.ledger.entry.Sender;

/// Takes whole ledger packages, from machines and from people.
@Component
public class PackageIntake {
    private final LedgerWriter writer;
    private final Submitter submitter;

    PackageIntake(LedgerWriter writer, Submitter submitter) {
        this.writer = writer;
        this.submitter = submitter;
    }

    /// What became of a package.
    ///
    /// @param problems of its form; where an error is among them nothing was handed in
    /// @param accepted rows taken
    /// @param proposals plans and licences that another person has to approve, by name
    /// @param first position of the first verdict; null where nothing was handed in
    /// @param last position of the last entry
    public record Outcome(
            List<Problem> problems,
            long accepted,
            List<String> proposals,
            List<Refusal> refusals,
            @Nullable Long first,
            @Nullable Long last) {
        /// Whether all of it was taken.
        public boolean isAccepted() {
            return refusals.isEmpty()
                    && problems.stream().noneMatch(p -> p.weight() == Problem.Weight.ERROR);
        }
    }

    /// Takes a package: a .zip or .xlsx.
    ///
    /// @param key the sender's own id for it; absent for one made of its content
    /// @throws org.ytterby.formats.intake.PackageUnreadable if it is no package
    /// @throws LedgerUnavailable if the ledger stops taking commands half-way
    public Outcome take(Sender sender, @Nullable String key, InputStream body) throws IOException {
        Path file = Files.createTempFile("ytterby-package", "");
        try {
            String digest = spool(body, file);
            return Intake.take(
                    writer,
                    sender,
                    new Intake.Request(
                            key == null ? "package-" + digest : Submitter.required(key),
                            digest,
                            submitter.proposalEnd(null)),
                    file);
        } finally {
            Files.delete(file);
        }
    }

    private static String spool(InputStream body, Path file) throws IOException {
        MessageDigest digest = Submitter.sha256();
        try (OutputStream out = new DigestOutputStream(Files.newOutputStream(file), digest)) {
            body.transferTo(out);
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
