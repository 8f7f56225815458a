package org.ytterby.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrintableTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "R-1", "Größe", "稀土 2019 年", "\uD83D\uDC8E", "a\\b", "\u3000"})
    void whatShowsIsKept(String text) {
        assertThat(Printable.of(text)).isEqualTo(text);
        assertThat(Printable.of(text, 50)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "27,\\u001b",
        "0,\\u0000",
        "127,\\u007f",
        "155,\\u009b",
        "10,\\n",
        "13,\\r",
        "9,\\t",
        "8238,\\u202e",
        "8203,\\u200b",
        "65279,\\ufeff",
        "8232,\\u2028",
        "55357,\\ud83d",
        "917505,\\udb40\\udc01"
    })
    void whatDoesNotShowIsWrittenOut(int point, String shown) {
        assertThat(Printable.of("a" + Character.toString(point) + "b"))
                .isEqualTo("a" + shown + "b");
    }

    @Test
    void aLongTextIsCutBehindItsLastWholeCharacter() {
        assertThat(Printable.of("x".repeat(10), 10)).isEqualTo("x".repeat(10));
        assertThat(Printable.of("x".repeat(11), 10)).isEqualTo("x".repeat(10) + "…");
        assertThat(Printable.of("x".repeat(9) + "\uD83D\uDC8E", 10)).isEqualTo("x".repeat(9) + "…");
        assertThat(Printable.of("x".repeat(8) + "\u001b", 10)).isEqualTo("x".repeat(8) + "…");
    }

    @Test
    void cuttingAgainChangesNothing() {
        String once = Printable.of("\u0007".repeat(300), 200);
        assertThat(once).hasSizeLessThanOrEqualTo(201).endsWith("…");
        assertThat(Printable.of(once, 200)).isEqualTo(once);
    }
}
