package org.ytterby.server.desk.environment;

import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.ytterby.core.environment.EnvironmentLaw;
import org.ytterby.core.environment.Indicator;
import org.ytterby.core.environment.Intensity;
import org.ytterby.core.environment.LimitCheck;
import org.ytterby.core.environment.MonthlyReturn;
import org.ytterby.core.environment.Months;
import org.ytterby.core.environment.PlantReview;
import org.ytterby.core.environment.ReturnDue;
import org.ytterby.core.ledger.Facility;
import org.ytterby.core.ledger.Registry;
import org.ytterby.formats.EnvironmentTables;
import org.ytterby.server.analysis.View;
import org.ytterby.server.desk.PageController;
import org.ytterby.server.environment.AskedMonths;
import org.ytterby.server.environment.Registers;
import org.ytterby.server.environment.Reviews;
import org.ytterby.server.identity.Allowed;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.identity.ReadNote;
import org.ytterby.server.identity.Right;
import org.ytterby.server.web.Language;

/// The environment desk: returns due and missing, what is beyond a limit, and the page of each
/// plant. Who sees one organisation alone sees its plants alone.
@PageController
@RequestMapping("/environment")
class EnvironmentPages {
    private static final int EXCEEDANCES = 100;

    private final Reviews reviews;
    private final Clock clock;

    EnvironmentPages(Reviews reviews, Clock clock) {
        this.reviews = reviews;
        this.clock = clock;
    }

    /// A limit that is known to exist, but not how high it is.
    public record UnknownLimit(String says, String source) {}

    /// @param month such as `2026-01`; empty for the last one that anybody reported
    @Allowed(Right.SEE_ENVIRONMENT)
    @GetMapping
    String desk(
            Model model,
            View view,
            Caller caller,
            Language language,
            @RequestParam(defaultValue = "") String month) {
        Months months = months(month, view, language);
        Registry registry = view.registry();
        List<PlantReview> plants = reviews.of(view, months);
        List<ReturnDue> dues =
                ReturnDue.of(
                        view.ledger(),
                        reviews.book(view, months),
                        f -> view.scope().seesFacility(registry, f),
                        months,
                        Language.micros(clock.instant()));
        List<LimitCheck.Line> exceeded =
                plants.stream()
                        .flatMap(plant -> plant.exceeded().stream())
                        .sorted(
                                Comparator.comparing(LimitCheck.Line::month)
                                        .reversed()
                                        .thenComparing(l -> -l.excess()))
                        .toList();
        ReadNote.rows(plants.size());
        months(model, months);
        model.addAttribute("rows", PlantRow.of(registry, plants, dues, language));
        model.addAttribute("owed", count(dues, months.until()));
        model.addAttribute("missing", missing(dues, months.until()));
        model.addAttribute(
                "missingBefore",
                dues.stream().filter(d -> d.state() == ReturnDue.State.MISSING).count()
                        - missing(dues, months.until()));
        model.addAttribute("exceededCount", exceeded.size());
        model.addAttribute("striking", plants.stream().filter(PlantReview::isStriking).count());
        model.addAttribute(
                "exceeded",
                ExceedanceView.of(
                        exceeded.subList(0, Math.min(EXCEEDANCES, exceeded.size())),
                        new Amounts(reviews.law(), language),
                        language));
        model.addAttribute(
                "unknown",
                EnvironmentTables.unknown(EnvironmentTables.Subject.EMISSION).stream()
                        .map(u ->
                                new UnknownLimit(
                                        language.pick(u.clause().en(), u.clause().zh()),
                                        language.half(u.clause().source())))
                        .toList());
        model.addAttribute("mayReport", Right.DECLARE.isOf(caller));
        model.addAttribute("hasMines", !Registers.mines(view).isEmpty());
        return "environment";
    }

    private static long count(List<ReturnDue> dues, YearMonth month) {
        return dues.stream().filter(d -> d.month().equals(month)).count();
    }

    private static long missing(List<ReturnDue> dues, YearMonth month) {
        return dues.stream()
                .filter(d -> d.month().equals(month) && d.state() == ReturnDue.State.MISSING)
                .count();
    }

