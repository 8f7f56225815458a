package org.ytterby.core.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.ytterby.core.testing.Vectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Published hashes of leaves, nodes and roots.
class TreeVectorsTest {
    @TestFactory
    Stream<DynamicNode> everyHashAgrees() {
        return Vectors.cases(
                "merkle", "tree-hash*.json", (name, file) -> dynamicContainer(name, hashes(file)));
    }

    @TestFactory
    Stream<DynamicNode> everyRootAgrees() {
        return Vectors.cases(
                "merkle", "roots*.csv", (name, file) -> dynamicContainer(name, roots(file)));
    }

    private static List<DynamicNode> hashes(Path file) {
        JsonNode vectors = JsonMapper.shared().readTree(file.toFile());
        List<DynamicNode> tests = new ArrayList<>();
        MerkleTree tree = new MerkleTree();
        Frontier frontier = new Frontier();
        TreeHasher hasher = new TreeHasher();
        for (int size = 0; size < vectors.get("rootBySize").size(); size++) {
            Hash made = frontier.root();
            String want = vectors.get("rootBySize").get(size).asString();
            tests.add(dynamicTest("root " + size, () -> assertThat(made).hasToString(want)));
            if (size < vectors.get("leafInputs").size()) {
                Hash leaf = hasher.leaf(bytes(vectors.get("leafInputs").get(size)));
                tree.append(leaf);
                frontier.append(leaf);
            }
        }
        JsonNode levels = vectors.get("nodeHashesByLevel");
        for (int level = 0; level < levels.size(); level++) {
            for (int i = 0; i < levels.get(level).size(); i++) {
                Hash made = tree.node(level, i);
                String want = levels.get(level).get(i).asString();
                tests.add(
                        dynamicTest(
                                "node %d of level %d".formatted(i, level),
                                () -> assertThat(made).hasToString(want)));
            }
        }
        for (JsonNode c : vectors.get("hasher")) {
            tests.add(dynamicTest(c.get("desc").asString(), () -> hasherCase(c)));
        }
        return tests;
    }

    private static void hasherCase(JsonNode c) {
        TreeHasher hasher = new TreeHasher();
        if (c.has("leaf")) {
            assertThat(hasher.leaf(bytes(c.get("leaf")))).hasToString(c.get("want").asString());
        } else if (c.has("left")) {
            // shorter than hashes: only the prefix can be shown
            var digest = TreeHasher.sha256();
            digest.update((byte) 1);
            digest.update(bytes(c.get("left")));
            assertThat(Hash.of(digest.digest(bytes(c.get("right")))))
                    .hasToString(c.get("want").asString());
        } else {
            assertThat(TreeHasher.EMPTY).hasToString(c.get("want").asString());
        }
    }

    private static List<DynamicNode> roots(Path file) {
        List<DynamicNode> tests = new ArrayList<>();
        Frontier frontier = new Frontier();
        TreeHasher hasher = new TreeHasher();
        for (String line : lines(file).subList(1, lines(file).size())) {
            String[] cells = line.split(",", -1);
            if (!cells[0].equals("0")) {
                frontier.append(hasher.leaf(HexFormat.of().parseHex(cells[1])));
            }
            Hash made = frontier.root();
            tests.add(
                    dynamicTest("size " + cells[0], () -> assertThat(made).hasToString(cells[2])));
        }
        return tests;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(JsonNode hex) {
        return HexFormat.of().parseHex(hex.asString());
    }
}
