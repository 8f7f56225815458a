package org.ytterby.server.desk.administration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ytterby.core.ledger.Party;
import org.ytterby.core.ledger.PartyKind;
import org.ytterby.core.ledger.Problem;
import org.ytterby.core.ledger.Registry;
import org.ytterby.formats.intake.PackageRows;
import org.ytterby.server.web.Language;

/// A row of a table of the ledger, as it was written into a form, judged as the table's contract
/// says.
///
/// @param errors by column
public record RowForm(String table, List<Field> fields, Map<String, String> errors) {
    private static final Map<String, List<String>> COLUMNS =
            Map.of(
                    "parties", List.of("party", "name", "name_en", "kind", "country"),
                    "memberships", List.of("party", "group", "from", "until"));

    /// @param choices that there are; none for any text
    /// @param isDay whether it is a day
    public record Field(String column, String value, List<String> choices, boolean isDay) {}

    public RowForm {
        fields = List.copyOf(fields);
        errors = Map.copyOf(errors);
    }

    /// @param table `parties` or `memberships`
    static RowForm of(String table, Map<String, String> given, Language language) {
        List<Field> fields = new ArrayList<>();
        for (String column : COLUMNS.getOrDefault(table, List.of())) {
            fields.add(
                    new Field(
                            column,
                            given.getOrDefault(column, "").strip(),
                            column.equals("kind")
                                    ? Arrays.stream(PartyKind.values())
                                            .map(PartyKind::code)
                                            .toList()
                                    : List.of(),
                            column.equals("from") || column.equals("until")));
        }
        RowForm form = new RowForm(table, fields, Map.of());
        Map<String, String> errors = new LinkedHashMap<>();
        for (Problem problem : PackageRows.problems(table, List.of(form.cells()))) {
            if (problem.weight() == Problem.Weight.ERROR) {
                errors.putIfAbsent(
                        problem.column(), language.pick(problem.problem(), problem.problemZh()));
            }
        }
        return new RowForm(table, fields, errors);
    }

    /// Also judged beside what is registered: a party is registered once, and only parties that are
    /// registered belong to groups.
    RowForm among(Registry registry, Language language) {
        List<String> known = registry.parties().stream().map(Party::id).toList();
        Map<String, String> more = new LinkedHashMap<>(errors);
        if (table.equals("parties")) {
            if (known.contains(cell("party"))) {
                more.putIfAbsent(
                        "party",
                        language.pick("This organisation is registered already.", "该单位已登记。"));
            }
        } else {
            for (String column : List.of("party", "group")) {
                if (!known.contains(cell(column))) {
                    more.putIfAbsent(
                            column, language.pick("No organisation has this code.", "没有该代码的单位。"));
                }
            }
        }
        return new RowForm(table, fields, more);
    }

    private String cell(String column) {
        return cells().getOrDefault(column, "");
    }

    /// Before anything is said of it.
    RowForm unjudged() {
        return new RowForm(table, fields, Map.of());
    }

    public boolean isGood() {
        return errors.isEmpty();
    }

    /// What is wrong with a column; empty if nothing is.
    public String error(String column) {
        return errors.getOrDefault(column, "");
    }

    /// As the ledger takes it.
    SortedMap<String, String> cells() {
        SortedMap<String, String> cells = new TreeMap<>();
        for (Field field : fields) {
            if (!field.value.isEmpty()) {
                cells.put(field.column, field.value);
            }
        }
        return cells;
    }
}
