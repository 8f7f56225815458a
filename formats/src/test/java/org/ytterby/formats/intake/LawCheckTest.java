package org.ytterby.formats.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ytterby.core.ledger.LawTable;
import org.ytterby.core.ledger.Problem;
import org.ytterby.core.ledger.entry.DeclaredRow;

/// What is wrong with a row is told with its column, in both languages.
class LawCheckTest {
    private static final String LIMIT =
            "limit=stocktake_days_max;value=30;from=2026-12-01;source=notice;source_zh=通知";
    private static final String CLAUSE =
            "clause=new;law_en=Act;law_zh=法;offence_en=so;offence_zh=行为;fine_min_yuan=10;fine_max_yuan=20;"
                    + "from=2026-12-01;confidence=primary;source=gazette;source_zh=公报";
    private static final String DUTY =
            "duty=new;law_en=Act;law_zh=法;asks_en=so;asks_zh=要求;from=2026-12-01;confidence=primary;"
                    + "source=gazette;source_zh=公报";
    private static final String DEADLINE =
            "year=2026;batch=1;working_days=10;from=2026-12-01;confidence=primary;source=notice;source_zh=通知";

    /// @param changes column=cell, `;` between; an empty cell takes the column away
    private static SortedMap<String, String> cells(String row, String changes) {
        SortedMap<String, String> cells = new TreeMap<>();
        for (String cell : (row + ";" + changes).split(";", -1)) {
            String[] parts = cell.split("=", -1);
            if (parts.length == 2 && parts[1].isEmpty()) {
                cells.remove(parts[0]);
            } else if (parts.length == 2) {
                cells.put(parts[0], parts[1]);
            }
        }
        return cells;
    }

    private static List<Problem> problems(String table, String row, String changes) {
        LawTable of = LawTable.find(table).orElseThrow();
        return LawCheck.problems(of, cells(row, changes), List.of());
    }

    private static String good(String table) {
        return switch (table) {
            case "limits" -> LIMIT;
            case "penalties" -> CLAUSE;
            case "duties" -> DUTY;
            default -> DEADLINE;
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"limits", "penalties", "duties", "split-deadlines"})
    void aGoodRowIsGood(String table) {
        assertThat(problems(table, good(table), "")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limits|limit=emperor|limit",
                "limits|limit=|limit",
                "limits|value=much|value",
                "limits|value=-1|value",
                "limits|value=1.5|value",
                "limits|from=|from",
                "limits|from=soon|from",
                "limits|from=2026-12-01T08:00:00+08:00|from",
                "limits|until=2027-01-01|until",
                "limits|source=|source",
                "limits|source_zh=|source_zh",
                "limits|colour=red|colour",
                "penalties|fine_max_yuan=5|fine_max_yuan",
                "penalties|fine_max_yuan=|fine_max_yuan",
                "penalties|fine_min_yuan=|fine_min_yuan",
                "penalties|fine_min_yuan=;fine_max_yuan=|fine_min_yuan",
                "penalties|income_min_times=2|income_max_times",
                "penalties|fine_min_yuan=1.5|fine_min_yuan",
                "penalties|until=2026-11-30|until",
                "penalties|confidence=certain|confidence",
                "duties|asks_zh=|asks_zh",
                "split-deadlines|year=1926|year",
                "split-deadlines|year=2026.0|year",
                "split-deadlines|working_days=0|working_days",
                "split-deadlines|working_days=251|working_days",
            })
    void aRowThatCannotBeIsToldWithItsColumn(String line) {
        String[] parts = line.split("\\|", -1);
        assertThat(problems(parts[0], good(parts[0]), parts[1]))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.file()).isEqualTo(parts[0]);
                    assertThat(problem.column()).isEqualTo(parts[2]);
                    assertThat(problem.problem()).isNotBlank();
                    assertThat(problem.problemZh()).matches(".*\\p{IsHan}.*");
                });
    }

    @ParameterizedTest
    @EnumSource
    void aBlankRowLacksWhatIsRequired(LawTable table) {
        assertThat(LawCheck.problems(table, new TreeMap<>(), List.of()))
                .extracting(Problem::column)
                .contains(table.keyColumns().getFirst(), "source", "from");
    }

    @Test
    void aTextThatIsTooLongOrDoesNotShowIsTold() {
        assertThat(problems("duties", DUTY, "asks_en=" + "x".repeat(501))).hasSize(1);
        assertThat(problems("duties", DUTY, "asks_en=a\u200bb")).hasSize(1);
        assertThat(problems("duties", DUTY, "duty=" + "x".repeat(61))).hasSize(1);
    }

    @Test
    void noRowBeginsOnTheDayOfAnotherOfItsKey() {
        assertThat(problems("duties", DUTY, "duty=record-flow;from=2024-10-01"))
                .as("a shipped one")
                .extracting(Problem::column)
                .containsExactly("from");
        DeclaredRow enacted = new DeclaredRow("limits", cells(LIMIT, ""));
        assertThat(LawCheck.problems(LawTable.LIMITS, cells(LIMIT, ""), List.of(enacted)))
                .extracting(Problem::column)
                .containsExactly("from");
        assertThat(
                        LawCheck.problems(
                                LawTable.LIMITS, cells(LIMIT, "from=2026-12-02"), List.of(enacted)))
                .isEmpty();
    }
}
