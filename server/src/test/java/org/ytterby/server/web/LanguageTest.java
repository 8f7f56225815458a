package org.ytterby.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.ytterby.core.supervision.Text;

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
    void sharesReadEvenly() {
        assertThat(Language.EN.percent(0.61)).isEqualTo("61.0 %");
        assertThat(Language.EN.percent(0.02)).isEqualTo("2.0 %");
        assertThat(Language.EN.percent(0.0048)).isEqualTo("0.5 %");
        assertThat(Language.EN.percent(0.0001)).isEqualTo("< 0.1 %");
        assertThat(Language.EN.percent(-0.0001)).isEqualTo("0.0 %");
        assertThat(Language.EN.percent(-0.02)).isEqualTo("−2.0 %");
        assertThat(Language.EN.percent(0)).isEqualTo("0 %");
        assertThat(Language.EN.percent(Double.NaN)).isEqualTo("–");
    }

    @Test
    void aSentenceBeginsWithACapitalAndItsMassesAreSetApart() {
        Text text =
                new Text(
                        "export of lot A-1905-1 (5347 kg): 9129 ± 1900 kg above 8081 t in 2019",
                        "批次 A-1905-1（5347 千克）：2019 年超过 8081 吨");
        assertThat(Language.EN.sentence(text))
                .isEqualTo(
                        "Export of lot A-1905-1 (5,347 kg): 9,129 ± 1,900 kg above 8,081 t in 2019");
        assertThat(Language.ZH.sentence(text)).isEqualTo("批次 A-1905-1（5,347 千克）：2019 年超过 8,081 吨");
        assertThat(Language.EN.sentence(Text.same("pit-01: 20 t"))).isEqualTo("pit-01: 20 t");
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
