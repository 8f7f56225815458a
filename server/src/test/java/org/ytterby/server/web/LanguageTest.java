package org.ytterby.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LanguageTest {
    @Test
    void thousandsAreSetApart() {
        assertThat(Language.EN.mass(126_500_000)).isEqualTo("126,500 t");
        assertThat(Language.ZH.mass(1_743_000)).isEqualTo("1,743 吨");
        assertThat(Language.EN.mass(9444, 1500)).isEqualTo("9,444 ± 1,500 kg");
        assertThat(Language.EN.mass(673_500)).isEqualTo("673.5 t");
    }

    @Test
    void decimalsAreNotSetApart() {
        assertThat(Language.EN.mass(0.01234)).isEqualTo("0.01234 kg");
    }

    @Test
    void lessThanNothingBearsTheSignOfFigures() {
        assertThat(Language.EN.mass(-193_300)).isEqualTo("−193.3 t");
        assertThat(Language.EN.fixed(-2.704)).isEqualTo("−2.70");
    }

    @Test
    void nothingBearsNoSign() {
        assertThat(Language.EN.fixed(-0.001)).isEqualTo("0.00");
    }

    @Test
    void chancesTooSmallToTellApartAreSaidAsSuch() {
        assertThat(Language.EN.chance(2.08e-113)).isEqualTo("< 0.0001");
        assertThat(Language.EN.chance(0)).isEqualTo("< 0.0001");
        assertThat(Language.EN.chance(0.0609)).isEqualTo("0.0609");
    }
}
