package org.ytterby.core.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.ytterby.core.environment.LimitCheck.Line;
import org.ytterby.core.environment.LimitCheck.Place;
import org.ytterby.core.environment.SpeciesBalance.Discharge;
import org.ytterby.core.environment.SpeciesBalance.Share;
import org.ytterby.core.environment.SpeciesBalance.Species;
import org.ytterby.core.environment.ThroughputCheck.Norm;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.ledger.Span;

class EnvironmentTest {
    private static final Clause CLAUSE = new Clause("a limit", "限值", "test", Confidence.SEEN);
    private static final YearMonth DECEMBER = YearMonth.of(2013, 12);
    private static final YearMonth JANUARY = YearMonth.of(2014, 1);

    private static long day(String date) {
        return LedgerTime.parseDate(date).orElseThrow();
    }

    private static Condition limit(String code, double bound, Span span, String... kinds) {
        return new Condition(
                code,
                "ammonia_nitrogen",
                Comparison.AT_MOST,
                bound,
                "mg/L",
                Set.of(kinds),
                span,
                CLAUSE);
    }

    private static final List<Condition> LIMITS =
            List.of(
                    limit("old", 25, new Span(day("2012-01-01"), day("2014-01-01")), "existing"),
                    limit("all", 15, new Span(day("2014-01-01"), LedgerTime.END)),
                    limit("special", 5, new Span(day("2011-10-01"), LedgerTime.END), "special"));

    private static MonthlyReturn at(YearMonth month, double ammonia) {
        return new MonthlyReturn("SEP", month, new TreeMap<>(Map.of("ammonia_nitrogen", ammonia)));
    }

    @Test
    void theLimitOfTheDayAndTheAreaCounts() {
        List<Line> lines =
                LimitCheck.of(
                        List.of(at(DECEMBER, 18), at(JANUARY, 18)),
                        List.of(new Place("SEP", Set.of("existing"))),
                        LIMITS,
                        DECEMBER,
                        JANUARY);
        assertThat(lines).extracting(l -> l.limit().code()).containsExactly("old", "all");
        assertThat(lines)
                .extracting(Line::judgement)
                .containsExactly(Judgement.MET, Judgement.BROKEN);
        assertThat(lines.getLast().excess()).isCloseTo(0.2, within(1e-12));
    }

    @Test
    void aSpecialAreaHasItsOwnLimitBesideTheGeneralOne() {
        List<Line> lines =
                LimitCheck.of(
                        List.of(at(JANUARY, 9)),
                        List.of(new Place("SEP", Set.of("special"))),
                        LIMITS,
                        JANUARY,
                        JANUARY);
        assertThat(lines)
                .extracting(Line::judgement)
                .containsExactly(Judgement.MET, Judgement.BROKEN);
        assertThat(lines.getLast().excess()).isCloseTo(0.8, within(1e-12));
    }

