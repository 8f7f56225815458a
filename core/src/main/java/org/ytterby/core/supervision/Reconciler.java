package org.ytterby.core.supervision;

import static java.util.concurrent.CompletableFuture.supplyAsync;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.ytterby.core.balance.BalanceMemory;
import org.ytterby.core.balance.FacilityBalance;
import org.ytterby.core.balance.PeriodBalance;
import org.ytterby.core.genealogy.Attribution;
import org.ytterby.core.genealogy.EndStock;
import org.ytterby.core.genealogy.LotStock;
import org.ytterby.core.genealogy.LotStocks;
import org.ytterby.core.genealogy.Transfers;
import org.ytterby.core.ledger.Declarations;
import org.ytterby.core.ledger.Facility;
import org.ytterby.core.ledger.Groups;
import org.ytterby.core.ledger.Ledger;
import org.ytterby.core.ledger.Names;
import org.ytterby.core.ledger.Problem;
import org.ytterby.core.plan.PlanUses;

/// From declarations to the whole answer: a pure function.
public final class Reconciler {
    private final Settings settings;
    private final Ledger ledger;
    private final Scene scene;

    private Reconciler(Declarations declarations, Settings settings, BalanceMemory memory) {
        this.settings = settings;
        ledger = Ledger.of(declarations);
        scene = Scene.of(ledger, memory);
    }

    /// Reconciles what was declared.
    public static Reconciliation reconcile(Declarations declarations, Settings settings) {
        return explained(declarations, settings).answer();
    }

    /// Reconciles, and keeps what is needed to explain each finding.
    static Explainer explained(Declarations declarations, Settings settings) {
        return explained(declarations, settings, BalanceMemory.none());
    }

    /// The same from memory of the states of the ledger before.
    static Explainer explained(Declarations declarations, Settings settings, BalanceMemory memory) {
        Explainer explained = new Reconciler(declarations, settings, memory).run();
        memory.forgetOthers();
        return explained;
    }

    /// Rules look at the same scene and share nothing else, so that they are judged side by side;
    /// what they say is gathered in a fixed order.
    private Explainer run() {
        CompletableFuture<PlanRules> plans =
                supplyAsync(() -> new PlanRules(scene, PlanUses.of(scene.model())));
        CompletableFuture<int[]> ranks = supplyAsync(() -> ledger.flows().texts().lots().ranks());
        CompletableFuture<List<LotStock>> stocks = ranks.thenApply(this::sortedLots);
        CompletableFuture<RecoveryRule> recoveries = supplyAsync(() -> new RecoveryRule(scene));
        ExportRules exports = new ExportRules(scene);
        Judged judged = judge(plans, recoveries, exports);

        RecoveryRule recovery = recoveries.join();
        recovery.believe(judged.findings());
        Attribution attribution =
                Attribution.of(
                        scene.births(), recovery, wanted(exports, stocks.join(), ranks.join()));
        List<Reasoned> findings = new ArrayList<>(judged.findings());
        findings.addAll(exports.untraceable(attribution));
        findings.sort(Comparator.comparing(Reasoned::finding, worstFirst()));
        Reconciliation answer =
                new Reconciliation(
                        ledger,
                        balances(),
                        plans.join().rows(),
                        stocks.join(),
                        attribution,
                        findings.stream().map(Reasoned::finding).toList(),
                        judged.detectable(),
                        judged.scatter(),
                        problems(attribution.unsettled()));
        return new Explainer(scene, settings, answer, findings);
    }

    /// What the rules say that need no attribution of what was exported or is in stock.
    private record Judged(
            List<Reasoned> findings,
            List<Reconciliation.DetectableAmount> detectable,
            List<Reconciliation.ScatterCheck> scatter) {}

    /// Judges all subjects together. They are by far the most of what a large ledger needs here:
    /// nothing that holds them is handed on, so that they are gone before lots are attributed.
    private Judged judge(
            CompletableFuture<PlanRules> plans,
            CompletableFuture<RecoveryRule> recoveries,
            ExportRules exports) {
        CompletableFuture<LotRules> lots = supplyAsync(() -> new LotRules(scene));
        CompletableFuture<TransferRules> transfers =
                supplyAsync(() -> new TransferRules(scene, new Transfers(ledger)));
        List<Finding> atFacilities = new ArrayList<>();
        CompletableFuture<List<Suspicion>> sector =
                supplyAsync(() -> new SectorRule(scene).suspicions(atFacilities));
        InventoryRules inventory = new InventoryRules(scene, settings.falseAlarms());
        OriginRule origins = new OriginRule(scene);
        RecoveryRule recovery = recoveries.join();
        Family family =
                new Family(
                        List.of(
                                Subjects.of(plans.join().suspicions()),
                                Subjects.of(inventory.suspicions()),
                                recovery.subjects(),
                                lots.join().subjects(),
                                transfers.join().subjects(),
                                Subjects.of(exports.suspicions()),
                                origins.subjects(
                                        Attribution.of(scene.births(), recovery, origins.lots())),
                                Subjects.of(sector.join())),
                        settings.falseAlarms());

        List<Reasoned> findings = new ArrayList<>();
        findings.addAll(new PermitRules(scene).findings());
        findings.addAll(plans.join().findings());
        findings.addAll(lots.join().findings());
        findings.addAll(transfers.join().findings());
        findings.addAll(exports.findings());
        findings.addAll(new MirrorRule(scene).findings());
        findings.addAll(new TimelinessRules(scene).findings());
        findings.addAll(believed(family, atFacilities));
        return new Judged(findings, List.copyOf(inventory.detectable()), inventory.scatter());
    }

