package org.ytterby.server.desk.planning;

import java.util.Locale;
import org.ytterby.core.environment.AccessCheck;
import org.ytterby.core.environment.Comparison;
import org.ytterby.core.environment.Condition;
import org.ytterby.core.environment.Evidence;
import org.ytterby.server.web.Language;

/// What one condition says of a plant or project, as a row.
///
/// @param state `met`, `broken` or `unknown`
/// @param judgement the exact word behind it
/// @param value what was shown; `–` where nothing was
/// @param asked what the condition asks for
/// @param confidence how sure the condition itself is
public record AnswerView(
        String condition,
        String indicator,
        String state,
        String judgement,
        String value,
        String asked,
        String document,
        String clause,
        String source,
        String confidence) {
    private static final double WHOLE = 100;

    static AnswerView of(AccessCheck.Answer answer, Language language) {
        Condition condition = answer.condition();
        Evidence evidence = answer.evidence();
        return new AnswerView(
                condition.code(),
                condition.indicator(),
                switch (answer.judgement()) {
                    case MET -> "met";
                    case BROKEN -> "broken";
                    case MISSING, UNVERIFIED, EXPIRED -> "unknown";
                },
                answer.judgement().code(),
                evidence == null ? "–" : figure(evidence.value(), condition.unit(), language),
                asked(condition, language),
                evidence == null ? "" : evidence.reference(),
                language.pick(condition.clause().en(), condition.clause().zh()),
                language.half(condition.clause().source()),
                condition.clause().confidence().code());
    }

    /// What a condition asks for, with its unit; yes or no where it has none.
    static String asked(Condition condition, Language language) {
        if (condition.unit().isEmpty()) {
            return figure(condition.bound(), "", language);
        }
        return sign(condition.comparison())
                + " "
                + figure(condition.bound(), condition.unit(), language);
    }

    private static String sign(Comparison comparison) {
        return switch (comparison) {
            case AT_LEAST -> "≥";
            case AT_MOST -> "≤";
            case ABOVE -> ">";
            case BELOW -> "<";
            case EQUAL -> "=";
        };
    }

    private static String figure(double value, String unit, Language language) {
        if (unit.isEmpty()) {
            return value > 0 ? language.pick("yes", "是") : language.pick("no", "否");
        }
        return unit.equals("share")
                ? String.format(Locale.ROOT, "%.1f %%", value * WHOLE)
                : String.format(Locale.ROOT, "%,.0f %s", value, unit).replace('-', '−');
    }
}
