package org.ytterby.server.desk.supervision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.ytterby.core.balance.PeriodBalance;
import org.ytterby.core.environment.PlantReview;
import org.ytterby.core.environment.ThroughputCheck;
import org.ytterby.core.genealogy.LotStock;
import org.ytterby.core.ledger.Facility;
import org.ytterby.core.ledger.FacilityStage;
import org.ytterby.core.ledger.Ledger;
import org.ytterby.core.ledger.Registry;
import org.ytterby.core.material.Mass;
import org.ytterby.core.material.Product;
import org.ytterby.core.supervision.Reconciliation;
import org.ytterby.core.supervision.Say;
import org.ytterby.server.analysis.View;
import org.ytterby.server.desk.PageController;
import org.ytterby.server.desk.RewardView;
import org.ytterby.server.environment.AskedMonths;
import org.ytterby.server.environment.Reviews;
import org.ytterby.server.identity.Allowed;
import org.ytterby.server.identity.ReadNote;
import org.ytterby.server.identity.Right;
import org.ytterby.server.supervision.Rewards;
import org.ytterby.server.web.Language;

/// The list of facilities, and the page of each: what it may do, whether its books close, what it
/// could hide.
@PageController
@RequestMapping("/supervision/facilities")
class FacilityPages {
    private static final int STOCKS = 20;
    private static final int FINDINGS = 8;

    private final Rewards rewards;
    private final Reviews reviews;

    FacilityPages(Rewards rewards, Reviews reviews) {
        this.rewards = rewards;
        this.reviews = reviews;
    }

    /// @param worst severity of its most serious finding, empty if it has none
    /// @param hidden what it could hide; empty where that cannot be said
    public record Row(
            String id,
            String name,
            String party,
            String stage,
            String region,
            int findings,
            String worst,
            String hidden) {}

    @Allowed(Right.SEE_BALANCES)
    @GetMapping
    String list(Model model, View view, Language language) {
        Registry registry = view.registry();
        List<Row> rows = new ArrayList<>();
        for (int f = 0; f < registry.facilities().size(); f++) {
            if (view.scope().seesFacility(registry, f)
                    && registry.facility(f).stage() != FacilityStage.OUTSIDE) {
                rows.add(row(view, f, language));
            }
        }
        rows.sort(Comparator.comparingInt((Row r) -> -r.findings()).thenComparing(Row::id));
        ReadNote.rows(rows.size());
        model.addAttribute("rows", rows);
        return "facilities";
    }

    private static Row row(View view, int f, Language language) {
        Registry registry = view.registry();
        Facility facility = registry.facility(f);
        List<FindingView.Ranked> findings = findingsOf(view, facility.id());
        return new Row(
                facility.id(),
                facility.name(),
                language.name(registry.ownerOf(f)),
                facility.stage().code(),
                facility.region(),
                findings.size(),
                findings.isEmpty() ? "" : findings.getFirst().finding().severity().code(),
                hidden(view.now().reconciliation(), f, language));
    }

    private static List<FindingView.Ranked> findingsOf(View view, String id) {
        return FindingLists.of(view, finding -> finding.subject().facility().equals(id));
    }

    private static String hidden(Reconciliation answer, int facility, Language language) {
        return answer.detectable().stream()
                .filter(d -> d.facility() == facility && Double.isFinite(d.amountKg()))
                .map(d -> language.mass(d.amountKg()))
                .findFirst()
                .orElse("");
    }

    /// @param element of the control chart; empty for the one with the largest difference
    @Allowed(Right.SEE_BALANCES)
    @GetMapping("/{id}")
    String one(
            Model model,
            View view,
            Language language,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String element) {
        Reconciliation answer = view.now().reconciliation();
        Registry registry = view.registry();
        int number = number(view, id, language);
        Facility facility = registry.facility(number);
        List<FindingView.Ranked> findings = findingsOf(view, id);
        ReadNote.about(registry.ownerOf(number).id());
        model.addAttribute("facility", facility);
        model.addAttribute("party", registry.ownerOf(number));
        model.addAttribute("partyName", language.name(registry.ownerOf(number)));
        model.addAttribute(
                "capacity",
                facility.capacityTReo() == null
                        ? ""
                        : language.mass(facility.capacityTReo() * Mass.KG_PER_T));
        model.addAttribute("permits", permits(registry, number, language));
        model.addAttribute("hidden", hidden(answer, number, language));
        model.addAttribute("findingCount", findings.size());
        model.addAttribute(
                "findings",
                FindingView.of(findings.subList(0, Math.min(FINDINGS, findings.size())), language));
        model.addAttribute("stocks", stocks(answer, number, language));
        String owner = registry.ownerOf(number).id();
        model.addAttribute(
                "rewards",
                rewards.of(owner).stream()
                        .map(a -> RewardView.of(a, a.reward().party(), language))
                        .toList());
        balances(model, answer, number, element, language);
        environment(model, view, id, language);
        return "facility";
    }

