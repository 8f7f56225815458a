package org.ytterby.core.proof;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.math.ec.rfc8032.Ed25519.PublicPoint;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ytterby.core.testing.Vectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class Ed25519Test {
    private static final byte[] MESSAGE = "ytterby".getBytes(StandardCharsets.UTF_8);

    @TestFactory
    Stream<DynamicNode> everyPublishedSignatureIsJudgedAsItShould() {
        return Vectors.cases(
                "merkle",
                "wycheproof-ed25519*.json",
                (name, file) -> dynamicContainer(name, signatures(file)));
    }

    private static List<DynamicNode> signatures(Path file) {
        List<DynamicNode> tests = new ArrayList<>();
        for (JsonNode group : JsonMapper.shared().readTree(file.toFile()).get("testGroups")) {
            JsonNode key = group.has("publicKey") ? group.get("publicKey") : group.get("key");
            byte[] publicKey = bytes(key.get("pk").asString());
            for (JsonNode c : group.get("tests")) {
                tests.add(
                        dynamicTest(
                                c.get("tcId").asString() + " " + c.path("comment").asString(""),
                                () ->
                                        assertThat(isSigned(publicKey, c))
                                                .isEqualTo(
                                                        c.get("result")
                                                                .asString()
                                                                .equals("valid"))));
            }
        }
        return tests;
    }

    private static boolean isSigned(byte[] publicKey, JsonNode c) {
        var key = Ed25519.publicPoint(publicKey);
        return key != null
                && Ed25519.isSigned(
                        key, bytes(c.get("msg").asString()), bytes(c.get("sig").asString()));
    }

    /// RFC 8032, section 7.1, tests 1 to 3.
    @ParameterizedTest
    @CsvSource({
        "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60,"
                + " d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb,"
                + " 3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
        "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7,"
                + " fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025"
    })
    void publicKeysFollowFromSeeds(String seed, String publicKey) {
        assertThat(Ed25519.publicKey(bytes(seed))).isEqualTo(bytes(publicKey));
    }

    @Test
    void aSignatureWithTheOrderAddedIsRefused() {
        byte[] seed = Keys.seed(9);
        var key = point(seed);
        byte[] signature = Ed25519.sign(seed, MESSAGE);
        assertThat(Ed25519.isSigned(key, MESSAGE, signature)).isTrue();
        BigInteger order =
                BigInteger.TWO
                        .pow(252)
                        .add(new BigInteger("27742317777372353535851937790883648493"));
        byte[] twin = signature.clone();
        BigInteger sum = order;
        for (int i = 0; i < 32; i++) {
            sum = sum.add(BigInteger.valueOf(signature[32 + i] & 0xff).shiftLeft(8 * i));
        }
        for (int i = 0; i < 32; i++) {
            twin[32 + i] = sum.shiftRight(8 * i).byteValue();
        }
        assertThat(Ed25519.isSigned(key, MESSAGE, twin)).isFalse();
    }

    /// Points whose order divides 8, and encodings that are no point or not the only one.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0100000000000000000000000000000000000000000000000000000000000000",
                "0000000000000000000000000000000000000000000000000000000000000000",
                "0000000000000000000000000000000000000000000000000000000000000080",
                "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
                "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
                "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "0100000000000000000000000000000000000000000000000000000000000080",
                "0200000000000000000000000000000000000000000000000000000000000000"
            })
    void unfitKeysAreRefused(String key) {
        assertThat(Ed25519.publicPoint(bytes(key))).isNull();
        assertThatThrownBy(() -> new VerifierKey("a", KeyType.NOTE, bytes(key)))
                .isInstanceOf(ProofRefused.class);
    }

    @Test
    void aCommitmentOfSmallOrderIsRefused() {
        var key = point(Keys.seed(9));
        byte[] signature = new byte[64];
        signature[0] = 1;
        assertThat(Ed25519.isSigned(key, MESSAGE, signature)).isFalse();
    }

    private static PublicPoint point(byte[] seed) {
        return requireNonNull(Ed25519.publicPoint(Ed25519.publicKey(seed)));
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
