package org.ytterby.server.desk.planning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.util.MultiValueMap;
import org.ytterby.core.environment.CapacityRegister;
import org.ytterby.core.ledger.Facility;
import org.ytterby.core.material.Product;
import org.ytterby.formats.FieldSchema;
import org.ytterby.formats.FieldType;
import org.ytterby.formats.PackageSchema;
import org.ytterby.server.analysis.View;
import org.ytterby.server.desk.TableForm;
import org.ytterby.server.environment.Registers;
import org.ytterby.server.web.Language;

/// A row of a register, as it was written into a form.
public final class RegisterForm extends TableForm {
    private static final int MOST = 200;

    private final Registers.Table register;

    private RegisterForm(Registers.Table register, List<Field> fields, Language language) {
        super(register.table(), fields, language);
        this.register = register;
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
                            kind(schema),
                            String.join(" ", values).strip(),
                            choices(table, schema, view, language),
                            words(schema),
                            MOST));
        }
        return new RegisterForm(table, fields, language);
    }

    private static Kind kind(FieldSchema schema) {
        return switch (schema.name()) {
            case "kinds", "processes" -> Kind.SEVERAL;
            case "facility", "product", "direction" -> Kind.CHOICE;
            default -> schema.type() == FieldType.DATE ? Kind.DAY : Kind.TEXT;
        };
    }

    private static String words(FieldSchema schema) {
        return switch (schema.name()) {
            case "kinds" -> "plantKind.";
            case "processes" -> "process.";
            case "direction" -> "register.direction.";
            default -> "";
        };
    }

    private static List<Choice> choices(
            Registers.Table table, FieldSchema schema, View view, Language language) {
        List<Choice> choices = new ArrayList<>();
        if (kind(schema) == Kind.CHOICE) {
            choices.add(new Choice("", ""));
        }
        choices.addAll(listed(table, schema, view, language));
        return choices;
    }

    private static List<Choice> listed(
            Registers.Table table, FieldSchema schema, View view, Language language) {
        return switch (schema.name()) {
            case "kinds" -> coded(List.copyOf(Registers.KINDS));
            case "processes" -> coded(CapacityRegister.PROCESSES);
            case "direction" -> coded(schema.allowed());
            case "facility" ->
                    facilities(table, view)
                            .map(f -> new Choice(f.id(), f.id() + " · " + f.name()))
                            .toList();
            case "product" ->
                    view.ledger().declarations().products().stream()
                            .sorted(Comparator.comparing(Product::id))
                            .map(p -> new Choice(p.id(), p.id() + " · " + name(p, language)))
                            .toList();
            default -> List.of();
        };
    }

    /// Mines for reserves; else all that owe environmental returns.
    private static Stream<Facility> facilities(Registers.Table table, View view) {
        List<String> mines = Registers.mines(view);
        return view.registry().facilities().stream()
                .filter(f ->
                        table == Registers.Table.RESERVES
                                ? mines.contains(f.id())
                                : f.stage().owesEnvironmentalReturns())
                .sorted(Comparator.comparing(Facility::id));
    }

    private static List<Choice> coded(List<String> codes) {
        return codes.stream().map(code -> new Choice(code, code)).toList();
    }

    private static String name(Product product, Language language) {
        return language.pick(
                product.name(), product.nameZh().isEmpty() ? product.name() : product.nameZh());
    }

    @Override
    public boolean isOptional(String column) {
        return !PackageSchema.standard().table(table()).field(column).required();
    }

    /// Judges it as the contract of its table says.
    void judge(Registers registers, View view) {
        wrong(registers.problems(view, register, List.of(cells())));
        for (Field field : fields()) {
            if (field.value().isEmpty() && !isOptional(field.name())) {
                wrong(field.name(), "Fill this in.", "请填写。"); // of an empty row nothing is said
            }
        }
    }

    Registers.Table register() {
        return register;
    }
}
