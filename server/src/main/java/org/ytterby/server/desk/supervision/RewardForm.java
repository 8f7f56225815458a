package org.ytterby.server.desk.supervision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ytterby.core.ledger.Printable;
import org.ytterby.core.ledger.entry.Command;
import org.ytterby.core.ledger.entry.Reward;
import org.ytterby.server.desk.RewardView;
import org.ytterby.server.web.Language;

/// A reward, as it was written into a form, and what is wrong with it by field. For one thread.
public final class RewardForm {
    private static final List<String> FIELDS =
            List.of("party", "facility", "caseName", "kind", "amount", "basis", "reason");
    private static final long AMOUNT_MAX_YUAN = 1_000_000_000L;
    private static final int SHORT_MAX = 100;

    private final Map<String, String> given;
    private final Language language;
    private final Map<String, String> errors = new LinkedHashMap<>();

    /// @param name also of its label and hint in the texts
    public record Field(String name, String value, List<Choice> choices) {}

    public record Choice(String code, String text) {}

    RewardForm(Map<String, String> given, Language language) {
        this.given = given;
        this.language = language;
    }

    public List<Field> fields() {
        List<Field> fields = new ArrayList<>();
        for (String name : FIELDS) {
            fields.add(new Field(name, value(name), name.equals("kind") ? kinds() : List.of()));
        }
        return fields;
    }

    private List<Choice> kinds() {
        return Arrays.stream(Reward.Kind.values())
                .map(kind -> new Choice(kind.code(), RewardView.kind(kind, language)))
                .toList();
    }

    /// What stands in a field, on one line.
    public String value(String name) {
        return given.getOrDefault(name, "").replaceAll("\\s*[\\r\\n\\t]+\\s*", " ").strip();
    }

    public Map<String, String> errors() {
        return errors;
    }

    /// What is wrong with a field; empty if nothing is.
    public String error(String name) {
        return errors.getOrDefault(name, "");
    }

    void wrong(String name, String en, String zh) {
        errors.putIfAbsent(name, language.pick(en, zh));
    }

    /// The reward; empty if something is wrong.
    Optional<Reward> reward() {
        text("party", SHORT_MAX, true);
        text("facility", SHORT_MAX, false);
        text("caseName", SHORT_MAX, false);
        text("basis", Command.TEXT_LENGTH_MAX, true);
        text("reason", Command.TEXT_LENGTH_MAX, true);
        Reward.Kind kind = kind();
        long amount = amount(kind);
        return errors.isEmpty()
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

    private void text(String name, int most, boolean isNeeded) {
        String text = value(name);
        if (isNeeded && text.isEmpty()) {
            wrong(name, "Fill this in.", "请填写。");
        } else if (text.length() > most || !Printable.of(text).equals(text)) {
            errors.putIfAbsent(
                    name,
                    language.pick(
                                    "At most %d characters, and none that does not show.",
                                    "最多 %d 个字符，且不含不可显示的字符。")
                            .formatted(most));
        }
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
