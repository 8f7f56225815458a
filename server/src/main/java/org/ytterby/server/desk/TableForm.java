package org.ytterby.server.desk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ytterby.core.ledger.Problem;
import org.ytterby.server.web.Language;

/// A row of a table of the ledger, as it was written into a form with a field for each column, and
/// judged as the table's contract says.
public abstract class TableForm extends FieldForm {
    private final String table;
    private final List<Field> fields;

    /// @param table code of the table
    /// @param fields by column
    protected TableForm(String table, List<Field> fields, Language language) {
        super(given(fields), language);
        this.table = table;
        this.fields = List.copyOf(fields);
    }

    private static Map<String, String> given(List<Field> fields) {
        Map<String, String> given = new LinkedHashMap<>();
        fields.forEach(field -> given.put(field.name(), field.value()));
        return given;
    }

    public final String table() {
        return table;
    }

    public final List<Field> fields() {
        return fields;
    }

    /// Says what is wrong with its columns.
    public final void wrong(List<Problem> problems) {
        for (Problem problem : problems) {
            if (problem.weight() == Problem.Weight.ERROR) {
                also(problem.column(), problem.problem(), problem.problemZh());
            }
        }
    }

    /// As the ledger takes it.
    public final SortedMap<String, String> cells() {
        SortedMap<String, String> cells = new TreeMap<>();
        for (Field field : fields) {
            if (!field.value().isEmpty()) {
                cells.put(field.name(), field.value());
            }
        }
        return cells;
    }
}
