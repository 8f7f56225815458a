package org.ytterby.server.desk.cases;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.ledger.Printable;
import org.ytterby.core.ledger.entry.CaseStep;
import org.ytterby.core.ledger.entry.Command;
import org.ytterby.core.ledger.entry.CorrectionStep;
import org.ytterby.core.ledger.entry.InspectionStep;
import org.ytterby.server.web.Language;

/// What somebody wrote into the page of an action, and what is wrong with it. Read once by [#step],
/// then shown; for one thread.
final class CaseForm {
    /// Most of what a fine can be: far above any, and far below what an entry can hold.
    private static final long FINE_MAX_YUAN = 1_000_000_000_000L;

    private static final String CONFIRMED = "confirmed";
    private static final String REFUTED = "refuted";

    private final CaseAction action;
    private final Language language;
    private final Map<String, String> given;
    private final long nowMicros;
    private final Map<String, String> errors = new LinkedHashMap<>();

    /// @param given what was written, by name of the field
    /// @param nowMicros microseconds since 1970
    CaseForm(CaseAction action, Language language, Map<String, String> given, long nowMicros) {
        this.action = action;
        this.language = language;
        this.given = given;
        this.nowMicros = nowMicros;
    }

    /// A field as the page shows it.
    ///
    /// @param kind `area`, `text`, `day`, `yuan` or `ruling`
    /// @param error empty if nothing is wrong with it
    public record Field(String name, String kind, String value, String error) {}

    /// What is asked for.
    private Map<String, String> kinds() {
        Map<String, String> kinds = new LinkedHashMap<>();
        switch (action) {
            case OPENING -> kinds.put("assigned", "person");
            case QUESTION -> {
                kinds.put("question", "area");
                kinds.put("due", "day");
            }
            case REPLY -> kinds.put("reply", "area");
            case NOTE -> kinds.put("evidence", "area");
            case DECISION -> {
                kinds.put("ruling", "ruling");
                kinds.put("reason", "area");
                kinds.put("clause", "text");
            }
            case PENALTY -> {
                kinds.put("clause", "text");
                kinds.put("fine", "yuan");
                kinds.put("reason", "area");
            }
            case VISIT -> kinds.put("found", "area");
            case ORDER -> {
                kinds.put("order", "area");
                kinds.put("due", "day");
            }
            case REPORT -> kinds.put("report", "area");
            case CHECK -> {
                kinds.put("ruling", "ruling");
                kinds.put("reason", "area");
            }
            case CLOSURE -> kinds.put("reason", "area");
        }
        return kinds;
    }

    List<Field> fields() {
        List<Field> fields = new ArrayList<>();
        kinds().forEach((name, kind) ->
                fields.add(
                        new Field(
                                name,
                                kind,
                                given.getOrDefault(name, ""),
                                errors.getOrDefault(name, ""))));
        return fields;
    }

    /// The step that was written; empty if something is wrong.
    ///
    /// @param opened makes the first step for the person that it is assigned to
    Optional<CaseStep> step(Function<String, CaseStep.Opened> opened) {
        errors.clear();
        return switch (action) {
            case OPENING -> one("assigned", opened::apply);
            case QUESTION -> awaited("question", CaseStep.Asked::new);
            case REPLY -> one("reply", CaseStep.Replied::new);
            case NOTE -> one("evidence", CaseStep.Noted::new);
            case VISIT -> one("found", InspectionStep.Visited::new);
            case DECISION -> decision();
            case PENALTY -> penalty();
            case ORDER -> awaited("order", CorrectionStep.Ordered::new);
            case REPORT -> one("report", CorrectionStep.Reported::new);
            case CHECK -> {
                boolean isEnough = isConfirmed();
                yield one("reason", reason -> new CorrectionStep.Checked(isEnough, reason));
            }
            case CLOSURE -> one("reason", CaseStep.Closed::new);
        };
    }

    private Optional<CaseStep> one(String field, Function<String, CaseStep> step) {
        String text = text(field);
        return good(() -> step.apply(text));
    }

    /// A step with a text and a day.
    private Optional<CaseStep> awaited(String field, BiFunction<String, Long, CaseStep> step) {
        String text = text(field);
        long due = due();
        return good(() -> step.apply(text, due));
    }

    private Optional<CaseStep> penalty() {
        String clause = text("clause");
        long fine = fine();
        String reason = text("reason");
        return good(() -> new CaseStep.Penalised(clause, fine, reason));
    }

    private Optional<CaseStep> good(Supplier<CaseStep> step) {
        return errors.isEmpty() ? Optional.of(step.get()) : Optional.empty();
    }

    private Optional<CaseStep> decision() {
        boolean isConfirmed = isConfirmed();
        String reason = text("reason");
        String clause = "";
        if (isConfirmed) {
            clause = text("clause");
        } else if (!given.getOrDefault("clause", "").isBlank()) {
            errors.put(
                    "clause",
                    language.pick(
                            "A refuted finding breaks no clause: leave this empty.",
                            "线索不属实时不引用条款，请留空。"));
        }
        String broken = clause;
        return good(() -> new CaseStep.Decided(isConfirmed, reason, broken));
    }

    /// What was written into a field, lines that were broken joined.
    private String text(String name) {
        String text = oneLine(given.getOrDefault(name, ""));
        if (text.isEmpty()) {
            errors.put(name, language.pick("Fill this in.", "请填写此项。"));
        } else if (text.length() > Command.TEXT_LENGTH_MAX) {
            errors.put(
                    name,
                    language.pick("%,d characters, at most %,d.", "共 %,d 个字符，最多 %,d 个。")
                            .formatted(text.length(), Command.TEXT_LENGTH_MAX));
        } else if (!Printable.of(text).equals(text)) {
            errors.put(
                    name,
                    language.pick("It holds characters that do not show: %s", "含有不可显示的字符：%s")
                            .formatted(Printable.of(text)));
        }
        return text;
    }

    private boolean isConfirmed() {
        String ruling = given.getOrDefault("ruling", "");
        if (!ruling.equals(CONFIRMED) && !ruling.equals(REFUTED)) {
            errors.put("ruling", language.pick("Choose one of the two.", "请选择其中一项。"));
        }
        return ruling.equals(CONFIRMED);
    }

    static String oneLine(String text) {
        return text.replaceAll("\\s*[\\r\\n\\t]+\\s*", " ").strip();
    }

    /// The end of the day that was named, as an instant.
    private long due() {
        OptionalLong day = LedgerTime.parseDate(given.getOrDefault("due", "").strip());
        if (day.isEmpty()) {
            errors.put(
                    "due", language.pick("Give a day, as in 2026-11-30.", "请填写日期，如 2026-11-30。"));
            return 0;
        }
        long end = day.getAsLong() + LedgerTime.DAY;
        if (end <= nowMicros) {
            errors.put("due", language.pick("This day has passed.", "该日期已过。"));
        }
        return end;
    }

    private long fine() {
        String text = given.getOrDefault("fine", "").strip();
        if (!text.matches("[0-9]{1,13}") || Long.parseLong(text) > FINE_MAX_YUAN) {
            errors.put(
                    "fine",
                    language.pick(
                            "Give whole yuan in digits; 0 for an order to correct alone.",
                            "请填写整数元；仅责令改正的填 0。"));
            return 0;
        }
        return Long.parseLong(text);
    }
}
