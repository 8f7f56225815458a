package org.ytterby.server.desk.administration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.ytterby.core.ledger.Party;
import org.ytterby.core.ledger.PartyKind;
import org.ytterby.core.ledger.Registry;
import org.ytterby.formats.intake.PackageRows;
import org.ytterby.server.desk.TableForm;
import org.ytterby.server.web.Language;

/// An organisation, or its membership in a group, as it was written into a form.
public final class RowForm extends TableForm {
    private static final String PARTIES = "parties";
    private static final int MOST = 200;

    private static final Map<String, List<String>> COLUMNS =
            Map.of(
                    PARTIES,
                    List.of("party", "name", "name_en", "kind", "country"),
                    "memberships",
                    List.of("party", "group", "from", "until"));

    /// @param table `parties` or `memberships`
    RowForm(String table, Map<String, String> given, Language language) {
        super(table, fields(table, given), language);
    }

    private static List<Field> fields(String table, Map<String, String> given) {
        List<Field> fields = new ArrayList<>();
        for (String column : COLUMNS.getOrDefault(table, List.of())) {
            String value = given.getOrDefault(column, "").strip();
            fields.add(
                    switch (column) {
                        case "kind" ->
                                new Field(
                                        column,
                                        "",
                                        "",
                                        Kind.CHOICE,
                                        value,
                                        Arrays.stream(PartyKind.values())
                                                .map(kind -> new Choice(kind.code(), ""))
                                                .toList(),
                                        "party.kind.",
                                        MOST);
                        case "from", "until" -> Field.of(column, Kind.DAY, value, MOST);
                        default -> Field.of(column, Kind.TEXT, value, MOST);
                    });
        }
        return fields;
    }

    /// Judges it, also beside what is registered: a party is registered once, and only parties that
    /// are registered belong to groups.
    void judge(Registry registry) {
        wrong(PackageRows.problems(table(), List.of(cells())));
        List<String> known = registry.parties().stream().map(Party::id).toList();
        if (table().equals(PARTIES)) {
            if (known.contains(cell("party"))) {
                wrong("party", "This organisation is registered already.", "该单位已登记。");
            }
        } else {
            for (String column : List.of("party", "group")) {
                if (!known.contains(cell(column))) {
                    wrong(column, "No organisation has this code.", "没有该代码的单位。");
                }
            }
        }
    }

    private String cell(String column) {
        return cells().getOrDefault(column, "");
    }
}
