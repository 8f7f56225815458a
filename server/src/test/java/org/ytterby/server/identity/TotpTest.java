package org.ytterby.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
    private static final byte[] SECRET = bytes("12345678901234567890");

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /// RFC 6238, appendix B, the last six digits of the column for SHA-1.
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void codesAreThoseOfTheStandard(long timeS, String code) {
        assertThat(Totp.code(SECRET, timeS / 30)).isEqualTo(code);
        assertThat(Totp.stepOf(code, SECRET, timeS, 0)).hasValue(timeS / 30);
    }

    @Test
    void aCodeIsGoodForAStepBesideItsOwnAndNoFurther() {
        String code = Totp.code(SECRET, 100);
        assertThat(Totp.stepOf(code, SECRET, 101 * 30, 0)).hasValue(100);
        assertThat(Totp.stepOf(code, SECRET, 99 * 30, 0)).hasValue(100);
        assertThat(Totp.stepOf(code, SECRET, 102 * 30, 0)).isEmpty();
        assertThat(Totp.stepOf(code, SECRET, 98 * 30, 0)).isEmpty();
    }

    @Test
    void aCodeThatWasUsedIsUsedUp() {
        assertThat(Totp.stepOf(Totp.code(SECRET, 100), SECRET, 100 * 30, 100)).isEmpty();
    }

    /// RFC 4648, section 10, without padding.
    @ParameterizedTest
    @CsvSource({
        "f, MY",
        "fo, MZXQ",
        "foo, MZXW6",
        "foob, MZXW6YQ",
        "fooba, MZXW6YTB",
        "foobar, MZXW6YTBOI"
    })
    void secretsAreWrittenInBase32(String text, String written) {
        assertThat(Totp.base32(bytes(text))).isEqualTo(written);
    }
}
