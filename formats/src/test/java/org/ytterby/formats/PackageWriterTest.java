package org.ytterby.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PackageWriterTest {
    @TempDir Path folder;

    private void write(Path target) {
        try (PackageWriter out = PackageWriter.open(target)) {
            RowSink flows = out.table("flows", "record", "type", "time", "facility");
            RowSink parties = out.table("parties", "party", "name", "kind");
            flows.row("R1", "stocktake", "2019-01-01", "F");
            parties.row("E-1", "a \"quoted\", name", "enterprise");
            flows.row("R2", "cancellation", "2019-01-02", null);
            out.finish(Map.of("name", "small", "seed", 7));
        }
    }

    @Test
    void rowsArriveAsCsv() throws IOException {
        write(folder.resolve("p"));
        assertThat(folder.resolve("p/flows.csv"))
                .hasContent(
                        """
                        record,type,time,facility
                        R1,stocktake,2019-01-01,F
                        R2,cancellation,2019-01-02,
                        """);
        assertThat(Files.readString(folder.resolve("p/parties.csv")))
                .isEqualTo("party,name,kind\nE-1,\"a \"\"quoted\"\", name\",enterprise\n");
    }

    @Test
    void theDescriptorHoldsTheSchemaOfColumnsInUse() {
        write(folder.resolve("p"));
        JsonNode descriptor =
                JsonMapper.shared().readTree(folder.resolve("p/datapackage.json").toFile());
        assertThat(descriptor.path("seed").asInt()).isEqualTo(7);
        JsonNode parties = descriptor.path("resources").path(0);
        assertThat(parties.path("name").asString()).isEqualTo("parties");
        assertThat(parties.path("schema").path("fields").size()).isEqualTo(3);
        assertThat(parties.path("schema").path("fields").path(1).path("title_zh").asString())
                .isEqualTo("名称");
    }

    @Test
    void keysToTablesThatAreNotThereAreLeftOut() {
        write(folder.resolve("p"));
        JsonNode descriptor =
                JsonMapper.shared().readTree(folder.resolve("p/datapackage.json").toFile());
        JsonNode flows = descriptor.path("resources").path(1).path("schema");
        assertThat(flows.has("foreignKeys")).isFalse(); // neither facilities nor products
        JsonNode parties = descriptor.path("resources").path(0).path("schema");
        assertThat(parties.path("primaryKey").path(0).asString()).isEqualTo("party");
    }

    @Test
    void equalRowsGiveEqualArchives() throws IOException {
        write(folder.resolve("a.zip"));
        write(folder.resolve("b.zip"));
        assertThat(folder.resolve("a.zip")).hasSameBinaryContentAs(folder.resolve("b.zip"));
        try (ZipFile zip = new ZipFile(folder.resolve("a.zip").toFile())) {
            assertThat(zip.stream().map(entry -> entry.getName()))
                    .containsExactly("datapackage.json", "flows.csv", "parties.csv");
        }
        try (var left = Files.list(folder)) {
            assertThat(left).hasSize(2);
        }
    }

    @Test
    void whatFailsLeavesTheOldFileAndNoOther() throws IOException {
        Path target = Files.writeString(folder.resolve("a.xlsx"), "the old one");
        try (PackageWriter out = PackageWriter.open(target)) {
            RowSink parties = out.table("parties", "party", "name", "kind");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> parties.row("E-1", "n".repeat(40_000), "enterprise"));
        }
        assertThat(target).hasContent("the old one");
        Path taken = folder.resolve("b.zip");
        Files.createDirectories(taken.resolve("full"));
        assertThatThrownBy(() -> write(taken)).isInstanceOf(UncheckedIOException.class);
        try (var left = Files.list(folder)) {
            assertThat(left).containsExactlyInAnyOrder(target, taken);
        }
    }

    @Test
    void whatTheContractDoesNotHaveIsRefused() {
        try (PackageWriter out = PackageWriter.open(folder.resolve("p"))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> out.table("people", "name"))
                    .withMessageContaining("people");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> out.table("parties", "party", "name", "kind", "colour"))
                    .withMessageContaining("parties")
                    .withMessageContaining("colour");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> out.table("parties", "party", "kind"))
                    .withMessageContaining("needs column name");
        }
    }

    @Test
    void aRowOfTheWrongLengthIsRefused() {
        try (PackageWriter out = PackageWriter.open(folder.resolve("p"))) {
            RowSink parties = out.table("parties", "party", "name", "kind");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> parties.row("E-1", "name"))
                    .withMessageContaining("parties")
                    .withMessageContaining("party,name,kind");
        }
    }
}