    /// Whether the plant owes environmental returns, and whether more was used than its output
    /// explains.
    private void environment(Model model, View view, String id, Language language) {
        Optional<ThroughputCheck> check =
                reviews.of(view, AskedMonths.of("", view), id).map(PlantReview::throughput);
        model.addAttribute("hasReturns", check.isPresent());
        check.filter(ThroughputCheck::isStriking)
                .ifPresent(c -> {
                    model.addAttribute("implied", language.mass(c.impliedT() * Mass.KG_PER_T));
                    model.addAttribute("output", language.mass(c.declaredT() * Mass.KG_PER_T));
                });
    }

    private static int number(View view, String id, Language language) {
        Registry registry = view.registry();
        for (int f = 0; f < registry.facilities().size(); f++) {
            if (registry.facility(f).id().equals(id) && view.scope().seesFacility(registry, f)) {
                return f;
            }
        }
        throw new ResponseStatusException(
                HttpStatus.NOT_FOUND,
                language.pick("There is no facility %s.", "没有生产场所 %s。").formatted(id));
    }

    /// A permit, with the days it holds.
    public record PermitRow(String activity, String number, String days) {}

    private static List<PermitRow> permits(Registry registry, int facility, Language language) {
        return registry.permits().stream()
                .filter(p -> p.facility() == facility)
                .map(p ->
                        new PermitRow(
                                p.activity().code(), p.permit(), language.say(Say.days(p.span()))))
                .toList();
    }

    private static void balances(
            Model model, Reconciliation answer, int facility, String asked, Language language) {
        List<PeriodBalance> all =
                answer.balances().stream().filter(b -> b.facility() == facility).toList();
        if (all.isEmpty()) {
            model.addAttribute("balanced", false);
            return;
        }
        List<PeriodBalance> chosen =
                all.stream().filter(b -> b.element().name().equals(asked)).toList();
        if (chosen.isEmpty()) {
            PeriodBalance worst =
                    all.stream()
                            .filter(b -> Double.isFinite(b.statistics().sitmuf()))
                            .max(Comparator.comparingDouble(b -> Math.abs(b.statistics().sitmuf())))
                            .orElse(all.getFirst());
            chosen = all.stream().filter(b -> b.element() == worst.element()).toList();
        }
        PeriodBalance last = chosen.getLast();
        model.addAttribute("balanced", true);
        model.addAttribute("heat", HeatMap.of(all, language));
        model.addAttribute("element", last.element().name());
        model.addAttribute(
                "elementName", language.pick(last.element().name(), last.element().chinese()));
        model.addAttribute("chart", ControlChart.of(chosen, language));
        model.addAttribute(
                "balances", chosen.stream().map(b -> BalanceView.of(b, language)).toList());
        model.addAttribute("isLoss", last.statistics().cumulativeMg() >= 0);
        model.addAttribute(
                "cumulative",
                language.mass(
                        Math.abs(last.statistics().cumulativeMg()) / Mass.MG_PER_KG,
                        last.statistics().cumulativeSigmaKg()));
    }

    /// Lots with most left, by the books.
    public record StockRow(String lot, String product, String remaining) {}

    private static List<StockRow> stocks(Reconciliation answer, int facility, Language language) {
        Ledger ledger = answer.ledger();
        Function<LotStock, StockRow> row =
                s ->
                        new StockRow(
                                ledger.flows().lotId(s.lot()),
                                productName(ledger, s.product(), language),
                                language.mass(s.remainingMg() / Mass.MG_PER_KG));
        return answer.lots().stream()
                .filter(s -> s.facility() == facility && s.remainingMg() > 0)
                .sorted(Comparator.comparingLong(LotStock::remainingMg).reversed())
                .limit(STOCKS)
                .map(row)
                .toList();
    }

    static String productName(Ledger ledger, int product, Language language) {
        Product declared = ledger.declarations().products().get(product);
        return language.pick(
                declared.name(), declared.nameZh().isEmpty() ? declared.name() : declared.nameZh());
    }
}