    /// @param month up to which, from January
    @Allowed(Right.SEE_ENVIRONMENT)
    @GetMapping("/plants/{id}")
    String plant(
            Model model,
            View view,
            Caller caller,
            Language language,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String month) {
        Months months = months(month, view, language);
        PlantReview plant =
                reviews.of(view, months, id)
                        .orElseThrow(() ->
                                new ResponseStatusException(
                                        HttpStatus.NOT_FOUND,
                                        language.pick(
                                                        "There is no plant %s that owes returns.",
                                                        "没有应报环境月报的场所 %s。")
                                                .formatted(id)));
        Facility facility = view.registry().facility(plant.facility());
        ReadNote.about(view.registry().ownerOf(plant.facility()).id());
        SortedMap<YearMonth, MonthlyReturn> returns = inside(view, months, plant.facility());
        Amounts amounts = new Amounts(reviews.law(), language);
        months(model, months);
        model.addAttribute("facility", facility);
        model.addAttribute("partyName", language.name(view.registry().ownerOf(plant.facility())));
        model.addAttribute("kinds", plant.kinds().stream().sorted().toList());
        model.addAttribute("charts", charts(reviews.law(), plant, months, returns, language));
        model.addAttribute("months", months.all());
        model.addAttribute("returned", returns.size());
        model.addAttribute("intensities", intensities(view, plant, months, returns, amounts));
        model.addAttribute("exceeded", ExceedanceView.of(plant.exceeded(), amounts, language));
        model.addAttribute("working", PlantWorking.of(plant, amounts, language));
        model.addAttribute("mayReport", Right.DECLARE.isOf(caller));
        model.addAttribute("maySupervise", Right.SEE_BALANCES.isOf(caller));
        return "environment-plant";
    }

    /// Use of something per tonne of output.
    public record IntensityRow(String indicator, String used, String perTonne, int missing) {}

    /// Water, energy and chemicals per tonne of what the ledger has as output.
    private List<IntensityRow> intensities(
            View view,
            PlantReview plant,
            Months months,
            SortedMap<YearMonth, MonthlyReturn> returns,
            Amounts amounts) {
        double outputT = PlantReview.outputT(view.ledger(), plant.facility(), months.span());
        String id = view.registry().facility(plant.facility()).id();
        return reviews.law().indicators().stream()
                .filter(Indicator::isAmount)
                .map(i ->
                        Intensity.of(List.copyOf(returns.values()), id, i.code(), months, outputT))
                .filter(i -> i.used() > 0)
                .map(i ->
                        new IntensityRow(
                                amounts.name(i.indicator()),
                                Amounts.plain(i.used()) + " " + amounts.unit(i.indicator()),
                                Amounts.plain(i.perTonne())
                                        + " "
                                        + amounts.unit(i.indicator())
                                        + "/t",
                                i.missing()))
                .toList();
    }

    private SortedMap<YearMonth, MonthlyReturn> inside(View view, Months months, int facility) {
        SortedMap<YearMonth, MonthlyReturn> returns =
                new TreeMap<>(reviews.book(view, months).of(facility));
        returns.keySet().removeIf(month -> !months.contains(month));
        return returns;
    }

    /// A chart for each indicator that was returned, in the order in which indicators are defined;
    /// behind them those that nobody defined.
    private static List<TrendChart> charts(
            EnvironmentLaw law,
            PlantReview plant,
            Months months,
            SortedMap<YearMonth, MonthlyReturn> returns,
            Language language) {
        List<String> codes = new ArrayList<>();
        law.indicators().stream()
                .map(Indicator::code)
                .filter(code ->
                        returns.values().stream().anyMatch(r -> r.figures().containsKey(code)))
                .forEach(codes::add);
        returns.values().stream()
                .flatMap(r -> r.figures().keySet().stream())
                .distinct()
                .filter(code -> !codes.contains(code))
                .forEach(codes::add);
        TrendChart.Wording words = new TrendChart.Wording(new Amounts(law, language), language);
        return codes.stream()
                .map(code -> TrendChart.of(code, months, returns, plant.lines(), words))
                .toList();
    }

    private static void months(Model model, Months months) {
        model.addAttribute("month", months.until());
        model.addAttribute("first", months.from());
        model.addAttribute("before", months.until().minusMonths(1));
        model.addAttribute("after", months.until().plusMonths(1));
    }

    static Months months(String month, View view, Language language) {
        try {
            return AskedMonths.of(month, view);
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST, language.half(String.valueOf(e.getMessage())), e);
        }
    }
}