    @Test
    void aFigureThatNobodyGaveIsMissingAndNotZero() {
        List<Line> lines =
                LimitCheck.of(
                        List.of(), List.of(new Place("SEP", Set.of())), LIMITS, JANUARY, JANUARY);
        assertThat(lines)
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.judgement()).isEqualTo(Judgement.MISSING);
                    assertThat(line.value()).isNaN();
                });
    }

    @Test
    void useIsSetAgainstOutputAndMissingMonthsAreCounted() {
        List<MonthlyReturn> returns =
                List.of(
                        new MonthlyReturn("SEP", DECEMBER, new TreeMap<>(Map.of("water", 300.0))),
                        new MonthlyReturn("SEP", JANUARY, new TreeMap<>(Map.of("energy", 1.0))));
        Intensity water = Intensity.of(returns, "SEP", "water", new Months(DECEMBER, JANUARY), 20);
        assertThat(water).isEqualTo(new Intensity("SEP", "water", 300, 20, 15, 1));
        assertThat(Intensity.of(returns, "SEP", "water", new Months(JANUARY, JANUARY), 0))
                .satisfies(i -> assertThat(i.perTonne()).isNaN());
        assertThatThrownBy(() -> new Months(JANUARY, DECEMBER)).hasMessageContaining("before");
    }

    @Test
    void usedPowerAndChemicalsTellHowMuchWasMade() {
        List<Norm> norms =
                List.of(
                        new Norm("power", 8, "MWh/t", 0.1, "test", Confidence.SET),
                        new Norm("acid", 5, "t/t", 0.2, "test", Confidence.SET));
        ThroughputCheck check =
                ThroughputCheck.of(
                        "SEP",
                        100,
                        new TreeMap<>(Map.of("power", 1200.0, "acid", 700.0, "other", 1.0)),
                        norms);
        // 150 ± 15 and 140 ± 28: weights 1/225 and 1/784
        assertThat(check.impliedT()).isCloseTo(147.770, within(1e-3));
        assertThat(check.sigmaT()).isCloseTo(13.222, within(1e-3));
        assertThat(check.z()).isCloseTo(3.613, within(1e-3));
        assertThat(check.lines()).hasSize(2);
        ThroughputCheck none = ThroughputCheck.of("SEP", 100, new TreeMap<>(), norms);
        assertThat(none.impliedT()).isNaN();
        assertThatThrownBy(() -> new Norm("power", 0, "", 0.1, "", Confidence.SET))
                .hasMessageContaining("power");
    }

    @Test
    void whatCameInAsReagentMustHaveGoneSomewhere() {
        List<Share> shares =
                List.of(
                        new Share("nh4cl", Species.AMMONIA_NITROGEN, 0.25),
                        new Share("nh4cl", Species.CHLORIDE, 0.66),
                        new Share("hcl", Species.CHLORIDE, 0.97));
        TreeMap<String, Double> in =
                new TreeMap<>(Map.of("nh4cl", 1000.0, "hcl", 1000.0, "secret", 5.0));
        TreeMap<String, Double> recovered = new TreeMap<>(Map.of("nh4cl", 600.0));
        SpeciesBalance nitrogen =
                SpeciesBalance.of(
                        Species.AMMONIA_NITROGEN,
                        in,
                        recovered,
                        List.of(new Discharge(2000, 15)),
                        10,
                        shares);
        assertThat(nitrogen.inKg()).isEqualTo(250);
        assertThat(nitrogen.recoveredKg()).isEqualTo(150);
        assertThat(nitrogen.dischargedKg()).isCloseTo(30, within(1e-9));
        assertThat(nitrogen.unaccountedKg()).isCloseTo(60, within(1e-9));
        assertThat(nitrogen.unaccountedShare()).isCloseTo(0.24, within(1e-9));
        assertThat(nitrogen.reagents()).containsExactly("secret");
        SpeciesBalance chloride =
                SpeciesBalance.of(Species.CHLORIDE, in, recovered, List.of(), 0, shares);
        assertThat(chloride.inKg()).isEqualTo(1630);
        assertThat(
                        SpeciesBalance.of(
                                        Species.CHLORIDE,
                                        new TreeMap<>(),
                                        new TreeMap<>(),
                                        List.of(),
                                        0,
                                        shares)
                                .unaccountedShare())
                .isNaN();
    }

    private static AccessCheck.Plant plant(String id, double capacity, boolean verified) {
        Span always = new Span(LedgerTime.BEGINNING, LedgerTime.END);
        return new AccessCheck.Plant(
                id,
                id,
                Set.of("separation-ionic"),
                Map.of("capacity", new Evidence(capacity, verified, always, "doc")));
    }

    @Test
    void aProjectIsAdmittedWhenEveryConditionIsProven() {
        Condition least =
                new Condition(
                        "least",
                        "capacity",
                        Comparison.AT_LEAST,
                        3000,
                        "t",
                        Set.of("separation-ionic"),
                        new Span(day("2016-07-01"), LedgerTime.END),
                        CLAUSE);
        long now = day("2020-01-01");
        List<Condition> conditions = List.of(least);
        assertThat(AccessCheck.of(plant("a", 3000, true), conditions, now).isAdmitted()).isTrue();
        AccessCheck small = AccessCheck.of(plant("b", 2999, true), conditions, now);
        assertThat(small.isAdmitted()).isFalse();
        assertThat(small.open())
                .extracting(AccessCheck.Answer::judgement)
                .containsExactly(Judgement.BROKEN);
        assertThat(AccessCheck.of(plant("c", 9999, false), conditions, now).isAdmitted()).isFalse();
        assertThat(AccessCheck.of(plant("a", 1, true), conditions, day("2016-06-30")).isAdmitted())
                .as("no condition was in force")
                .isFalse();
        assertThat(
                        AccessCheck.exitList(
                                List.of(
                                        plant("z", 10, true),
                                        plant("b", 2999, true),
                                        plant("a", 3000, true),
                                        plant("c", 5, false)),
                                conditions,
                                now))
                .extracting(AccessCheck::id)
                .containsExactly("b", "z");
    }

    @Test
    void comparisonsKeepTheirEdges() {
        assertThat(Comparison.AT_LEAST.holds(5, 5)).isTrue();
        assertThat(Comparison.AT_MOST.holds(5, 5)).isTrue();
        assertThat(Comparison.ABOVE.holds(5, 5)).isFalse();
        assertThat(Comparison.BELOW.holds(5, 5)).isFalse();
        assertThat(Comparison.EQUAL.holds(5, 5)).isTrue();
        assertThat(Comparison.EQUAL.holds(5.1, 5)).isFalse();
        assertThat(Comparison.ABOVE.holds(5.1, 5)).isTrue();
        assertThat(Comparison.BELOW.holds(4.9, 5)).isTrue();
        assertThatThrownBy(() -> new Evidence(Double.NaN, true, new Span(0, 1), ""))
                .hasMessageContaining("NaN");
    }
}
