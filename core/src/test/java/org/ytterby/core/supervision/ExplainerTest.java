package org.ytterby.core.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.ytterby.core.testing.LedgerText;
import org.ytterby.core.testing.SimulatedPlant;

/// Every rule, raised once by a small ledger, is explained with the numbers of its finding.
class ExplainerTest {
    private static final double ROUNDING = 1e-9;
    private static final String MADE = "I import 2024-01-05 MET L oxide 1000 partner=MM\n";
    private static final String EXPORT = "X export 2024-05-05 MET L oxide ";
    private static final String SENT =
            """
            E extraction 2024-01-02 M1 L conc 1000
            S shipment   2024-01-05T00:00 M1 L conc 100 partner=SEP doc=I
            """;
    private static final String LAST = "Z extraction 2024-06-01 M2 Z conc 1\n";
    private static final String ERRORS =
            """
            weighing default 0.001 0.001
            """;

    private static String plant(double part) {
        double[] hidden = new double[11];
        Arrays.fill(hidden, part);
        return SimulatedPlant.rows(new SplittableRandom(11), 1, hidden);
    }

    private static String sameStock(int times) {
        StringBuilder text = new StringBuilder("weighing default 0.01 0\n");
        for (int i = 0; i < times; i++) {
            text.append(
                    String.format(
                            Locale.ROOT, "K%d stocktake 2024-%02d-01 SEP A conc 1000%n", i, i + 1));
        }
        return text.toString();
    }

    private static Map<Rule, String> ledgers() {
        Map<Rule, String> ledgers = new EnumMap<>(Rule.class);
        for (Rule rule : Rule.values()) {
            ledgers.put(rule, ledger(rule));
        }
        return ledgers;
    }

