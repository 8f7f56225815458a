package org.ytterby.server.desk.supervision;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.ytterby.core.supervision.Finding;
import org.ytterby.core.supervision.Rule;
import org.ytterby.core.supervision.Settings;
import org.ytterby.server.analysis.OtherLevels;
import org.ytterby.server.analysis.View;
import org.ytterby.server.desk.PageController;
import org.ytterby.server.identity.Allowed;
import org.ytterby.server.identity.Right;
import org.ytterby.server.web.Language;

/// What would be found if another share of false alarms were asked for. Nothing is changed by
/// asking.
@PageController
class WhatIfPages {
    private static final int SHOWN_MAX = 200;
    private static final double PERCENT = 100;

    private final OtherLevels levels;

    WhatIfPages(OtherLevels levels) {
        this.levels = levels;
    }

    /// A level that can be asked for.
    public record Choice(String value, String shown) {}

    /// A finding that only one of the two levels raises.
    public record Row(
            String severity, String rule, String sentence, String facility, String mass, String q) {
        static Row of(Finding finding, Language language) {
            FindingView view = FindingView.of(0, finding, language);
            return new Row(
                    view.severity(),
                    view.rule(),
                    view.sentence(),
                    view.facility(),
                    view.mass(),
                    view.confidence());
        }
    }

    /// @param percent the level asked about
    @Allowed(Right.WORK_ON_CASES)
    @GetMapping("/supervision/what-if")
    String whatIf(
            Model model,
            View view,
            Language language,
            @RequestParam(defaultValue = "10") String percent) {
        double level =
                OtherLevels.LEVELS.stream()
                        .filter(l -> value(l).equals(percent))
                        .findFirst()
                        .orElse(Settings.FALSE_ALARMS_DEFAULT);
        List<Finding> now = seen(view, view.now().reconciliation().findings());
        List<Finding> then = seen(view, levels.at(view.now(), level));
        List<Finding> more = without(then, now);
        List<Finding> fewer = without(now, then);
        model.addAttribute(
                "choices",
                OtherLevels.LEVELS.stream()
                        .map(l -> new Choice(value(l), language.percent(l)))
                        .toList());
        model.addAttribute("percent", value(level));
        model.addAttribute("level", language.percent(level));
        model.addAttribute("levelNow", language.percent(Settings.FALSE_ALARMS_DEFAULT));
        model.addAttribute("now", now.size());
        model.addAttribute("then", then.size());
        model.addAttribute("falseNow", expected(now, Settings.FALSE_ALARMS_DEFAULT));
        model.addAttribute("falseThen", expected(then, level));
        model.addAttribute("more", rows(more, language));
        model.addAttribute("moreCount", more.size());
        model.addAttribute("fewer", rows(fewer, language));
        model.addAttribute("fewerCount", fewer.size());
        return "what-if";
    }

    private static String value(double level) {
        return Long.toString(Math.round(level * PERCENT));
    }

    /// How many are false on average, at most: rounded up.
    private static long expected(List<Finding> statistical, double level) {
        return (long) Math.ceil(level * statistical.size());
    }

    private static List<Finding> seen(View view, List<Finding> findings) {
        return findings.stream()
                .filter(f -> f.rule().kind() == Rule.Kind.STATISTICAL)
                .filter(f -> view.scope().sees(view.registry(), f))
                .toList();
    }

    private static List<Finding> without(List<Finding> findings, List<Finding> others) {
        Set<String> ids = others.stream().map(Finding::id).collect(Collectors.toSet());
        return findings.stream().filter(f -> !ids.contains(f.id())).toList();
    }

    private static List<Row> rows(List<Finding> findings, Language language) {
        return findings.stream().limit(SHOWN_MAX).map(f -> Row.of(f, language)).toList();
    }
}
