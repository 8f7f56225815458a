package org.ytterby.core.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.ytterby.core.testing.Vectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Published proofs, those to accept and those to refuse.
class ProofVectorsTest {
    @TestFactory
    Stream<DynamicNode> inclusion() {
        return cases(
                "inclusion*.json",
                c ->
                        ProofCheck.inclusion(
                                number(c, "leafIdx"),
                                number(c, "treeSize"),
                                hash(c, "leafHash"),
                                proof(c),
                                root(c, "root")));
    }

    @TestFactory
    Stream<DynamicNode> consistency() {
        return cases(
                "consistency*.json",
                c ->
                        ProofCheck.consistency(
                                number(c, "size1"),
                                number(c, "size2"),
                                proof(c),
                                root(c, "root1"),
                                root(c, "root2")));
    }

    @TestFactory
    Stream<DynamicNode> subtreeInclusion() {
        return cases(
                "subtreeinclusion*.json",
                c ->
                        ProofCheck.subtreeInclusion(
                                number(c, "leafIdx"),
                                range(c),
                                hash(c, "leafHash"),
                                proof(c),
                                root(c, "root")));
    }

    @TestFactory
    Stream<DynamicNode> subtreeConsistency() {
        return cases(
                "subtreeconsistency*.json",
                c ->
                        ProofCheck.subtreeConsistency(
                                range(c),
                                number(c, "size"),
                                proof(c),
                                root(c, "root1"),
                                root(c, "root2")));
    }

    private static Stream<DynamicNode> cases(String glob, Consumer<JsonNode> check) {
        return Vectors.cases(
                "merkle", glob, (name, file) -> dynamicContainer(name, tests(file, check)));
    }

    private static List<DynamicNode> tests(Path file, Consumer<JsonNode> check) {
        List<DynamicNode> tests = new ArrayList<>();
        for (JsonNode c : JsonMapper.shared().readTree(file.toFile()).get("cases")) {
            tests.add(dynamicTest(c.get("file").asString(), () -> judge(c, check)));
        }
        assertThat(tests).isNotEmpty();
        return tests;
    }

    private static void judge(JsonNode c, Consumer<JsonNode> check) {
        if (c.get("wantErr").asBoolean()) {
            assertThatThrownBy(() -> check.accept(c)).isInstanceOf(ProofRefused.class);
        } else {
            check.accept(c);
        }
    }

    /// Numbers up to 2⁶⁴ − 1; those above 2⁶³ − 1 come out negative.
    private static long number(JsonNode c, String key) {
        return c.get(key).bigIntegerValue().longValue();
    }

    private static ProofCheck.Range range(JsonNode c) {
        return new ProofCheck.Range(number(c, "start"), number(c, "end"));
    }

    private static Hash hash(JsonNode c, String key) {
        return Hash.ofBase64(c.get(key).isNull() ? "" : c.get(key).asString());
    }

    /// A root. Some cases put a word in its place, where only equality matters: one hash a word.
    private static Hash root(JsonNode c, String key) {
        byte[] bytes = Strict.base64(c.get(key).asString(""), Refusal.Code.HASH_MALFORMED);
        return bytes.length == Hash.BYTES ? Hash.of(bytes) : new TreeHasher().leaf(bytes);
    }

    private static List<Hash> proof(JsonNode c) {
        List<Hash> proof = new ArrayList<>();
        for (JsonNode hash : c.get("proof")) {
            proof.add(Hash.ofBase64(hash.asString()));
        }
        return proof;
    }
}
