package org.ytterby.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ytterby.core.environment.Condition;
import org.ytterby.core.environment.Confidence;
import org.ytterby.core.environment.SpeciesBalance.Share;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.plan.opinion.BackTest;
import org.ytterby.formats.EnvironmentTables.Subject;

class EnvironmentTablesTest {
    private static long day(String date) {
        return LedgerTime.parseDate(date).orElseThrow();
    }

    private static List<Double> bounds(String date, String... kinds) {
        return EnvironmentTables.conditions(Subject.EMISSION).stream()
                .filter(c -> c.binds(Set.of(kinds), day(date)))
                .map(Condition::bound)
                .toList();
    }

    @Test
    void ammoniaNitrogenHasALimitThatChangedWithTheYears() {
        assertThat(bounds("2013-12-31", "existing-enterprise")).containsExactly(25.0);
        assertThat(bounds("2014-01-01", "existing-enterprise")).containsExactly(15.0);
        assertThat(bounds("2020-01-01", "special-area")).containsExactly(15.0, 5.0);
        assertThat(bounds("2011-01-01")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everyConditionSaysWhatItIsAndWhereItStands(Subject subject) {
        List<Condition> conditions = EnvironmentTables.conditions(subject);
        assertThat(conditions).isNotEmpty();
        assertThat(conditions).extracting(Condition::code).doesNotHaveDuplicates();
        for (Condition c : conditions) {
            assertThat(c.clause().zh()).as(c.code()).matches(".*\\p{IsHan}.*");
            assertThat(c.clause().en()).as(c.code()).isNotBlank();
            assertThat(c.clause().source()).as(c.code()).isNotBlank();
            assertThat(c.clause().confidence()).isNotEqualTo(Confidence.NOT_SEEN);
        }
    }

    @Test
    void limitsThatWereNotSeenAreKeptApart() {
        assertThat(EnvironmentTables.unknown(Subject.EMISSION))
                .hasSize(3)
                .allSatisfy(
                        u -> assertThat(u.clause().confidence()).isEqualTo(Confidence.NOT_SEEN));
        assertThat(EnvironmentTables.unknown(Subject.ACCESS)).isEmpty();
    }

    @Test
    void reagentsHoldWhatTheirFormulasSay() {
        assertThat(EnvironmentTables.shares())
                .filteredOn(s -> s.reagent().equals("ammonium_chloride"))
                .extracting(Share::kgPerKg)
                .satisfiesExactly(
                        n -> assertThat(n).isCloseTo(0.2619, within(1e-4)),
                        cl -> assertThat(cl).isCloseTo(0.6628, within(1e-4)));
        assertThat(EnvironmentTables.indicators()).hasSizeGreaterThan(15);
        assertThat(EnvironmentTables.norms())
                .isNotEmpty()
                .allSatisfy(n -> assertThat(n.norm().confidence()).isEqualTo(Confidence.RECALLED));
    }

    @Test
    void thePublishedPlansMakeSevenPairs() {
        assertThat(BackTest.pairs(PublishedPlans.shipped())).hasSize(7);
    }
}
