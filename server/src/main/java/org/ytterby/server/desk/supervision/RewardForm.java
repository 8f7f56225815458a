package org.ytterby.server.desk.supervision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ytterby.core.ledger.entry.Command;
import org.ytterby.core.ledger.entry.Reward;
import org.ytterby.server.desk.FieldForm;
import org.ytterby.server.desk.RewardView;
import org.ytterby.server.web.Language;

/// A reward, as it was written into a form.
public final class RewardForm extends FieldForm {
    private static final List<String> FIELDS =
            List.of("party", "facility", "caseName", "kind", "amount", "basis", "reason");
    private static final long AMOUNT_MAX_YUAN = 1_000_000_000L;
    private static final int SHORT_MAX = 100;

    RewardForm(Map<String, String> given, Language language) {
        super(given, language);
    }

    /// In the order in which they are asked for.
    public List<Field> fields() {
        List<Field> fields = new ArrayList<>();
        for (String name : FIELDS) {
            String value = value(name);
            fields.add(
                    switch (name) {
                        case "kind" -> Field.chosen(name, value, kinds());
                        case "amount" -> Field.of(name, Kind.WHOLE, value, SHORT_MAX);
                        case "basis", "reason" ->
                                Field.of(name, Kind.LONG, value, Command.TEXT_LENGTH_MAX);
                        default -> Field.of(name, Kind.TEXT, value, SHORT_MAX);
                    });
        }
        return fields;
    }

    private List<Choice> kinds() {
        return Arrays.stream(Reward.Kind.values())
                .map(kind -> new Choice(kind.code(), RewardView.kind(kind, language())))
                .toList();
    }

    /// The reward; empty if something is wrong.
    Optional<Reward> reward() {
        checkNeeded("party", SHORT_MAX);
        checkText("facility", SHORT_MAX);
        checkText("caseName", SHORT_MAX);
        checkNeeded("basis", Command.TEXT_LENGTH_MAX);
        checkNeeded("reason", Command.TEXT_LENGTH_MAX);
        Reward.Kind kind = kind();
        long amount = amount(kind);
        return isGood()
                ? Optional.of(
                        new Reward(
                                value("party"),
                                value("facility"),
                                value("caseName"),
                                kind,
                                amount,
                                value("basis"),
                                value("reason")))
                : Optional.empty();
    }

    private Reward.Kind kind() {
        for (Reward.Kind kind : Reward.Kind.values()) {
            if (kind.code().equals(value("kind"))) {
                return kind;
            }
        }
        wrong("kind", "Choose one of the list.", "请从列表中选择。");
        return Reward.Kind.COMMENDATION;
    }

    private long amount(Reward.Kind kind) {
        String text = value("amount");
        if (kind != Reward.Kind.MONEY) {
            if (!text.isEmpty() && !text.equals("0")) {
                wrong("amount", "Only money has an amount; leave it empty.", "仅资金奖励填写金额，请留空。");
            }
            return 0;
        }
        boolean isAmount =
                text.matches("[1-9][0-9]{0,9}") && Long.parseLong(text) <= AMOUNT_MAX_YUAN;
        if (!isAmount) {
            wrong(
                    "amount",
                    "Give whole yuan in digits, from 1 to 1000000000.",
                    "请填写 1 至 1000000000 的整数元。");
            return 1;
        }
        return Long.parseLong(text);
    }
}
