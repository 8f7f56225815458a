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
import java.util.stream.Stream;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.ledger.PenaltyClause;
import org.ytterby.core.ledger.Printable;
import org.ytterby.core.ledger.entry.AppealStep;
import org.ytterby.core.ledger.entry.CaseStep;
import org.ytterby.core.ledger.entry.Command;
import org.ytterby.core.ledger.entry.CorrectionStep;
import org.ytterby.core.ledger.entry.InspectionStep;
import org.ytterby.core.ledger.entry.Submission;
import org.ytterby.core.ledger.entry.TaskStep;
import org.ytterby.server.supervision.TipOffs;
import org.ytterby.server.web.Language;

/// What somebody wrote into the page of an action, and what is wrong with it. Read once by [#step],
/// then shown; for one thread.
final class CaseForm {
    /// Most of what a fine can be: far above any, and far below what an entry can hold.
    private static final long FINE_MAX_YUAN = 1_000_000_000_000L;

    static final List<String> RULINGS = List.of("confirmed", "refuted");
    static final List<String> INTACT = List.of("yes", "no");
    static final List<String> OUTCOMES =
            Stream.of(AppealStep.Outcome.values()).map(AppealStep.Outcome::code).toList();

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
    /// @param kind see [CaseFields]
    /// @param error empty if nothing is wrong with it
    /// @param options what is to choose from, or suggested
    public record Field(
            String name, String kind, String value, String error, List<String> options) {}

    /// What is asked for.
    ///
    /// @param options what there is to choose from, by kind of field
    List<Field> fields(Function<String, List<String>> options) {
        boolean isTipOff = TipOffs.isFinding(given.getOrDefault("finding", ""));
        List<Field> fields = new ArrayList<>();
        CaseFields.of(action, isTipOff)
                .forEach((name, kind) ->
                        fields.add(
                                new Field(
                                        name,
                                        kind,
                                        given.getOrDefault(name, ""),
                                        errors.getOrDefault(name, ""),
                                        options.apply(kind))));
        return fields;
    }

    /// The step that was written; empty if something is wrong.
    ///
    /// @param opened makes the first step
    /// @return an appeal is without its time, which the law tells
    Optional<CaseStep> step(Function<Opening, CaseStep.Opened> opened) {
        errors.clear();
        return switch (action) {
            case OPENING -> {
                Opening opening = opening();
                yield good(() -> opened.apply(opening));
            }
            case QUESTION -> awaited("question", CaseStep.Asked::new);
            case REPLY -> one("reply", CaseStep.Replied::new);
            case NOTE -> one("evidence", CaseStep.Noted::new);
            case VISIT -> one("found", InspectionStep.Visited::new);
            case DECISION -> decision();
            case PENALTY -> penalty();
            case APPEAL ->
                    two(
                            name("penalty"),
                            text("ground"),
                            (penalty, ground) -> new AppealStep.Appealed(penalty, ground, 0));
            case RULE -> ruling();
            case ORDER -> awaited("order", CorrectionStep.Ordered::new);
            case REPORT -> one("report", CorrectionStep.Reported::new);
            case CHECK -> {
                boolean isEnough = isConfirmed();
                yield one("reason", reason -> new CorrectionStep.Checked(isEnough, reason));
            }
            case CLOSURE -> one("reason", CaseStep.Closed::new);
            case SEAL -> two(name("seal"), text("place"), InspectionStep.Sealed::new);
            case UNSEAL -> checked("seal", InspectionStep.Unsealed::new);
            case SAMPLE -> sample();
            case DISPATCH -> two(name("sample"), text("to"), InspectionStep.Dispatched::new);
            case RECEIVE -> checked("sample", InspectionStep.Received::new);
            case RESULT -> {
                String sample = name("sample");
                String assay = textOrNone("assay");
                yield one("result", result -> new InspectionStep.Resulted(sample, assay, result));
            }
            case TASK -> {
                String task = name("task");
                String to = text("to");
                yield awaited(
                        "request", (request, due) -> new TaskStep.Tasked(task, to, request, due));
            }
            case ANSWER -> two(name("task"), text("answer"), TaskStep.Answered::new);
        };
    }

