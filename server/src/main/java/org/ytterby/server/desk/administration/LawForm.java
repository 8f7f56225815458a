package org.ytterby.server.desk.administration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ytterby.core.ledger.LawTable;
import org.ytterby.formats.FieldSchema;
import org.ytterby.formats.FieldType;
import org.ytterby.formats.TableSchema;
import org.ytterby.formats.Wording;
import org.ytterby.formats.intake.LawCheck;
import org.ytterby.server.desk.TableForm;
import org.ytterby.server.web.Language;

/// A row of dated law, as it was written into a form.
public final class LawForm extends TableForm {
    private static final int LONG_MAX = 500;
    private static final int TEXT_MAX = 60;
    private static final int NUMBER_MAX = 20;

    private final String title;

    private LawForm(LawTable table, String title, List<Field> fields, Language language) {
        super(table.code(), fields, language);
        this.title = title;
    }

    /// @param given by column
    static LawForm of(LawTable table, Map<String, String> given, Language language) {
        TableSchema schema = LawCheck.schema(table);
        List<Field> fields = new ArrayList<>();
        for (FieldSchema field : schema.fields()) {
            Kind kind = kind(field);
            fields.add(
                    new Field(
                            field.name(),
                            pick(field.title(), language),
                            pick(field.description(), language),
                            kind,
                            given.getOrDefault(field.name(), "").strip(),
                            field.allowed().stream().map(code -> new Choice(code, "")).toList(),
                            words(field),
                            most(kind)));
        }
        return new LawForm(table, pick(schema.title(), language), fields, language);
    }

    private static String pick(Wording wording, Language language) {
        return language.pick(wording.en(), wording.zh());
    }

    private static Kind kind(FieldSchema field) {
        if (!field.allowed().isEmpty()) {
            return Kind.CHOICE;
        }
        if (field.type() == FieldType.DATE) {
            return Kind.DAY;
        }
        boolean isText = field.type() == FieldType.STRING;
        boolean isLong = isText && field.name().matches("(law|offence|asks)_.*|source.*");
        return isLong ? Kind.LONG : isText ? Kind.TEXT : Kind.NUMBER;
    }

    private static String words(FieldSchema field) {
        return field.allowed().isEmpty()
                ? ""
                : field.name().equals("limit") ? "limit." : "confidence.";
    }

    private static int most(Kind kind) {
        return switch (kind) {
            case LONG -> LONG_MAX;
            case WHOLE, NUMBER, DAY -> NUMBER_MAX;
            case TEXT, CHOICE, SEVERAL -> TEXT_MAX;
        };
    }

    /// Title of the table.
    public String title() {
        return title;
    }
}
