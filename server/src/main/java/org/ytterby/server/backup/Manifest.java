package org.ytterby.server.backup;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/// What a backup holds.
///
/// @param form of the backup itself; this program knows [#FORM]
/// @param program that made it
/// @param madeAt when, as of RFC 3339
/// @param schema version of the database's schema
/// @param position of the ledger: how many entries
/// @param epoch of the writer that wrote it
/// @param root of the tree over all entries, base64
/// @param logKey verifier key of the log, where it was at hand
/// @param tables in an order in which none refers to a later one
public record Manifest(
        int form,
        String program,
        String madeAt,
        String schema,
        long position,
        long epoch,
        String root,
        @Nullable String logKey,
        List<TableFile> tables) {
    static final int FORM = 1;

    /// Where it lies in the backup.
    static final String NAME = "manifest.json";

    /// Where the signing key lies, if it is in the backup.
    static final String KEY_NAME = "log.key";

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .build();

    public Manifest {
        tables = List.copyOf(tables);
    }

    /// A table as a file of PostgreSQL's COPY in text form.
    ///
    /// @param name with its schema, quoted where need be
    /// @param columns quoted where need be
    public record TableFile(
            String name, List<String> columns, long rows, long bytes, String sha256) {
        public TableFile {
            columns = List.copyOf(columns);
        }

        String path() {
            return "tables/" + name + ".copy";
        }
    }

    byte[] json() {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this);
    }

    /// @throws BackupRefused if it is none, or of a form that this program does not know
    static Manifest parse(byte[] json) {
        try {
            int form = JSON.readTree(json).path("form").asInt(0);
            if (form != FORM) {
                throw new BackupRefused(
                        "the backup has form %d; this program knows form %d".formatted(form, FORM),
                        "备份的格式版本为 %d，本程序只认版本 %d".formatted(form, FORM));
            }
            return JSON.readValue(json, Manifest.class);
        } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
            throw new BackupRefused(
                    "%s in the backup cannot be read: %s".formatted(NAME, e.getMessage()),
                    "备份中的 %s 无法读取：%s".formatted(NAME, e.getMessage()),
                    e);
        }
    }
}
