package org.ytterby.server.desk.planning;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ytterby.core.ledger.entry.AccountId;
import org.ytterby.core.ledger.entry.Change;
import org.ytterby.core.ledger.entry.Command;
import org.ytterby.server.desk.FieldForm;
import org.ytterby.server.ledger.PlanGrants;
import org.ytterby.server.web.Language;

/// A change or split of a plan, as it was written into a form.
public final class ChangeForm extends FieldForm {
    static final String SPLIT = "split";
    private static final String AMEND = "amend";
    private static final String RECALL = "recall";
    private static final String TRANSFER = "transfer";
    private static final String LESS = "less";
    private static final int KG_PER_T_DIGITS = 3;
    private static final int NAME_MAX = 100;

    private static final Map<String, List<String>> FIELDS =
            Map.of(
                    AMEND, List.of("plan", "direction", "tonnes", "clause", "reason"),
                    RECALL, List.of("plan", "clause", "reason"),
                    TRANSFER, List.of("plan", "to", "tonnes", "reason"),
                    SPLIT, List.of("plan", "part", "holder", "tonnes", "issued"));

    private final String kind;
    private final Map<String, List<Choice>> choices;

    /// @param kind one of those that are [#isKind]
    /// @param choices of fields that are chosen from a list
    ChangeForm(
            String kind,
            Map<String, String> given,
            Map<String, List<Choice>> choices,
            Language language) {
        super(given, language);
        this.kind = kind;
        this.choices = choices;
    }

    static boolean isKind(String kind) {
        return FIELDS.containsKey(kind);
    }

    /// Whether it is a matter of plan officers; else one of groups.
    static boolean isOfOfficers(String kind) {
        return kind.equals(AMEND) || kind.equals(RECALL);
    }

    public String kind() {
        return kind;
    }

    /// In the order in which they are asked for.
    public List<Field> fields() {
        List<Field> fields = new ArrayList<>();
        for (String name : FIELDS.getOrDefault(kind, List.of())) {
            String value = value(name);
            fields.add(
                    switch (name) {
                        case "direction", "to", "holder" ->
                                Field.chosen(name, value, choices(name));
                        case "clause", "reason" ->
                                Field.of(name, Kind.LONG, value, Command.TEXT_LENGTH_MAX);
                        case "tonnes" -> Field.of(name, Kind.NUMBER, value, NAME_MAX);
                        case "issued" -> Field.of(name, Kind.DAY, value, NAME_MAX);
                        default -> Field.of(name, Kind.TEXT, value, NAME_MAX);
                    });
        }
        return fields;
    }

    private List<Choice> choices(String name) {
        return name.equals("direction")
                ? List.of(
                        new Choice("more", language().pick("more", "追加")),
                        new Choice(LESS, language().pick("less", "核减")))
                : choices.getOrDefault(name, List.of());
    }

    /// Finds what is wrong.
    ///
    /// @param leftKg of the plan
    void check(long leftKg) {
        for (Field field : fields()) {
            switch (field.name()) {
                case "plan" -> {}
                case "tonnes" -> checkTonnes(leftKg);
                case "issued" -> dayMicros("issued");
                case "part" -> {
                    if (!field.value().matches("[!-~]{1," + NAME_MAX + "}")) {
                        wrong(
                                "part",
                                "1 to 100 letters, digits or signs without blanks.",
                                "请填写 1 至 100 个字母、数字或符号，不含空格。");
                    }
                }
                case "clause", "reason" -> checkNeeded(field.name(), field.most());
                default -> checkChoice(field);
            }
        }
    }

    private void checkTonnes(long leftKg) {
        if (!value("tonnes").matches("[0-9]{1,10}(\\.[0-9]{1,3})?") || kg() == 0) {
            wrong(
                    "tonnes",
                    "Give tonnes above 0, with at most three decimals, as in 12.5.",
                    "请填写大于 0 的吨数，最多三位小数，如 12.5。");
        } else if (takes() && kg() > leftKg) {
            wrong(
                    "tonnes",
                    "At most what is left: " + Language.EN.mass(leftKg),
                    "最多为余额：" + Language.ZH.mass(leftKg));
        }
    }

    /// Whether the plan gets less by it.
    private boolean takes() {
        return !kind.equals(AMEND) || value("direction").equals(LESS);
    }

    /// What is written as tonnes, of good form.
    private long kg() {
        return new BigDecimal(value("tonnes")).movePointRight(KG_PER_T_DIGITS).longValueExact();
    }

    /// By how much the plan will be more, below 0 for less.
    ///
    /// @param leftKg of the plan
    long changeKg(long leftKg) {
        return kind.equals(RECALL) ? -leftKg : takes() ? -kg() : kg();
    }

    /// What it proposes, once nothing is wrong.
    ///
    /// @param organisation of whoever proposes
    Command.FourEyes command(PlanGrants grants, String organisation) {
        AccountId plan = new AccountId(AccountId.Kind.PLAN, value("plan"));
        Optional<Change> change =
                switch (kind) {
                    case AMEND ->
                            Optional.of(
                                    new Change.Amend(
                                            plan, changeKg(0), value("clause"), value("reason")));
                    case RECALL ->
                            Optional.of(new Change.Recall(plan, value("clause"), value("reason")));
                    case TRANSFER ->
                            Optional.of(
                                    new Change.Transfer(
                                            plan,
                                            new AccountId(AccountId.Kind.PLAN, value("to")),
                                            organisation,
                                            kg(),
                                            value("reason")));
                    default -> Optional.empty();
                };
        return change.<Command.FourEyes>map(Command.Alter::new)
                .orElseGet(() ->
                        grants.split(
                                value("plan"),
                                value("part"),
                                value("holder"),
                                value("tonnes"),
                                value("issued")));
    }
}
