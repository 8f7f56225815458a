package org.ytterby.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.ytterby.core.balance.PeriodBalance;
import org.ytterby.core.balance.Scatter;
import org.ytterby.core.genealogy.Origin;
import org.ytterby.core.genealogy.OriginShare;
import org.ytterby.core.ledger.Ledger;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.ledger.PlanKind;
import org.ytterby.core.ledger.Span;
import org.ytterby.core.material.Element;
import org.ytterby.core.material.OreType;
import org.ytterby.core.plan.PlanUse;
import org.ytterby.core.supervision.Finding;
import org.ytterby.core.supervision.Reconciliation;
import org.ytterby.core.supervision.Reconciliation.DetectableAmount;
import org.ytterby.core.supervision.Reconciliation.ScatterCheck;
import org.ytterby.core.supervision.Rule;
import org.ytterby.core.supervision.Text;

/// A hand-made answer over [SampleLedger], with something in every list.
final class SampleReconciliation {
    private static final int MONTHS = 12;

    private SampleReconciliation() {}

    /// @param hostile appended to names and ids that a package may choose freely
    static Reconciliation of(String hostile) {
        Ledger ledger = SampleLedger.of(hostile);
        List<PeriodBalance> balances = new ArrayList<>();
        Random random = new Random(11);
        for (int facility = SampleLedger.MINE; facility <= SampleLedger.RECYCLING; facility++) {
            for (Element element : Element.ALL) {
                balances.addAll(balances(random, facility, element));
            }
        }
        return new Reconciliation(
                ledger,
                balances,
                planUse(),
                List.of(),
                new ListedShares(attribution(ledger)),
                findings(hostile),
                List.of(
                        new DetectableAmount(SampleLedger.MINE, 28_500, .4, .6),
                        new DetectableAmount(SampleLedger.SEPARATION, 49_000, .9, 1e-7),
                        new DetectableAmount(SampleLedger.METAL, 3_900, .2, .5)),
                scatter(),
                ledger.problems());
    }

