package org.ytterby.formats.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ytterby.core.ledger.LawTable;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.ledger.Limit;
import org.ytterby.core.ledger.entry.DeclaredRow;
import org.ytterby.core.testing.TestLimits;

class LawTest {
    private static long day(String day) {
        return LedgerTime.parseDate(day).orElseThrow();
    }

    private static DeclaredRow row(LawTable table, String... cells) {
        TreeMap<String, String> all = new TreeMap<>();
        for (int c = 0; c < cells.length; c += 2) {
            all.put(cells[c], cells[c + 1]);
        }
        return new DeclaredRow(table.code(), all);
    }

    private static DeclaredRow limit(String value, String from) {
        return row(
                LawTable.LIMITS,
                "limit",
                "stocktake_days_max",
                "value",
                value,
                "from",
                from,
                "source",
                "s",
                "source_zh",
                "s");
    }

    @ParameterizedTest
    @EnumSource
    void theShippedNumbersAreThoseOfTheContract(Limit limit) {
        long time = LedgerTime.startOfYear(2019);
        assertThat(Law.shipped().limits().at(limit, time))
                .isEqualTo(TestLimits.ofContract().at(limit, time));
    }

    @ParameterizedTest
    @EnumSource
    void whatIsShippedKeepsTheContractOfItsTable(LawTable table) {
        List<LawRow> rows = Law.rows(table, List.of());
        assertThat(rows).isNotEmpty();
        assertThat(rows)
                .allSatisfy(row -> {
                    assertThat(LawCheck.form(table, row.cells())).as(row.key()).isEmpty();
                    assertThat(row.isShipped()).isTrue();
                    assertThat(row.cell("source_zh")).matches(".*\\p{IsHan}.*");
                });
        assertThat(LawCheck.schema(table).fieldNames()).containsAll(table.keyColumns());
    }

    @Test
    void anEnactedNumberHoldsFromItsDayAndLeavesTheYearsBefore() {
        Law law = Law.of(List.of(limit("30", "2026-03-01"), limit("20", "2026-01-01")));
        assertThat(law.limits().at(Limit.STOCKTAKE_DAYS_MAX, day("2025-12-31"))).isEqualTo(45);
        assertThat(law.limits().at(Limit.STOCKTAKE_DAYS_MAX, day("2026-01-01"))).isEqualTo(20);
        assertThat(law.limits().at(Limit.STOCKTAKE_DAYS_MAX, day("2026-02-28"))).isEqualTo(20);
        assertThat(law.limits().at(Limit.STOCKTAKE_DAYS_MAX, day("2026-03-01"))).isEqualTo(30);
        assertThat(law.limits().at(Limit.TRANSFER_DAYS_MAX, day("2026-03-01"))).isEqualTo(30);
    }

    @Test
    void aClauseGivesWayToItsSuccessorAndToNoOther() {
        DeclaredRow successor =
                row(
                        LawTable.PENALTIES,
                        "clause",
                        "decree-785-25-failure",
                        "law_en",
                        "Decree",
                        "law_zh",
                        "条例",
                        "offence_en",
                        "offence",
                        "offence_zh",
                        "行为",
                        "fine_min_yuan",
                        "100000",
                        "fine_max_yuan",
                        "300000",
                        "from",
                        "2027-01-01",
                        "confidence",
                        "primary",
                        "source",
                        "s",
                        "source_zh",
                        "源");
        Law law = Law.of(List.of(successor));
        assertThat(law.penalties()).hasSize(Law.shipped().penalties().size() + 1);
        for (String time : List.of("2026-12-31", "2027-01-01")) {
            assertThat(law.penalties())
                    .filteredOn(c ->
                            c.code().equals("decree-785-25-failure")
                                    && c.span().contains(day(time)))
                    .singleElement()
                    .satisfies(
                            c -> assertThat(c.allows(60_000)).isEqualTo(time.equals("2026-12-31")));
        }
    }

    @Test
    void ofTwoRowsOfTheSameDayTheEnactedOneHolds() {
        DeclaredRow again =
                row(
                        LawTable.DUTIES,
                        "duty",
                        "record-flow",
                        "law_en",
                        "another",
                        "from",
                        "2024-10-01");
        assertThat(Law.of(List.of(again)).duties())
                .filteredOn(duty -> duty.code().equals("record-flow"))
                .singleElement()
                .satisfies(duty -> assertThat(duty.law().en()).isEqualTo("another"));
    }

    @Test
    void aBatchHasTheDeadlineOfItsDay() {
        DeclaredRow row =
                row(
                        LawTable.SPLIT_DEADLINES,
                        "year",
                        "2024",
                        "batch",
                        "1",
                        "working_days",
                        "15",
                        "from",
                        "2024-03-01");
        assertThat(Law.of(List.of(row)).splitDeadlines())
                .filteredOn(d -> d.year() == 2024 && d.batch().equals("1"))
                .extracting(d -> Map.entry(d.workingDays(), d.span().contains(day("2024-03-01"))))
                .containsExactly(Map.entry(10, false), Map.entry(15, true));
    }
}
