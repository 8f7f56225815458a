package org.ytterby.server.planning;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ytterby.core.plan.allocation.Consequence;
import org.ytterby.core.plan.allocation.Policy;
import org.ytterby.core.plan.allocation.Request;
import org.ytterby.core.plan.allocation.ScoreLine;
import org.ytterby.core.plan.allocation.Trial;
import org.ytterby.core.supervision.Text;

/// What somebody wrote to be tried on one stage, field by field, and what is wrong with it. Read
/// once; for one thread.
///
/// Fields: `total`, `reserve`, `beta`, `down`, `up`, `w.` and an indicator; `party`, `indicator`
/// and `value`; `punished`, `kind` and `share`. An empty field stays as it is.
public final class TrialForm {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,12}(\\.[0-9]{1,12})?");
    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,10}");
    private static final String WEIGHT = "w.";
    private static final int LENGTH_MAX = 100;

    private final Request request;
    private final SortedMap<String, String> given = new TreeMap<>();
    private final SortedMap<String, Text> errors = new TreeMap<>();

    private TrialForm(Request request, Map<String, String> written) {
        this.request = request;
        written.forEach((name, text) -> {
            boolean isField =
                    name.startsWith(WEIGHT)
                            || switch (name) {
                                case "total",
                                        "reserve",
                                        "beta",
                                        "down",
                                        "up",
                                        "party",
                                        "indicator",
                                        "value",
                                        "punished",
                                        "kind",
                                        "share" ->
                                        true;
                                default -> false;
                            };
            if (isField && !text.isBlank() && name.length() <= LENGTH_MAX) {
                given.put(name, text.strip());
            }
        });
        if (!given.containsKey("value")) { // names without a figure ask for nothing
            given.remove("party");
            given.remove("indicator");
        }
        boolean isConduct = given.containsKey("kind") || given.containsKey("share");
        if (!given.containsKey("punished") || !isConduct) { // a name without a consequence, too
            given.remove("punished");
            given.remove("kind");
            given.remove("share");
        }
    }

    /// What came of reading it.
    ///
    /// @param given what was written, with the stage
    /// @param errors by field
    /// @param tried the request with the trial on it; absent where something is wrong
    public record Read(
            SortedMap<String, String> given,
            SortedMap<String, Text> errors,
            @Nullable Request tried) {
        /// Whether nothing was written.
        public boolean isEmpty() {
            return given.size() <= 1;
        }
    }

    /// Reads what was written for a stage.
    ///
    /// @param request of that stage
    public static Read read(Request request, Map<String, String> written) {
        TrialForm form = new TrialForm(request, written);
        Trial trial = form.trial();
        Request tried = null;
        if (form.errors.isEmpty()) {
            try {
                tried = trial.on(request);
            } catch (IllegalArgumentException e) {
                String why = String.valueOf(e.getMessage());
                form.errors.put("", new Text("This cannot be: " + why, "无法试算：" + why));
            }
        }
        form.given.put("stage", request.policy().stage().code());
        return new Read(form.given, form.errors, tried);
    }

    private Trial trial() {
        Map<String, Double> weights = new TreeMap<>();
        for (ScoreLine line : request.lines()) {
            Double weight = number(WEIGHT + line.indicator(), 1);
            if (weight != null) {
                weights.put(line.indicator(), weight);
            }
        }
        double sum = weights.values().stream().mapToDouble(w -> w).sum();
        boolean isAll = weights.size() == request.lines().size() && !weights.isEmpty();
        if (sum > 1 + Request.WEIGHT_TOLERANCE || (isAll && sum < 1 - Request.WEIGHT_TOLERANCE)) {
            errors.put(
                    WEIGHT,
                    new Text(
                            "The weights given sum to %s; all weights together are 1."
                                    .formatted(sum),
                            "所填权重合计为 %s，全部权重之和须为 1。".formatted(sum)));
        }
        return new Trial(
                request.policy().stage(),
                new Trial.Tuned(
                        whole("total"),
                        whole("reserve"),
                        number("beta", Policy.Tuning.BETA_MAX),
                        number("down", 1),
                        number("up", Policy.TOTAL_MAX_T)),
                weights,
                figure(),
                conduct());
    }

    private Trial.@Nullable Figure figure() {
        Double value = number("value", Double.MAX_VALUE);
        if (value == null) {
            return null;
        }
        String party = applicant("party");
        String indicator = given.getOrDefault("indicator", "");
        if (request.lines().stream().noneMatch(l -> l.indicator().equals(indicator))) {
            errors.put("indicator", new Text("Choose a line of the score.", "请选择评分项。"));
        }
        return new Trial.Figure(party, indicator, value);
    }

    private Trial.@Nullable Conduct conduct() {
        if (!given.containsKey("punished")) {
            return null;
        }
        String party = applicant("punished");
        String kind = given.getOrDefault("kind", "");
        for (Consequence.Kind of : Consequence.Kind.values()) {
            if (of.code().equals(kind)) {
                Double share =
                        of == Consequence.Kind.EXCLUSION ? Double.valueOf(0) : number("share", 1);
                if (share == null) {
                    errors.putIfAbsent(
                            "share", new Text("Give a share from 0 to 1.", "请填写 0 至 1 的比例。"));
                    return null;
                }
                return new Trial.Conduct(party, of, share);
            }
        }
        errors.put("kind", new Text("Choose what follows.", "请选择奖惩类型。"));
        return null;
    }

    private String applicant(String field) {
        String id = given.getOrDefault(field, "");
        if (request.applicants().stream().noneMatch(a -> a.id().equals(id))) {
            errors.put(field, new Text("Choose one that applied.", "请选择申报企业。"));
        }
        return id;
    }

    private @Nullable Long whole(String field) {
        String text = given.get(field);
        if (text == null) {
            return null;
        }
        if (!WHOLE.matcher(text).matches() || Long.parseLong(text) > Policy.TOTAL_MAX_T) {
            errors.put(
                    field,
                    new Text(
                            "Give whole tonnes in digits, at most %,d."
                                    .formatted(Policy.TOTAL_MAX_T),
                            "请填写整吨数字，最多 %,d。".formatted(Policy.TOTAL_MAX_T)));
            return null;
        }
        return Long.valueOf(text);
    }

    private @Nullable Double number(String field, double most) {
        String text = given.get(field);
        if (text == null) {
            return null;
        }
        if (!NUMBER.matcher(text).matches() || Double.parseDouble(text) > most) {
            errors.put(
                    field,
                    most <= 1
                            ? new Text(
                                    "Give a number from 0 to %s, such as 0.15.".formatted(most),
                                    "请填写 0 至 %s 之间的数，如 0.15。".formatted(most))
                            : new Text("Give a number not below 0.", "请填写不小于 0 的数。"));
            return null;
        }
        return Double.valueOf(text);
    }
}
