package org.ytterby.server.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.ytterby.core.proof.TrustPolicy;
import org.ytterby.core.proof.VerifierKey;

/// A backup of a small service that had schema version 4, and what it would have been before.
final class EarlierBackup {
    static final int NEWEST = 4;

    private static final List<String> SCHEMAS = List.of("ledger", "proof", "identity", "epcis");

    private EarlierBackup() {}

    /// The backup with the tables that there were at a schema version: each version so far brought
    /// one more capability.
    ///
    /// @param version 1 to [#NEWEST]
    static Path at(int version, Path folder) throws IOException {
        Path newest = folder.resolve("schema-4.zip");
        if (!Files.exists(newest)) {
            try (InputStream in =
                    Objects.requireNonNull(
                            EarlierBackup.class.getResourceAsStream("schema-4.zip"))) {
                Files.copy(in, newest);
            }
        }
        if (version == NEWEST) {
            return newest;
        }
        Set<String> known = Set.copyOf(SCHEMAS.subList(0, version));
        return HarmedBackup.rewritten(
                newest,
                folder.resolve("schema-" + version + ".zip"),
                (name, content) -> {
                    if (name.equals(Manifest.NAME)) {
                        return Optional.of(cut(Manifest.parse(content), version, known).json());
                    }
                    return known.contains(name.replaceFirst("tables/(\\w+)\\..*", "$1"))
                            ? Optional.of(content)
                            : Optional.empty();
                });
    }

    private static Manifest cut(Manifest whole, int version, Set<String> known) {
        return new Manifest(
                whole.form(),
                whole.program(),
                whole.madeAt(),
                Integer.toString(version),
                whole.position(),
                whole.epoch(),
                whole.root(),
                whole.logKey(),
                whole.tables().stream()
                        .filter(table -> known.contains(table.name().replaceFirst("\\..*", "")))
                        .toList());
    }

    /// Whose word is taken for its log.
    static TrustPolicy policy(BackupFile file) {
        return new TrustPolicy(
                VerifierKey.parse(Objects.requireNonNull(file.manifest().logKey())), List.of(), 0);
    }
}
