package org.ytterby.server.desk.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.util.MultiValueMap;
import org.ytterby.core.ledger.Problem;
import org.ytterby.formats.PackageSchema;
import org.ytterby.formats.Wording;
import org.ytterby.formats.intake.PackageRows;
import org.ytterby.server.web.Language;

/// Flow records as somebody types them, row by row; empty rows do not count.
///
/// @param rows as many as are shown
/// @param isOfGoodForm whether every row that counts could be handed in
public record Grid(List<Line> rows, boolean isOfGoodForm) {
    /// What is typed of a line of a record; the facility is the same for all.
    public static final List<String> COLUMNS =
            List.of(
                    "record",
                    "type",
                    "time",
                    "direction",
                    "lot",
                    "product",
                    "mass_kg",
                    "moisture",
                    "method",
                    "partner",
                    "destination",
                    "document");

    private static final String TABLE = "flows";
    private static final int EMPTY_ROWS = 5;
    private static final int ROWS_MAX = 500;

    /// One row.
    ///
    /// @param cells by column; nothing typed is an empty text
    /// @param problems by column; of the row as a whole under an empty name
    public record Line(Map<String, String> cells, Map<String, List<String>> problems) {
        public String cell(String column) {
            return cells.getOrDefault(column, "");
        }

        public boolean isWrong(String column) {
            return problems.containsKey(column);
        }

        boolean isEmpty() {
            return cells.values().stream().allMatch(String::isBlank);
        }
    }

    /// What each column asks for, as the contract of the package says it.
    static Map<String, String> help(Language language) {
        return COLUMNS.stream()
                .collect(
                        Collectors.toMap(
                                Function.identity(),
                                column -> {
                                    Wording asks =
                                            PackageSchema.standard()
                                                    .table(TABLE)
                                                    .field(column)
                                                    .description();
                                    return language.pick(asks.en(), asks.zh());
                                }));
    }

    /// Rows to begin with, and some empty ones behind.
    static Grid of(List<Map<String, String>> begun) {
        List<Line> lines = new ArrayList<>();
        begun.forEach(cells -> lines.add(new Line(cells, Map.of())));
        for (int i = 0; i < EMPTY_ROWS; i++) {
            lines.add(new Line(Map.of(), Map.of()));
        }
        return new Grid(lines, true);
    }

    /// What was typed into a form whose fields are named `column.row`, judged by its form.
    static Grid typed(MultiValueMap<String, String> form, String facility, Language language) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < ROWS_MAX && form.containsKey(COLUMNS.getFirst() + "." + i); i++) {
            Map<String, String> cells = new HashMap<>();
            for (String column : COLUMNS) {
                String typed = form.getFirst(column + "." + i);
                cells.put(column, typed == null ? "" : typed.strip());
            }
            lines.add(new Line(cells, new HashMap<>()));
        }
        Grid grid = new Grid(lines, true);
        List<Line> counting = lines.stream().filter(line -> !line.isEmpty()).toList();
        boolean isGood = !counting.isEmpty();
        for (Problem problem : PackageRows.problems(TABLE, grid.records(facility))) {
            isGood &= problem.weight() != Problem.Weight.ERROR;
            counting.get(problem.row() - 1)
                    .problems
                    .computeIfAbsent(problem.column(), _ -> new ArrayList<>())
                    .add(language.pick(problem.problem(), problem.problemZh()));
        }
        return new Grid(lines, isGood);
    }

    /// The rows that count, as the ledger takes them.
    List<SortedMap<String, String>> records(String facility) {
        List<SortedMap<String, String>> records = new ArrayList<>();
        for (Line line : rows) {
            if (!line.isEmpty()) {
                SortedMap<String, String> cells = new TreeMap<>();
                line.cells.forEach((column, text) -> {
                    if (!text.isEmpty()) {
                        cells.put(column, text);
                    }
                });
                cells.put("facility", facility);
                records.add(cells);
            }
        }
        return records;
    }

    /// The rows that count.
    public List<Line> counting() {
        return rows.stream().filter(line -> !line.isEmpty()).toList();
    }
}