    private static String ledger(Rule rule) {
        return switch (rule) {
            case UNLICENSED_EXTRACTION -> ERRORS + "E extraction 2024-01-05 SEP L conc 100\n";
            case UNLICENSED_SEPARATION ->
                    """
                    P processing 2024-05-05 MET in  A conc  100
                    P processing 2024-05-05 MET out O oxide 90
                    """;
            case NO_PLAN -> ERRORS + "E extraction 2023-01-05 M1 L conc 100\n";
            case PLAN_EXCEEDED -> ERRORS + "E extraction 2024-01-05 M1 L conc 1000000000\n";
            case INVENTORY_GAIN -> plant(0.05);
            case INVENTORY_LOSS -> plant(-0.05);
            case INVENTORY_TOO_GOOD -> sameStock(7);
            case SECTOR_GAP ->
                    ERRORS
                            + """
                            K1 stocktake  2024-01-31 M1
                            K2 stocktake  2024-01-31 SEP
                            A  extraction 2024-02-02 M1  L conc 1000
                            S  shipment   2024-02-05 M1  L conc 600 partner=SEP
                            R  receipt    2024-02-06 SEP L conc 600 partner=M1
                            L1 stocktake  2024-02-29 M1  L conc 400
                            L2 stocktake  2024-02-29 SEP L conc 690
                            """;
            case MIRROR_GAP ->
                    """
                    imports JP 2024 0 284690 22000.1
                    I import 2024-01-05 MET L oxide 50000 partner=MM
                    X export 2024-05-05 MET L oxide 15000 partner=F dest=JP doc=LIC
                    """;
            case RECOVERY_IMPOSSIBLE ->
                    ERRORS
                            + """
                            P processing 2024-05-05 SEP in  A conc  100 from=2024-05-01
                            P processing 2024-05-05 SEP out O oxide 101 from=2024-05-01
                            """;
            case LOT_UNDECLARED -> "S shipment 2024-01-05 SEP L oxide 30 partner=MET\n";
            case LOT_OVERDRAWN ->
                    ERRORS
                            + """
                            E extraction 2024-01-05 M1 L conc 1000 moisture=0.1
                            S shipment   2024-01-06 M1 L conc 400  partner=SEP
                            T shipment   2024-02-06 M1 L conc 550  partner=SEP
                            """;
            case LOT_CREATED_TWICE ->
                    """
                    E extraction 2024-01-05 M1 L conc 10
                    F extraction 2024-01-05 M2 L conc 20
                    """;
            case SHIPMENT_UNRECEIVED -> SENT + LAST;
            case RECEIPT_UNSHIPPED ->
                    SENT + "R receipt 2024-01-06 SEP L conc 100 partner=M1 doc=J\n";
            case TRANSFER_DIFFERENCE ->
                    ERRORS + SENT + "R receipt 2024-01-06 SEP L conc 98 partner=M1 doc=I\n";
            case TRANSFER_IMPOSSIBLE ->
                    """
                    facility M1  E mine       at=0,0
                    facility SEP E separation at=0,9
                    """
                            + SENT
                            + "R receipt 2024-01-05T08:15 SEP L conc 100 partner=M1 doc=I\n";
            case ROUND_TRIP ->
                    SENT
                            + """
                            R receipt  2024-01-06 SEP L conc 100 partner=M1  doc=I
                            T shipment 2024-01-07 SEP L conc 100 partner=M1  doc=J
                            U receipt  2024-01-08 M1  L conc 100 partner=SEP doc=J
                            """;
            case CAPACITY_EXCEEDED ->
                    ERRORS
                            + """
                            facility M1 E mine capacity=1
                            E extraction 2024-01-05 M1 L conc 2000
                            """;
            case ORIGIN_IMPLAUSIBLE ->
                    """
                    deposit  D1 La=0.3 Nd=0.5 Dy=0.2 spread=0.1
                    facility M1 E mine deposit=D1
                    assay    a L La=0.085 Nd=0.086 Dy=0.696
                    A extraction 2024-05-05 M1 L conc 1000
                    """;
            case EXPORT_UNLICENSED -> MADE + EXPORT + "100 partner=F dest=JP doc=NOPE\n";
            case EXPORT_EXPIRED ->
                    MADE + "X export 2025-01-01T00:00 MET L oxide 100 partner=F dest=JP doc=LIC\n";
            case EXPORT_MISMATCH -> MADE + EXPORT + "100 partner=F dest=US doc=LIC\n";
            case EXPORT_OVER_LICENCE ->
                    ERRORS
                            + "licence LIC E F JP oxide 50 from=2024-01-01 until=2024-12-31\n"
                            + MADE
                            + EXPORT
                            + "100 partner=F dest=JP doc=LIC\n";
            case EXPORT_UNTRACEABLE -> EXPORT + "100 partner=F dest=JP doc=LIC\n";
            case REPORT_LATE -> "E extraction 2024-01-05 M1 L conc 10 entered=2024-02-11T00:00\n";
            case STOCKTAKE_MISSING -> "E extraction 2024-01-05 M1 L conc 10\n" + LAST;
        };
    }

    @TestFactory
    Stream<DynamicTest> everyRuleShowsTheNumbersOfItsFinding() {
        return ledgers().entrySet().stream()
                .map(entry ->
                        dynamicTest(
                                entry.getKey().code(),
                                () -> check(entry.getKey(), entry.getValue())));
    }

    private static void check(Rule rule, String text) {
        Explainer explainer = explainer(text);
        List<Integer> ranks = explainer.ranks(rule.code());
        assertThat(ranks).as("findings of %s", rule.code()).isNotEmpty();
        for (int rank : ranks) {
            Explanation explanation = explainer.explanation(rank);
            Finding finding = explanation.finding();
            assertThat(finding).isEqualTo(explainer.answer().findings().get(rank - 1));
            assertThat(explanation.working()).as("working").isNotEmpty();
            Shown shown = Shown.of(explanation);
            Finding.Weight weight = finding.weight();
            shown.assertMass(weight.massKg());
            shown.assertMass(weight.sigmaKg());
            shown.assertProbability(weight.pValue());
            shown.assertProbability(weight.qValue());
            assertThat(explanation.judgement().isEmpty()).isEqualTo(rule.kind() == Rule.Kind.LOGIC);
        }
    }

