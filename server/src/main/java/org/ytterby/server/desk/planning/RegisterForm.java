package org.ytterby.server.desk.planning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.util.MultiValueMap;
import org.ytterby.core.environment.CapacityRegister;
import org.ytterby.core.ledger.Facility;
import org.ytterby.core.ledger.Problem;
import org.ytterby.core.material.Product;
import org.ytterby.formats.FieldSchema;
import org.ytterby.formats.FieldType;
import org.ytterby.formats.PackageSchema;
import org.ytterby.server.analysis.View;
import org.ytterby.server.environment.Registers;
import org.ytterby.server.web.Language;

/// A row of a register as it was written into a form, judged as the contract of its table says.
///
/// @param errors by column
public record RegisterForm(
        Registers.Table table, List<Field> fields, Map<String, List<String>> errors) {
    /// One column.
    ///
    /// @param kind `text`, `date`, `choice` for one of the choices or `words` for several
    /// @param value as the ledger takes it
    public record Field(
            String column,
            String title,
            String hint,
            boolean isRequired,
            String kind,
            String value,
            List<String> choices) {
        /// Whether one of several words was chosen.
        public boolean has(String word) {
            return Arrays.asList(value.split(" ", -1)).contains(word);
        }
    }

    /// What was typed.
    static RegisterForm of(
            Registers.Table table,
            MultiValueMap<String, String> given,
            View view,
            Language language) {
        List<Field> fields = new ArrayList<>();
        for (FieldSchema schema : PackageSchema.standard().table(table.table()).fields()) {
            String column = schema.name();
            List<String> values = given.getOrDefault(column, List.of());
            fields.add(
                    new Field(
                            column,
                            language.pick(schema.title().en(), schema.title().zh()),
                            language.pick(schema.description().en(), schema.description().zh()),
                            schema.required(),
                            kind(schema),
                            String.join(" ", values).strip(),
                            choices(table, schema, view)));
        }
        return new RegisterForm(table, fields, Map.of());
    }

    private static String kind(FieldSchema schema) {
        return switch (schema.name()) {
            case "kinds", "processes" -> "words";
            case "facility", "product", "direction" -> "choice";
            default -> schema.type() == FieldType.DATE ? "date" : "text";
        };
    }

    private static List<String> choices(Registers.Table table, FieldSchema schema, View view) {
        return switch (schema.name()) {
            case "kinds" -> List.copyOf(Registers.KINDS);
            case "processes" -> CapacityRegister.PROCESSES;
            case "direction" -> schema.allowed();
            case "facility" ->
                    table == Registers.Table.RESERVES ? Registers.mines(view) : facilities(view);
            case "product" ->
                    view.ledger().declarations().products().stream()
                            .map(Product::id)
                            .sorted()
                            .toList();
            default -> List.of();
        };
    }

    private static List<String> facilities(View view) {
        return view.registry().facilities().stream()
                .filter(f -> f.stage().owesEnvironmentalReturns())
                .map(Facility::id)
                .sorted()
                .toList();
    }

    /// With what is wrong.
    RegisterForm judged(Registers registers, View view, Language language) {
        Map<String, List<String>> wrong = new LinkedHashMap<>();
        for (Problem problem : registers.problems(view, table, List.of(cells()))) {
            if (problem.weight() == Problem.Weight.ERROR) {
                wrong.computeIfAbsent(problem.column(), _ -> new ArrayList<>())
                        .add(language.pick(problem.problem(), problem.problemZh()));
            }
        }
        return new RegisterForm(table, fields, wrong);
    }

    public boolean isGood() {
        return errors.isEmpty();
    }

    /// What is wrong with a column; none if nothing is.
    public List<String> errorsOf(String column) {
        return errors.getOrDefault(column, List.of());
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
