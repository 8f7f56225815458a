package org.ytterby.core.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.ledger.Span;
import org.ytterby.core.material.Element;

/// What rules say of themselves, and how amounts read.
class RuleTest {
    @ParameterizedTest
    @EnumSource(Rule.class)
    void everyRuleKnowsBenignCausesInBothLanguages(Rule rule) {
        assertThat(rule.benignCauses()).isNotEmpty();
        assertThat(rule.benignCauses())
                .allSatisfy(text -> {
                    assertThat(text.en()).isNotBlank();
                    assertThat(text.zh()).containsPattern("\\p{IsHan}");
                });
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void everyRuleSaysWhatItAsksForInBothLanguages(Rule rule) {
        assertThat(RuleText.of(rule).en()).isNotBlank();
        assertThat(RuleText.of(rule).zh()).containsPattern("\\p{IsHan}");
    }

    /// Limits are dated rows of a table: a sentence would keep the number of another year.
    @ParameterizedTest
    @EnumSource(Rule.class)
    void noRuleQuotesALimitThatMayChange(Rule rule) {
        assertThat(RuleText.of(rule).en()).doesNotContainPattern("\\d");
        assertThat(RuleText.of(rule).zh()).doesNotContainPattern("\\d");
    }

    @Test
    void codesAreTheWordsOfTheContract() {
        assertThat(Rule.UNLICENSED_EXTRACTION.code()).isEqualTo("unlicensed-extraction");
        assertThat(Rule.INVENTORY_TOO_GOOD.code()).isEqualTo("inventory-too-good");
        assertThat(Rule.values()).hasSize(27);
    }

    @Test
    void severitiesAreOrderedMostSeriousFirst() {
        assertThat(Severity.values())
                .extracting(Severity::code)
                .containsExactly("high", "medium", "low");
    }

    @Test
    void massesReadWithFourFigures() {
        assertThat(Say.mass(1234.56).en()).isEqualTo("1235 kg");
        assertThat(Say.mass(9_999).en()).isEqualTo("9999 kg");
        assertThat(Say.mass(12_345_678).en()).isEqualTo("12350 t");
        assertThat(Say.mass(0).en()).isEqualTo("0 kg");
        assertThat(Say.mass(-12_346).en()).isEqualTo("-12.35 t");
        assertThat(Say.mass(Double.NaN).en()).startsWith("?");
    }

    @Test
    void anUncertaintyReadsInTheUnitOfItsMass() {
        assertThat(Say.mass(12_346, 678).en()).isEqualTo("12.35 ± 0.68 t");
        assertThat(Say.mass(500, 12_345).en()).isEqualTo("500 ± 12000 kg");
        assertThat(Say.mass(500, 0).en()).isEqualTo("500 kg");
        assertThat(Say.mass(500, Double.NaN).en()).isEqualTo("500 kg");
    }

    @Test
    void sharesReadAsPercent() {
        assertThat(Say.percent(0.01234)).isEqualTo("1.2 %");
    }

    @Test
    void aSpanReadsByItsFirstAndLastDay() {
        Span january =
                new Span(
                        LedgerTime.startOfMonth(2024 * 12), LedgerTime.startOfMonth(2024 * 12 + 1));
        assertThat(Say.days(january)).isEqualTo(Text.same("2024-01-01 – 2024-01-31"));
        assertThat(Say.month(2024 * 12)).isEqualTo("2024-01");
    }

    @Test
    void anOpenEndReadsAsOpen() {
        long end = LedgerTime.startOfMonth(2024 * 12);
        assertThat(Say.days(new Span(LedgerTime.BEGINNING, end)))
                .isEqualTo(new Text("open – 2023-12-31", "不限 – 2023-12-31"));
        assertThat(Say.days(new Span(end, LedgerTime.END)))
                .isEqualTo(new Text("2024-01-01 – open", "2024-01-01 – 不限"));
    }

    @Test
    void unitsReadInBothLanguages() {
        assertThat(Say.mass(12_346, 678).zh()).isEqualTo("12.35 ± 0.68 吨");
        assertThat(Say.mass(500).zh()).isEqualTo("500 千克");
        assertThat(Say.grams(1_234.5678)).isEqualTo(new Text("1234.568 kg", "1234.568 千克"));
    }

    @Test
    void elementsReadInBothLanguages() {
        List<Element> both = List.of(Element.Pr, Element.Nd);
        assertThat(Say.symbols(both)).isEqualTo("Pr, Nd");
        assertThat(Say.chinese(both)).isEqualTo("镨、钕");
    }
}
