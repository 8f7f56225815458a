package org.ytterby.core.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ytterby.core.testing.Property;
import org.ytterby.core.testing.Vectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TileTest {
    @TestFactory
    Stream<DynamicNode> everyPublishedPathAndWidthAgrees() {
        return Vectors.cases(
                "merkle", "tile-paths*.json", (name, file) -> dynamicContainer(name, paths(file)));
    }

    private static List<DynamicNode> paths(Path file) {
        JsonNode vectors = JsonMapper.shared().readTree(file.toFile());
        List<DynamicNode> tests = new ArrayList<>();
        for (JsonNode c : vectors.get("index")) {
            tests.add(
                    dynamicTest(
                            c.get("path").asString(),
                            () ->
                                    assertThat(
                                                    TilePath.entries(
                                                            c.get("n").asLong(), TilePath.WIDTH))
                                            .hasToString(
                                                    "tile/entries/" + c.get("path").asString())));
        }
        for (JsonNode c : vectors.get("partialWidths")) {
            long size = c.get("size").asLong();
            c.get("tiles")
                    .forEach(tile ->
                            tests.add(
                                    dynamicTest(
                                            "level %s of size %d"
                                                    .formatted(tile.get("level"), size),
                                            () -> assertWidths(size, tile))));
        }
        return tests;
    }

    private static void assertWidths(long size, JsonNode tile) {
        long full = tile.get("full").asLong();
        long hashes = TilePath.hashes(tile.get("level").asInt(), size);
        if (full > 0) {
            assertThat(TilePath.widthOf(full - 1, hashes)).isEqualTo(TilePath.WIDTH);
        }
        assertThat(TilePath.widthOf(full, hashes)).isEqualTo(tile.get("partial").asInt());
        assertThat(TilePath.widthOf(full + 1, hashes)).isZero();
    }

    @Test
    void pathsAreReadAsTheyAreWritten() {
        Property.forAll(
                500,
                random -> {
                    long index = random.nextLong() >>> random.nextInt(1, Long.SIZE);
                    int width = random.nextInt(1, 257);
                    TilePath path =
                            random.nextBoolean()
                                    ? TilePath.entries(index, width)
                                    : TilePath.hashes(random.nextInt(64), index, width);
                    assertThat(TilePath.parse(path.toString())).isEqualTo(path);
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tile",
                "tile/",
                "tile/0",
                "tile/0/",
                "tile/0/0",
                "tile/0/00",
                "tile/0/0000",
                "tile/0/x000/000",
                "tile/0/001/234",
                "tile/0/x001/x234",
                "tile/0/x1/234",
                "tile/00/000",
                "tile/64/000",
                "tile/-1/000",
                "tile/+0/000",
                "tile/data/000",
                "tile/0/000.p/0",
                "tile/0/000.p/256",
                "tile/0/000.p/01",
                "tile/0/000.p",
                "tile/0/000.p/1/",
                "tile/0/000/",
                "/tile/0/000",
                "tile/0/../000",
                "tile/0/x009/x223/x372/x036/x854/x775/808"
            })
    void otherSpellingsAreRefused(String path) {
        var refused = catchThrowableOfType(ProofRefused.class, () -> TilePath.parse(path));
        assertThat(refused.refusal().code()).isEqualTo(Refusal.Code.PATH_MALFORMED);
    }

    @Test
    void aTreeOfSeventyThousandHasTheTilesOfTheSpecification() {
        MemoryLog log = new MemoryLog();
        log.put(ReferenceTree.entries(70_000));
        assertThat(log.files().keySet())
                .contains(
                        "tile/0/000",
                        "tile/0/272",
                        "tile/0/273.p/112",
                        "tile/1/000",
                        "tile/1/001.p/17",
                        "tile/2/000.p/1",
                        "tile/entries/272",
                        "tile/entries/273.p/112")
                .hasSize(273 + 1 + 1 + 1 + 1 + 273 + 1);
        List<Hash> top = HashTile.parse(TilePath.hashes(2, 0, 1), log.file("tile/2/000.p/1"));
        assertThat(top)
                .containsExactly(
                        new ProofMaker(ReferenceTree.tree(ReferenceTree.entries(70_000)))
                                .root(65_536));
    }

    @Test
    void bundlesAreReadAsTheyAreWritten() {
        TilePath path = TilePath.entries(0, 3);
        List<byte[]> entries = List.of(new byte[0], new byte[65_535], new byte[] {1, 2});
        byte[] bytes = EntryBundle.bytes(entries);
        assertThat(bytes).hasSize(2 + 2 + 65_535 + 2 + 2).startsWith(0, 0, 0xff, 0xff);
        assertThat(EntryBundle.parse(path, bytes)).hasSize(3).last().isEqualTo(new byte[] {1, 2});
        for (int cut = 1; cut < 5; cut++) {
            byte[] shorter = Arrays.copyOf(bytes, bytes.length - cut);
            assertThatThrownBy(() -> EntryBundle.parse(path, shorter))
                    .isInstanceOf(ProofRefused.class);
        }
        byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
        assertThatThrownBy(() -> EntryBundle.parse(path, longer)).isInstanceOf(ProofRefused.class);
        assertThatThrownBy(() -> EntryBundle.bytes(List.of(new byte[65_536])))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void proofsFromMissingTilesAreRefused() {
        MemoryLog log = new MemoryLog();
        log.put(ReferenceTree.entries(300));
        log.files().remove("tile/0/000");
        ProofMaker maker = new ProofMaker(new TiledNodes(log, 300));
        var refused = catchThrowableOfType(ProofRefused.class, () -> maker.inclusion(1, 300));
        assertThat(refused.refusal().code()).isEqualTo(Refusal.Code.TILE_MISSING);
    }
}