    /// Who looks into a case, and whom it concerns where its finding does not say so.
    record Opening(String assigned, String party, String facility) {}

    private Opening opening() {
        boolean isTipOff = TipOffs.isFinding(given.getOrDefault("finding", ""));
        return new Opening(
                text("assigned"),
                isTipOff ? text("party") : "",
                isTipOff ? textOrNone("facility") : "");
    }

    private Optional<CaseStep> two(
            String first, String second, BiFunction<String, String, CaseStep> step) {
        return good(() -> step.apply(first, second));
    }

    /// What came of looking at a seal.
    @FunctionalInterface
    private interface Look {
        CaseStep step(String part, boolean isIntact, String remark);
    }

    private Optional<CaseStep> checked(String part, Look look) {
        String name = name(part);
        boolean isIntact = isFirst("intact", INTACT);
        String remark = text("remark");
        return good(() -> look.step(name, isIntact, remark));
    }

    private Optional<CaseStep> sample() {
        String sample = name("sample");
        String seal = name("seal");
        String lot = textOrNone("lot");
        return one("material", material -> new InspectionStep.Sampled(sample, lot, seal, material));
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

    /// Whether a step imposes no fine that its clause does not allow; tells it at the field where
    /// it does.
    ///
    /// @param inForce clauses of penalties
    boolean isAllowed(CaseStep step, List<PenaltyClause> inForce) {
        if (step instanceof CaseStep.Penalised(String code, long fine, String _)) {
            for (PenaltyClause clause : inForce) {
                PenaltyClause.Range range = clause.fine();
                if (clause.code().equals(code) && range != null && !clause.allows(fine)) {
                    errors.put(
                            "fine",
                            language.pick(
                                            "This clause allows %s to %s, or 0 for an order to correct alone.",
                                            "该条款罚款幅度为 %s至 %s，仅责令改正的填 0。")
                                    .formatted(
                                            language.yuan(range.least()),
                                            language.yuan(range.most())));
                }
            }
        }
        return errors.isEmpty();
    }

    private Optional<CaseStep> ruling() {
        String penalty = name("penalty");
        String outcome = given.getOrDefault("outcome", "");
        if (!OUTCOMES.contains(outcome)) {
            errors.put("outcome", language.pick("Choose one of the three.", "请选择其中一项。"));
        }
        long fine = 0;
        if (outcome.equals(AppealStep.Outcome.REDUCED.code())) {
            fine = fine();
        } else if (!given.getOrDefault("fine", "").isBlank()) {
            errors.put(
                    "fine",
                    language.pick(
                            "Only a reduced penalty has another fine: leave this empty.",
                            "仅减轻处罚时填写罚款，请留空。"));
        }
        long reduced = fine;
        return one(
                "reason",
                reason ->
                        new AppealStep.Ruled(
                                penalty, AppealStep.Outcome.parse(outcome), reduced, reason));
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

    private String textOrNone(String name) {
        return given.getOrDefault(name, "").isBlank() ? "" : text(name);
    }

    /// A name as entries hold it.
    private String name(String field) {
        String name = text(field);
        boolean isName = Submission.isKey(name) && name.length() <= Command.NAME_LENGTH_MAX;
        if (!isName && !errors.containsKey(field)) {
            errors.put(
                    field,
                    language.pick(
                                    "1 to %d letters, digits and signs of ASCII, without spaces.",
                                    "须为 1 至 %d 个 ASCII 字母、数字或符号，不含空格。")
                            .formatted(Command.NAME_LENGTH_MAX));
        }
        return name;
    }

    private boolean isConfirmed() {
        return isFirst("ruling", RULINGS);
    }

    private boolean isFirst(String field, List<String> two) {
        String chosen = given.getOrDefault(field, "");
        if (!two.contains(chosen)) {
            errors.put(field, language.pick("Choose one of the two.", "请选择其中一项。"));
        }
        return two.getFirst().equals(chosen);
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
