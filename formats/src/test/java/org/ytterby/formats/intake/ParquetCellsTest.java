package org.ytterby.formats.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.apache.parquet.example.data.Group;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ytterby.core.ledger.Declarations;
import org.ytterby.core.ledger.Permit;
import org.ytterby.formats.testing.ParquetFiles;
import org.ytterby.formats.testing.SmallPackage;

/// A package whose permits are a Parquet file that some other program wrote.
class ParquetCellsTest {
    @TempDir Path folder;

    /// @param id type of the column of permits
    /// @param from type of the column of beginnings
    private Declarations withPermits(String id, String from, List<Consumer<Group>> rows)
            throws IOException {
        ParquetFiles.write(permits(), schema(id, from), rows);
        return read();
    }

    private Path permits() {
        return folder.resolve("permits.parquet");
    }

    private static String schema(String id, String from) {
        return """
        message permits {
          optional binary facility (STRING);
          optional binary activity (STRING);
          optional %s;
          optional %s;
        }
        """
                .formatted(id, from);
    }

    private Declarations read() {
        return PackageReader.read(SmallPackage.valid().remove("permits.csv").write(folder));
    }

    private static Group mine(Group row) {
        return row.append("facility", "MINE").append("activity", "mining");
    }

    private static List<String> told(Declarations declared) {
        return declared.problems().stream()
                .map(p -> "%s:%d:%s %s".formatted(p.file(), p.row(), p.column(), p.problem()))
                .toList();
    }

    private static List<String> ids(Declarations declared) {
        return declared.registry().permits().stream().map(Permit::permit).toList();
    }

    private static final String TEXT_ID = "binary permit (STRING)";
    private static final String TEXT_FROM = "binary from (STRING)";

    @ParameterizedTest
    @ValueSource(longs = {Long.MAX_VALUE, Long.MIN_VALUE, 253_402_300_800_000L})
    void aTimeOfNoLedgersYearIsTold(long ms) throws IOException {
        Declarations declared =
                withPermits(
                        TEXT_ID,
                        "int64 from (TIMESTAMP(MILLIS,true))",
                        List.of(
                                row -> mine(row).append("permit", "M-1").append("from", ms),
                                row -> mine(row).append("permit", "M-2").append("from", 0L)));
        assertThat(told(declared))
                .singleElement()
                .asString()
                .startsWith("permits.parquet:2:from no calendar has this day");
        assertThat(ids(declared)).containsExactly("M-2");
    }

    @Test
    void anIdOfSinglePrecisionLosesDigitsSooner() throws IOException {
        Declarations declared =
                withPermits(
                        "float permit",
                        TEXT_FROM,
                        List.of(
                                row -> mine(row).append("permit", 16_777_215f),
                                row -> mine(row).append("permit", 16_777_216f)));
        assertThat(told(declared))
                .anyMatch(t -> t.startsWith("permits.parquet:3:permit this id was kept"))
                .noneMatch(t -> t.startsWith("permits.parquet:2:permit"));
    }

    @Test
    void groupsWithoutRowsAreSkipped() throws IOException {
        ParquetFiles.write(
                permits(),
                schema(TEXT_ID, TEXT_FROM),
                List.of(
                        row -> mine(row).append("permit", "M-1").append("from", "2015-01-01"),
                        row -> mine(row).append("permit", "M-2").append("from", "2015-01-01")));
        ParquetFiles.addEmptyGroups(permits());
        Declarations declared = read();
        assertThat(told(declared)).isEmpty();
        assertThat(ids(declared)).containsExactly("M-1", "M-2");
    }

    @Test
    void aTextWithoutEndBreaksTheTable() throws IOException {
        String text = "long".repeat(1 << 19);
        Declarations declared =
                withPermits(
                        TEXT_ID,
                        TEXT_FROM,
                        List.of(
                                row ->
                                        mine(row)
                                                .append("permit", "M-1")
                                                .append("from", "2015-01-01"),
                                row -> mine(row).append("permit", text)));
        assertThat(told(declared))
                .singleElement()
                .asString()
                .startsWith("permits.parquet:3:")
                .contains("a text of 2097152 bytes");
        assertThat(ids(declared)).containsExactly("M-1");
    }

    /// It would be unpacked to disk before it is looked at.
    @Test
    void aFileThatUnpacksFarBeyondItsSizeIsStopped() {
        Path zip =
                SmallPackage.valid()
                        .remove("permits.csv")
                        .put("permits.parquet", new byte[8 << 20])
                        .zip(folder.resolve("package.zip"), "");
        assertThat(told(PackageReader.read(zip)))
                .singleElement()
                .asString()
                .startsWith("permits.parquet:1:")
                .contains("it unpacks to over 1048576 bytes");
    }
}
