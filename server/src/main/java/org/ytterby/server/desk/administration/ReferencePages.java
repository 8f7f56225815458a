package org.ytterby.server.desk.administration;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.ledger.Limit;
import org.ytterby.core.ledger.Limits;
import org.ytterby.core.ledger.Span;
import org.ytterby.core.supervision.Finding;
import org.ytterby.server.analysis.OtherLimits;
import org.ytterby.server.analysis.View;
import org.ytterby.server.desk.PageController;
import org.ytterby.server.identity.Allowed;
import org.ytterby.server.identity.ReadNote;
import org.ytterby.server.identity.Right;
import org.ytterby.server.web.Language;

/// The dated tables that the service reckons with, and what another limit would alter.
@PageController
@RequestMapping("/administration/reference")
class ReferencePages {
    private static final int SHOWN_MAX = 100;

    private final OtherLimits limits;
    private final Clock clock;

    ReferencePages(OtherLimits limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
    }

    @Allowed(Right.ADMINISTER)
    @GetMapping
    String tables(Model model, Language language) {
        model.addAttribute("limits", ReferenceRow.limits());
        model.addAttribute("penalties", ReferenceRow.penalties(language));
        return "reference";
    }

    /// A finding that only one of the two numbers raises.
    public record Row(String rule, String sentence, String facility) {
        static Row of(Finding finding, Language language) {
            String facility = finding.subject().facility();
            return new Row(
                    finding.rule().code(),
                    language.say(finding.message()),
                    facility.isEmpty() ? "–" : facility);
        }
    }

    /// What was asked.
    ///
    /// @param field that is wrong; empty if none is
    private record Asked(Optional<Limits.Row> row, String field, String error) {
        static Asked wrong(String field, String error) {
            return new Asked(Optional.empty(), field, error);
        }
    }

    /// @param limit code; empty before anything is asked
    /// @param from first day on which it would hold
    @Allowed(Right.ADMINISTER)
    @GetMapping("/limit")
    ModelAndView preview(
            Model model,
            View view,
            Language language,
            @RequestParam(defaultValue = "") String limit,
            @RequestParam(defaultValue = "") String value,
            @RequestParam(defaultValue = "") String from) {
        Asked asked =
                limit.isEmpty()
                        ? Asked.wrong("", "")
                        : asked(limit, value.strip(), from.strip(), language);
        ModelAndView page =
                new ModelAndView(
                        "limit",
                        asked.error.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        page.addAllObjects(model.asMap());
        page.addObject("choices", Arrays.stream(Limit.values()).map(Limit::code).toList());
        page.addObject("limit", limit);
        page.addObject("value", value);
        page.addObject(
                "from",
                from.isEmpty()
                        ? LedgerTime.dateOf(Language.micros(clock.instant())).toString()
                        : from);
        page.addObject("field", asked.field);
        page.addObject("error", asked.error);
        page.addObject("isAsked", asked.row.isPresent());
        asked.row.ifPresent(row -> compare(page, view, row, language));
        return page;
    }

    private static Asked asked(String code, String value, String from, Language language) {
        Optional<Limit> limit =
                Arrays.stream(Limit.values()).filter(l -> l.code().equals(code)).findFirst();
        OptionalLong day = LedgerTime.parseDate(from);
        if (limit.isEmpty()) {
            return Asked.wrong("limit", language.pick("Choose one of the list.", "请从列表中选择。"));
        }
        if (day.isEmpty()) {
            return Asked.wrong(
                    "from", language.pick("Give a day, as in 2026-11-30.", "请填写日期，如 2026-11-30。"));
        }
        try {
            Span span = new Span(day.getAsLong(), LedgerTime.END);
            return new Asked(
                    Optional.of(new Limits.Row(limit.get(), Double.parseDouble(value), span)),
                    "",
                    "");
        } catch (IllegalArgumentException _) { // no number, or none that this limit can have
            return Asked.wrong(
                    "value",
                    language.pick(
                            "Give a number from 0 on; whole where it counts days.",
                            "请填写不小于 0 的数；天数须为整数。"));
        }
    }

    private void compare(ModelAndView page, View view, Limits.Row row, Language language) {
        List<Finding> now = view.now().reconciliation().findings();
        List<Finding> then = limits.with(view.now(), row);
        List<Finding> more = without(then, now);
        List<Finding> fewer = without(now, then);
        ReadNote.rows(more.size() + fewer.size());
        double present =
                view.ledger()
                        .declarations()
                        .context()
                        .limits()
                        .at(row.limit(), row.span().fromMicros());
        page.addObject("present", ReferenceRow.number(present));
        page.addObject("asked", ReferenceRow.number(row.value()));
        page.addObject("now", now.size());
        page.addObject("then", then.size());
        page.addObject("more", rows(more, language));
        page.addObject("moreCount", more.size());
        page.addObject("fewer", rows(fewer, language));
        page.addObject("fewerCount", fewer.size());
    }

    private static List<Finding> without(List<Finding> findings, List<Finding> others) {
        Set<String> ids = others.stream().map(Finding::id).collect(Collectors.toSet());
        return findings.stream().filter(f -> !ids.contains(f.id())).toList();
    }

    private static List<Row> rows(List<Finding> findings, Language language) {
        return findings.stream().limit(SHOWN_MAX).map(f -> Row.of(f, language)).toList();
    }
}