    /// The answer of an empty package.
    static Reconciliation empty() {
        Reconciliation full = of("");
        return new Reconciliation(
                full.ledger(),
                List.of(),
                List.of(),
                List.of(),
                new ListedShares(List.of()),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static List<ScatterCheck> scatter() {
        Scatter.Part quiet = new Scatter.Part(new Scatter.Where.Everywhere(), .98, 96, 100, .5);
        Scatter.Part loud =
                new Scatter.Part(new Scatter.Where.Alone(Element.Ce), 2.1, 35.3, 8, .02);
        return List.of(
                new ScatterCheck(SampleLedger.MINE, new Scatter(.98, 1, quiet), 1, false),
                new ScatterCheck(
                        SampleLedger.SEPARATION, new Scatter(1.4, 2e-5, loud), 6e-5, true));
    }

    private static List<PeriodBalance> balances(Random random, int facility, Element element) {
        List<PeriodBalance> rows = new ArrayList<>();
        long opening = 50_000_000_000L + element.ordinal() * 1_000_003L;
        double page = 0;
        long cumulative = 0;
        boolean gains = facility == SampleLedger.SEPARATION && element == Element.Nd;
        for (int m = 0; m < MONTHS; m++) {
            double y = random.nextGaussian() - (gains && m > 5 ? 2.5 : 0);
            long difference = (long) (y * 4e8);
            long additions = 30_000_000_017L;
            long removals = 29_000_000_000L;
            long closing = opening + additions - removals - difference;
            cumulative += difference;
            page = Math.max(0, page - y - .5);
            rows.add(
                    new PeriodBalance(
                            facility,
                            element,
                            month(m),
                            opening,
                            additions,
                            removals,
                            closing,
                            new PeriodBalance.Statistics(
                                    400.25,
                                    m == 3 && facility == SampleLedger.MINE ? Double.NaN : y,
                                    cumulative,
                                    400.25 * Math.sqrt(m + 1.),
                                    Math.max(0, y - .5),
                                    page)));
            opening = closing;
        }
        return rows;
    }

    private static Span month(int m) {
        int first = SampleLedger.YEAR * 12 + m;
        return new Span(LedgerTime.startOfMonth(first), LedgerTime.startOfMonth(first + 1));
    }

    private static List<PlanUse> planUse() {
        int year = SampleLedger.YEAR;
        return List.of(
                new PlanUse(year, PlanKind.MINING, OreType.ROCK, 1, 12_000_000, 10_821_400, 61_000),
                new PlanUse(year, PlanKind.MINING, OreType.IONIC, 2, 900_000, 1_043_250, 9_800),
                new PlanUse(
                        year, PlanKind.SMELTING_SEPARATION, null, 3, 3_000_000, 2_510_000, 14_000),
                new PlanUse(year, PlanKind.SMELTING_SEPARATION, null, 4, 0, 84_000, 2_100));
    }

    private static List<OriginShare> attribution(Ledger ledger) {
        List<OriginShare> shares = new ArrayList<>();
        for (int m = 0; m < MONTHS; m++) {
            int lot = ledger.flows().texts().lots().find("G" + m);
            if (lot < 0) {
                continue;
            }
            for (Element e : List.of(Element.Pr, Element.Nd, Element.Tb, Element.Dy)) {
                shares.add(share(lot, e, new Origin.Extraction("M-1"), m == 4 ? .5 : .8));
                shares.add(share(lot, e, new Origin.Import("MM"), .2));
                if (m == 4) {
                    shares.add(share(lot, e, new Origin.Undeclared(), .3));
                }
            }
        }
        return shares;
    }

    private static OriginShare share(int lot, Element e, Origin origin, double share) {
        return new OriginShare(lot, e, origin, share * 100, share);
    }

    private static List<Finding> findings(String hostile) {
        return List.of(
                finding(
                        Rule.INVENTORY_GAIN,
                        new Finding.Subject("E-3", "S-1", "", ""),
                        new Finding.Weight(84_213.7, 9_120.4, 2e-9, 6e-8),
                        new Text(
                                "S-1"
                                        + hostile
                                        + " made 84.21 t REO of Nd from nowhere; the test"
                                        + " would have seen 49 t.",
                                "清河分离厂" + hostile + "有 84.21 吨 REO 的钕来源不明；检验可检出 49 吨。")),
                finding(
                        Rule.PLAN_EXCEEDED,
                        new Finding.Subject("E-2", "", "", ""),
                        new Finding.Weight(143_250, 9_800, 1e-30, 1e-28),
                        new Text(
                                "Nanling Ionic mined 143.3 t REO above its plan of 900 t.",
                                "南岭离子矿业开采超计划 143.3 吨 REO（计划 900 吨）。")),
                finding(
                        Rule.LOT_UNDECLARED,
                        new Finding.Subject("E-4", "P-1", "V4" + hostile, ""),
                        new Finding.Weight(119_800, Double.NaN, Double.NaN, Double.NaN),
                        new Text(
                                "Lot V4 was shipped but never came into being.",
                                "批次 V4 已发货，但从未申报产生。")),
                finding(
                        Rule.REPORT_LATE,
                        new Finding.Subject("E-4", "T-1", "", ""),
                        new Finding.Weight(Double.NaN, Double.NaN, Double.NaN, Double.NaN),
                        new Text("3 records of March came late.", "3 月有 3 条记录报送逾期。")));
    }

    private static Finding finding(
            Rule rule, Finding.Subject subject, Finding.Weight weight, Text message) {
        return new Finding(
                rule,
                rule.severity(),
                subject,
                new Span(
                        LedgerTime.startOfMonth(SampleLedger.YEAR * 12),
                        LedgerTime.startOfMonth(SampleLedger.YEAR * 12 + MONTHS)),
                rule == Rule.INVENTORY_GAIN ? List.of(Element.Nd) : List.of(),
                weight,
                message,
                new Finding.Evidence(List.of("R5", "R6", "R7"), 120));
    }
}