    private static Explainer explainer(String text) {
        return Explainer.of(LedgerText.declare(text), Settings.standard());
    }

    /// Everything that an explanation says, as text and as figures.
    private record Shown(List<Text> texts, List<Double> figures) {
        static Shown of(Explanation explanation) {
            List<Exhibit> all =
                    Stream.of(
                                    explanation.working(),
                                    explanation.judgement(),
                                    explanation.evidence())
                            .flatMap(List::stream)
                            .toList();
            List<Cell> cells =
                    all.stream()
                            .filter(Exhibit.Table.class::isInstance)
                            .map(Exhibit.Table.class::cast)
                            .flatMap(t -> Stream.concat(t.rows().stream(), Stream.of(t.total())))
                            .flatMap(List::stream)
                            .toList();
            List<Text> texts =
                    all.stream()
                            .filter(Exhibit.Statement.class::isInstance)
                            .map(exhibit -> ((Exhibit.Statement) exhibit).text())
                            .toList();
            List<Double> figures =
                    cells.stream()
                            .filter(Cell.Figure.class::isInstance)
                            .map(cell -> ((Cell.Figure) cell).value())
                            .toList();
            return new Shown(texts, figures);
        }

        void assertMass(double kg) {
            if (!Double.isNaN(kg) && !says(Say.grams(kg))) {
                assertThat(figures)
                        .as("figures with %s", kg)
                        .anyMatch(value ->
                                Math.abs(Math.abs(value) - kg) <= ROUNDING * (1 + Math.abs(kg)));
            }
        }

        void assertProbability(double p) {
            if (!Double.isNaN(p)) {
                assertThat(says(Say.probability(p))).as("said: p = %s in %s", p, texts).isTrue();
            }
        }

        private boolean says(String number) {
            return texts.stream().anyMatch(t -> t.en().contains(number) && t.zh().contains(number));
        }
    }

    @Test
    void aFindingIsMeantByRankByRuleAndBySubject() {
        Explainer explainer = explainer(ledger(Rule.LOT_CREATED_TWICE));
        Finding first = explainer.answer().findings().getFirst();
        assertThat(explainer.ranks("1")).containsExactly(1);
        assertThat(explainer.ranks(Explainer.nameOf(first))).contains(1);
        assertThat(explainer.ranks("lot-created-twice:L")).hasSize(1);
        assertThat(explainer.ranks("lot-created-twice:M1")).hasSize(1);
        assertThat(explainer.ranks("lot-created-twice:nowhere")).isEmpty();
        assertThat(explainer.ranks("0")).isEmpty();
        assertThat(explainer.ranks("999999999999999999999")).isEmpty();
        assertThat(explainer.ranks("no-such-rule:L")).isEmpty();
    }

    @Test
    void aLicenceACountryOrAYearMeansItsFinding() {
        assertThat(explainer(ledger(Rule.EXPORT_OVER_LICENCE)).ranks("export-over-licence:LIC"))
                .hasSize(1);
        assertThat(explainer(ledger(Rule.MIRROR_GAP)).ranks("mirror-gap:JP")).hasSize(1);
        assertThat(explainer(ledger(Rule.NO_PLAN)).ranks("no-plan:2023")).hasSize(1);
    }

    @Test
    void aRankThatDoesNotExistIsRefused() {
        Explainer explainer = explainer("");
        assertThatThrownBy(() -> explainer.explanation(1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theAnswerIsThatOfTheReconciler() {
        String text = ledger(Rule.SECTOR_GAP);
        assertThat(explainer(text).answer().findings())
                .isEqualTo(
                        Reconciler.reconcile(LedgerText.declare(text), Settings.standard())
                                .findings());
    }
}
