package org.ytterby.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ytterby.core.testing.TestLimits;

class LimitsTest {
    private static final long CHANGE = LedgerTime.startOfYear(2020);

    private static Limits changing() {
        List<Limits.Row> rows = new ArrayList<>();
        for (Limit limit : Limit.values()) {
            rows.add(new Limits.Row(limit, 1, new Span(LedgerTime.BEGINNING, CHANGE)));
            rows.add(new Limits.Row(limit, 2, new Span(CHANGE, LedgerTime.END)));
        }
        return new Limits(rows);
    }

    @Test
    void aNumberHoldsInItsTime() {
        assertThat(changing().at(Limit.REPORT_DUE_DAY, CHANGE - 1)).isEqualTo(1);
        assertThat(changing().at(Limit.REPORT_DUE_DAY, CHANGE)).isEqualTo(2);
    }

    @Test
    void ofOverlappingNumbersTheLaterBegunHolds() {
        List<Limits.Row> rows = new ArrayList<>();
        for (Limit limit : Limit.values()) {
            rows.add(new Limits.Row(limit, 2, new Span(CHANGE, LedgerTime.END)));
            rows.add(new Limits.Row(limit, 1, new Span(LedgerTime.BEGINNING, LedgerTime.END)));
        }
        assertThat(new Limits(rows).at(Limit.MIRROR_GAP_KG_MAX, CHANGE)).isEqualTo(2);
    }

    @Test
    void oneMoreNumberHoldsFromItsBeginningAndForItsLimitAlone() {
        long later = CHANGE + LedgerTime.DAY;
        Limits present = changing();
        Limits changed =
                present.with(
                        new Limits.Row(Limit.REPORT_DUE_DAY, 7, new Span(later, LedgerTime.END)));
        assertThat(changed.at(Limit.REPORT_DUE_DAY, later - 1)).isEqualTo(2);
        assertThat(changed.at(Limit.REPORT_DUE_DAY, later)).isEqualTo(7);
        assertThat(changed.at(Limit.MIRROR_GAP_KG_MAX, later)).isEqualTo(2);
        assertThat(present.at(Limit.REPORT_DUE_DAY, later)).as("the present one").isEqualTo(2);
    }

    @Test
    void refusesATableThatLeavesATimeOut() {
        for (Span gap :
                List.of(
                        new Span(CHANGE, CHANGE + LedgerTime.DAY),
                        new Span(CHANGE, LedgerTime.END),
                        new Span(LedgerTime.BEGINNING, CHANGE))) {
            List<Limits.Row> rows = new ArrayList<>();
            for (Limit limit : Limit.values()) {
                rows.add(new Limits.Row(limit, 1, new Span(LedgerTime.BEGINNING, CHANGE)));
                rows.add(new Limits.Row(limit, 1, new Span(CHANGE, LedgerTime.END)));
            }
            rows.removeIf(row -> row.limit() == Limit.TRANSFER_DAYS_MAX);
            rows.add(
                    new Limits.Row(
                            Limit.TRANSFER_DAYS_MAX,
                            1,
                            new Span(gap.untilMicros(), LedgerTime.END)));
            rows.add(
                    new Limits.Row(
                            Limit.TRANSFER_DAYS_MAX,
                            1,
                            new Span(LedgerTime.BEGINNING, gap.fromMicros())));
            assertThatThrownBy(() -> new Limits(rows))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("transfer_days_max")
                    .hasMessageContaining(
                            gap.fromMicros() == CHANGE ? "2020-01-01" : "beginning of time");
        }
    }

    @Test
    void aNumberIsInForceAtAnyInstant() {
        assertThat(changing().at(Limit.TRANSFER_DAYS_MAX, LedgerTime.BEGINNING)).isEqualTo(1);
        assertThat(changing().at(Limit.TRANSFER_DAYS_MAX, LedgerTime.END - 1)).isEqualTo(2);
    }

    @Test
    void refusesPartsOfDays() {
        Span always = new Span(LedgerTime.BEGINNING, LedgerTime.END);
        assertThatThrownBy(() -> new Limits.Row(Limit.STOCKTAKE_DAYS_MAX, 45.5, always))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("stocktake_days_max")
                .hasMessageContaining("45.5");
        assertThat(new Limits.Row(Limit.MIRROR_GAP_SHARE_MAX, 0.5, always).value()).isEqualTo(0.5);
    }

    @Test
    void ofNumbersThatBeganTogetherTheLaterRowHolds() {
        List<Limits.Row> rows = new ArrayList<>();
        for (Limit limit : Limit.values()) {
            rows.add(new Limits.Row(limit, 1, new Span(LedgerTime.BEGINNING, LedgerTime.END)));
            rows.add(new Limits.Row(limit, 2, new Span(LedgerTime.BEGINNING, LedgerTime.END)));
        }
        assertThat(new Limits(rows).at(Limit.MIRROR_GAP_KG_MAX, CHANGE)).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.001, Double.POSITIVE_INFINITY, Double.NaN})
    void refusesWhatIsNoLimit(double value) {
        assertThatThrownBy(() -> new Limits.Row(Limit.REPORT_DUE_DAY, value, new Span(0, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("report_due_day")
                .hasMessageContaining(Double.toString(value));
    }

    @Test
    void zeroIsALimit() {
        assertThat(new Limits.Row(Limit.REPORT_DUE_DAY, 0, new Span(0, 1)).value()).isZero();
    }

    @Test
    void refusesATableThatLeavesOneLimitOut() {
        List<Limits.Row> rows = new ArrayList<>();
        for (Limit limit : Limit.values()) {
            if (limit != Limit.MIRROR_GAP_KG_MAX) {
                rows.add(new Limits.Row(limit, 1, new Span(LedgerTime.BEGINNING, LedgerTime.END)));
            }
        }
        assertThatThrownBy(() -> new Limits(rows))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("mirror_gap_kg_max");
    }

    @Test
    void refusesATableThatLeavesALimitOut() {
        assertThatThrownBy(() -> new Limits(List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("report_due_day");
    }

    @Test
    void theContractsNumbersHoldAtAllTimes() {
        assertThat(TestLimits.ofContract().at(Limit.STOCKTAKE_DAYS_MAX, CHANGE)).isEqualTo(45);
    }
}
