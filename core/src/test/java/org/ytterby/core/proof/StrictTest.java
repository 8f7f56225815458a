package org.ytterby.core.proof;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictTest {
    @ParameterizedTest
    @ValueSource(ints = {0x1b, 0x85, 0x200b, 0x202e, 0x2066, 0x2028, 0x2029, 0xfeff, 0xd800})
    void nothingThatMovesOrHidesTextIsQuoted(int point) {
        assertThat(Strict.brief("a" + Character.toString(point) + "b")).isEqualTo("«a?b»");
    }

    @Test
    void otherTextIsQuotedAsItStands() {
        assertThat(Strict.brief("海关 é 😀")).isEqualTo("«海关 é 😀»");
    }

    @Test
    void aLongTextIsCut() {
        assertThat(Strict.brief("x".repeat(61))).isEqualTo("«" + "x".repeat(60) + "…»");
    }
}