    /// @param unsettled numbers of lots whose origin is not found to the last digit
    private List<Problem> problems(List<Integer> unsettled) {
        if (unsettled.isEmpty()) {
            return ledger.problems();
        }
        List<Problem> problems = new ArrayList<>(ledger.problems());
        int n = unsettled.size();
        problems.add(
                new Problem(
                        ledger.flows().file(),
                        0,
                        "lot",
                        ledger.flows().lotId(unsettled.getFirst()),
                        "%d lots feed each other with so little from outside that their origins are approximate"
                                .formatted(n),
                        "%d 个批次相互循环投料、外来投料极少，其来源比例为近似值".formatted(n),
                        Problem.Weight.NOTE));
        return problems;
    }

    /// The findings of the family, the national gap last, so that it can point at what was found at
    /// facilities.
    ///
    /// @param atFacilities filled here, read by the national gap
    private static List<Reasoned> believed(Family family, List<Finding> atFacilities) {
        List<Reasoned> believed = new ArrayList<>(family.findings(rule -> rule != Rule.SECTOR_GAP));
        believed.forEach(one -> atFacilities.add(one.finding()));
        believed.addAll(family.findings(rule -> rule == Rule.SECTOR_GAP));
        return believed;
    }

    private static Comparator<Finding> worstFirst() {
        return Comparator.comparing(Finding::severity)
                .thenComparing(
                        (Finding f) -> Double.isNaN(f.weight().massKg()) ? 0 : f.weight().massKg(),
                        Comparator.reverseOrder())
                .thenComparing(Finding::rule)
                .thenComparing(f -> f.subject().party())
                .thenComparing(f -> f.subject().facility())
                .thenComparing(f -> f.subject().lot())
                .thenComparing(f -> f.subject().record())
                .thenComparing(f -> f.span().fromMicros());
    }

    /// Balances by facility id, element, period.
    private List<PeriodBalance> balances() {
        return scene.balances().stream()
                .sorted(
                        Comparator.comparing((FacilityBalance b) ->
                                ledger.registry().facility(b.facility()).id()))
                .flatMap(balance -> balance.rows().stream())
                .toList();
    }

    /// Stocks by facility id, then lot id.
    private List<LotStock> sortedLots(int[] lotRanks) {
        List<Facility> facilities = ledger.registry().facilities();
        int[] order =
                IntStream.range(0, facilities.size())
                        .boxed()
                        .sorted(Comparator.comparing(f -> facilities.get(f).id()))
                        .mapToInt(Integer::intValue)
                        .toArray();
        int[] ranks = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            ranks[order[i]] = i;
        }
        return LotStocks.sorted(scene.births(), ranks, lotRanks);
    }

    /// Lots to attribute, by id.
    private int[] wanted(ExportRules exports, List<LotStock> stocks, int[] ranks) {
        Groups lots = ledger.linesByLot();
        boolean[] wanted = new boolean[lots.groupCount()];
        for (int lot : exports.lots()) {
            wanted[lot] = true;
        }
        EndStock atEnd = new EndStock(ledger);
        for (LotStock stock : stocks) {
            wanted[stock.lot()] |= atEnd.holds(stock);
        }
        for (String id : settings.lots()) {
            int lot = ledger.flows().texts().lots().find(id);
            if (lot != Names.NONE) {
                wanted[lot] = true;
            }
        }
        int[] byRank = new int[wanted.length];
        Arrays.fill(byRank, Names.NONE);
        for (int lot = 0; lot < wanted.length; lot++) {
            if (lots.size(lot) > 0 && (wanted[lot] || settings.attributeAll())) {
                byRank[ranks[lot]] = lot;
            }
        }
        return Arrays.stream(byRank).filter(lot -> lot != Names.NONE).toArray();
    }
}
