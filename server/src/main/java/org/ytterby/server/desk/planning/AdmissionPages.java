package org.ytterby.server.desk.planning;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.ytterby.core.environment.AccessCheck;
import org.ytterby.core.environment.Condition;
import org.ytterby.core.environment.Project;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.server.analysis.View;
import org.ytterby.server.desk.PageController;
import org.ytterby.server.environment.Registers;
import org.ytterby.server.identity.Allowed;
import org.ytterby.server.identity.Right;
import org.ytterby.server.web.Language;

/// The admission check: a proposed project against the conditions of access on a day. It records
/// nothing; its address holds all that was typed.
@PageController
class AdmissionPages {
    private static final double PER_CENT = 100;
    private static final String SHARE = "share";

    private final Clock clock;

    AdmissionPages(Clock clock) {
        this.clock = clock;
    }

    /// A figure that the conditions ask for.
    ///
    /// @param unit as it is typed; empty for yes or no
    /// @param value as it was typed
    public record Field(
            String indicator, String unit, String value, String document, String error) {}

    @Allowed(Right.SEE_REGISTERS)
    @GetMapping("/planning/admission")
    ModelAndView check(
            Model model,
            View view,
            Language language,
            @RequestParam(defaultValue = "") String on,
            @RequestParam MultiValueMap<String, String> given) {
        long at = CapacityPages.day(on, clock, language);
        Set<String> kinds = new TreeSet<>(given.getOrDefault("kind", List.of()));
        kinds.retainAll(Registers.KINDS);
        List<Field> fields = fields(kinds, at, given, language);
        boolean isWrong = fields.stream().anyMatch(f -> !f.error.isEmpty());
        boolean isAsked = given.containsKey("go") && !kinds.isEmpty();
        ModelAndView page =
                new ModelAndView(
                        "capacity-admission",
                        isAsked && isWrong ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
        page.addAllObjects(model.asMap());
        page.addObject("on", LedgerTime.dateOf(at));
        page.addObject("name", first(given, "name"));
        page.addObject("kinds", kinds);
        page.addObject("choices", Registers.KINDS);
        page.addObject("fields", fields);
        page.addObject("isWrong", isAsked && isWrong);
        page.addObject("isAsked", isAsked && !isWrong);
        if (isAsked && !isWrong) {
            AccessCheck check =
                    Registers.check(new Project(first(given, "name"), kinds, claims(fields)), at);
            List<AnswerView> answers =
                    check.answers().stream().map(a -> AnswerView.of(a, language)).toList();
            page.addObject("answers", answers);
            page.addObject("isAdmitted", check.isAdmitted());
            page.addObject("broken", count(answers, "broken"));
            page.addObject("unknown", count(answers, "unknown"));
        }
        return page;
    }

    private static long count(List<AnswerView> answers, String state) {
        return answers.stream().filter(a -> a.state().equals(state)).count();
    }

    private static String first(MultiValueMap<String, String> given, String name) {
        String typed = given.getFirst(name);
        return typed == null ? "" : typed.strip();
    }

    /// What the conditions ask of these kinds; of the net new capacity its two parts.
    private static List<Field> fields(
            Set<String> kinds, long at, MultiValueMap<String, String> given, Language language) {
        Map<String, String> units = new LinkedHashMap<>();
        for (Condition condition : Registers.conditions(kinds, at)) {
            if (condition.indicator().equals(Project.NET_NEW)) {
                units.putIfAbsent(Project.CAPACITY, condition.unit());
                units.put(Project.REPLACED, condition.unit());
            } else {
                units.putIfAbsent(condition.indicator(), condition.unit());
            }
        }
        List<Field> fields = new ArrayList<>();
        units.forEach((indicator, unit) -> {
            String value = first(given, "v." + indicator);
            boolean isWrong = !value.isEmpty() && number(value).isEmpty();
            fields.add(
                    new Field(
                            indicator,
                            unit.equals(SHARE) ? "%" : unit,
                            value,
                            first(given, "d." + indicator),
                            isWrong
                                    ? language.pick(
                                            "Write a number that is not negative, such as 3000.",
                                            "请填写非负数字，如 3000。")
                                    : ""));
        });
        return fields;
    }

    private static OptionalDouble number(String text) {
        return text.matches("[0-9]{1,12}(\\.[0-9]{1,6})?")
                ? OptionalDouble.of(Double.parseDouble(text))
                : OptionalDouble.empty();
    }

    private static Map<String, Project.Claim> claims(List<Field> fields) {
        Map<String, Project.Claim> claims = new TreeMap<>();
        for (Field field : fields) {
            number(field.value)
                    .ifPresent(value ->
                            claims.put(
                                    field.indicator,
                                    new Project.Claim(
                                            field.unit.equals("%") ? value / PER_CENT : value,
                                            field.document)));
        }
        return claims;
    }
}
