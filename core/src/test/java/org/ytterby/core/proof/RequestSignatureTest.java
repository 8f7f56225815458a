package org.ytterby.core.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestSignatureTest {
    /// The example of RFC 9421, appendix B.2.6, and the key of its appendix B.1.4.
    private static final String INPUT =
            "sig-b26=(\"date\" \"@method\" \"@path\" \"@authority\" \"content-type\""
                    + " \"content-length\");created=1618884473;keyid=\"test-key-ed25519\"";

    private static final String SIGNATURE =
            "sig-b26=:wqcAqbmYJ2ji2glfAMaRy4gruYYnx2nEFN2HN6jrnDnQCK1u02Gb04v9EDgwUPiu4A0w6vuQv5lIp5WPpBKRCw==:";

    private static final Map<String, String> REQUEST =
            Map.of(
                    "date", "Tue, 20 Apr 2021 02:07:55 GMT",
                    "@method", "POST",
                    "@path", "/foo",
                    "@authority", "example.com",
                    "content-type", "application/json",
                    "content-length", "18");

    private static final String KEY = "JrQLj5P_89iXES9-vFgrIy29clF9CC_oPPsw3c5D0bs";

    @Test
    void theExampleOfTheStandardIsGenuine() {
        RequestSignature made = RequestSignature.parse(INPUT, SIGNATURE);
        String base = made.base(REQUEST::get);
        assertThat(made.createdS()).isEqualTo(1_618_884_473);
        assertThat(made.keyId()).isEqualTo("test-key-ed25519");
        assertThat(base)
                .startsWith("\"date\": Tue, 20 Apr 2021 02:07:55 GMT\n\"@method\": POST\n")
                .endsWith(";created=1618884473;keyid=\"test-key-ed25519\"");
        assertThat(RequestSignature.signed(base, "@path")).isEqualTo("/foo");
        assertThat(RequestSignature.signed(base, "@query")).isNull();
        SenderKey key = SenderKey.parse(KEY);
        assertThat(key.isSigned(bytes(base), made.signature())).isTrue();
        assertThat(key.isSigned(bytes(base.replace("/foo", "/fou")), made.signature())).isFalse();
    }

    /// RFC 8037, appendix A.3: the thumbprint of the key of its appendix A.2.
    @Test
    void aKeyIsCalledByItsThumbprint() {
        assertThat(SenderKey.parse("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo").id())
                .isEqualTo("kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
    }

    /// RFC 9530, section 2: the digest of `{"hello": "world"}`.
    @Test
    void contentHasTheDigestOfTheStandard() {
        assertThat(
                        RequestSignature.contentDigest(
                                TreeHasher.sha256().digest(bytes("{\"hello\": \"world\"}"))))
                .isEqualTo("sha-256=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=:");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sig=",
                "sig=();created=1;keyid=\"k\"",
                "sig=(\"@method\");created=1",
                "sig=(\"@method\");keyid=\"k\";alg=\"ed25519\"",
                "sig=(\"@method\");created=x;keyid=\"k\"",
                "sig=(\"@method\");created=\"1\";keyid=\"k\"",
                "sig=(\"@method\");created=1;keyid=1",
                "sig=(\"@method\");created=1;created=2;keyid=\"k\"",
                "sig=(\"@method\");created=1;keyid=\"k\";alg=\"rsa-v1_5-sha256\"",
                "sig=(\"@method\");created=1;keyid=\"k\";expires=2",
                "sig=(\"@method\" \"@method\");created=1;keyid=\"k\"",
                "sig=(\"@method\"  \"@path\");created=1;keyid=\"k\"",
                "sig=(\"@query-param\";name=\"a\");created=1;keyid=\"k\"",
                "sig=(\"@METHOD\");created=1;keyid=\"k\"",
                "sig=(\"@method\");created=1234567890123456;keyid=\"k\"",
                "sig=(\"@method\");created=1;keyid=\"k\", other=(\"@path\");created=1;keyid=\"k\"",
                "sig=(\"@method\");created=1;keyid=\"é\"",
                "Sig=(\"@method\");created=1;keyid=\"k\"",
            })
    void whatIsNoSuchFieldIsRefusedWithWhatWouldBeRight(String input) {
        assertThatThrownBy(() -> RequestSignature.parse(input, "sig=:AAAA:"))
                .isInstanceOfSatisfying(
                        ProofRefused.class,
                        e -> {
                            assertThat(e.refusal().code())
                                    .isEqualTo(Refusal.Code.SIGNATURE_MALFORMED);
                            assertThat(e.refusal().en())
                                    .contains("Signature-Input", "\"@path\"", "RFC 9421");
                            assertThat(e.refusal().zh()).contains("应如");
                        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "sig=AAAA", "sig=:AAA:", "sig=:A-_A:", "other=:AAAA:", "sig=:AAAA:,"})
    void aSignatureInAnotherFormIsRefused(String signature) {
        assertThatThrownBy(() ->
                        RequestSignature.parse(
                                "sig=(\"@method\");created=1;keyid=\"k\"", signature))
                .isInstanceOf(ProofRefused.class);
    }

    @Test
    void aPartThatIsNotThereIsNamed() {
        RequestSignature made =
                RequestSignature.parse(
                        "sig=(\"@method\" \"x-other\");created=1;keyid=\"k\";nonce=\"n\"",
                        "sig=:AAAA:");
        assertThat(made.parts()).isEqualTo(List.of("@method", "x-other"));
        assertThatThrownBy(() -> made.base(part -> part.equals("@method") ? "GET" : null))
                .hasMessageContaining("x-other");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "short",
                "JrQLj5P_89iXES9-vFgrIy29clF9CC_oPPsw3c5D0bs=",
                "JrQLj5P/89iXES9+vFgrIy29clF9CC/oPPsw3c5D0bs",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
            })
    void whatIsNoKeyIsRefused(String text) {
        assertThatThrownBy(() -> SenderKey.parse(text))
                .isInstanceOfSatisfying(
                        ProofRefused.class,
                        e -> assertThat(e.refusal().code()).isEqualTo(Refusal.Code.KEY_MALFORMED));
    }

    @Test
    void aKeyGoesWithItsSeed() {
        byte[] seed = new byte[Ed25519.KEY_BYTES];
        seed[0] = 7;
        SenderKey key = SenderKey.of(seed);
        byte[] message = bytes("a request");
        assertThat(key.isSigned(message, Ed25519.sign(seed, message))).isTrue();
        assertThat(Base64.getUrlDecoder().decode(key.toString())).hasSize(Ed25519.KEY_BYTES);
    }
}
