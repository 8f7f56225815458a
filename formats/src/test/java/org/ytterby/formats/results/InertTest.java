package org.ytterby.formats.results;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InertTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "@SUM(A1:A9)",
                "+cmd|' /C calc'!A0",
                "-2+3",
                "-",
                "-1e5",
                "＝1+1",
                "＠SUM(A1)"
            })
    void whatBeginsLikeAFormulaStandsBehindAnApostrophe(String text) {
        assertThat(Inert.cell(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "+12.5", "-0.001", "R-1", "1=1", "a@b", "镨钕", "'=1"})
    void allElseIsKept(String text) {
        assertThat(Inert.cell(text)).isEqualTo(text);
    }
}
