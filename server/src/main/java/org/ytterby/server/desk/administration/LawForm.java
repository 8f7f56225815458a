package org.ytterby.server.desk.administration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ytterby.core.ledger.LawTable;
import org.ytterby.core.ledger.Problem;
import org.ytterby.formats.FieldSchema;
import org.ytterby.formats.FieldType;
import org.ytterby.formats.TableSchema;
import org.ytterby.formats.Wording;
import org.ytterby.formats.intake.LawCheck;
import org.ytterby.server.web.Language;

/// A row of dated law, as it was written into a form.
///
/// @param table code of the table
/// @param title of the table
/// @param fields in the order of its contract
/// @param errors by column
public record LawForm(String table, String title, List<Field> fields, Map<String, String> errors) {
    /// @param choices that there are; none for any text
    /// @param kind `day`, `number`, `choice`, `long` or `text`
    public record Field(
            String column,
            String label,
            String hint,
            String value,
            List<String> choices,
            String kind) {
        /// What shows a choice: a key of texts, or the choice itself.
        public String choiceKey(String choice) {
            return (column.equals("limit") ? "limit." : "confidence.") + choice;
        }
    }

    public LawForm {
        fields = List.copyOf(fields);
        errors = Map.copyOf(errors);
    }

    /// @param given by column
    static LawForm of(LawTable table, Map<String, String> given, Language language) {
        TableSchema schema = LawCheck.schema(table);
        List<Field> fields = new ArrayList<>();
        for (FieldSchema field : schema.fields()) {
            fields.add(
                    new Field(
                            field.name(),
                            pick(field.title(), language),
                            pick(field.description(), language),
                            given.getOrDefault(field.name(), "").strip(),
                            field.allowed(),
                            kind(field)));
        }
        return new LawForm(table.code(), pick(schema.title(), language), fields, Map.of());
    }

    private static String pick(Wording wording, Language language) {
        return language.pick(wording.en(), wording.zh());
    }

    private static String kind(FieldSchema field) {
        if (!field.allowed().isEmpty()) {
            return "choice";
        }
        if (field.type() == FieldType.DATE) {
            return "day";
        }
        boolean isText = field.type() == FieldType.STRING;
        boolean isLong = isText && field.name().matches("(law|offence|asks)_.*|source.*");
        return isLong ? "long" : isText ? "text" : "number";
    }

    /// The same with what is wrong beside its columns.
    LawForm with(List<Problem> problems, Language language) {
        Map<String, String> wrong = new LinkedHashMap<>();
        for (Problem problem : problems) {
            wrong.putIfAbsent(
                    problem.column(), language.pick(problem.problem(), problem.problemZh()));
        }
        return new LawForm(table, title, fields, wrong);
    }

    /// What is wrong with a column; empty if nothing is.
    public String error(String column) {
        return errors.getOrDefault(column, "");
    }

    public boolean isGood() {
        return errors.isEmpty();
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
