package org.ytterby.core.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.ytterby.core.balance.PairwiseCovariance.Signed;
import org.ytterby.core.ledger.Direction;
import org.ytterby.core.ledger.FlowTable;
import org.ytterby.core.ledger.FlowType;
import org.ytterby.core.ledger.Ledger;
import org.ytterby.core.ledger.Span;
import org.ytterby.core.material.Element;
import org.ytterby.core.testing.LedgerText;
import org.ytterby.core.testing.Property;
import org.ytterby.core.testing.RandomLedger;

/// Every fast covariance against the sum over pairs of lines.
class CovarianceProperties {
    private static final int TRIES = 60;
    private static final double RELATIVE = 1e-9;

    @FunctionalInterface
    private interface Claim {
        void check(Ledger ledger, PairwiseCovariance twin);
    }

    private static void forAllLedgers(Claim claim) {
        Property.forAll(
                TRIES,
                random -> {
                    Ledger ledger = LedgerText.ledger(RandomLedger.text(random, 12, 60));
                    claim.check(ledger, new PairwiseCovariance(ledger));
                });
    }

    private static void forAllBalances(BiConsumer<FacilityBalance, PairwiseCovariance> claim) {
        forAllLedgers((ledger, twin) -> {
            ErrorModel model = new ErrorModel(ledger);
            for (int f = 0; f < ledger.registry().facilities().size(); f++) {
                FacilityBalance.of(model, f).ifPresent(b -> claim.accept(b, twin));
            }
        });
    }

    private static void assertClose(double actual, double expected, double scale) {
        assertThat(actual).isCloseTo(expected, within(RELATIVE * scale));
    }

    @Test
    void aFacilityHasABalanceFromItsSecondStocktakeOn() {
        forAllLedgers((ledger, twin) -> {
            ErrorModel model = new ErrorModel(ledger);
            for (int f = 0; f < ledger.registry().facilities().size(); f++) {
                Optional<FacilityBalance> balance = FacilityBalance.of(model, f);
                int periods = Math.max(0, twin.stocktakes(f).length - 1);
                assertThat(balance.map(FacilityBalance::periodCount).orElse(0)).isEqualTo(periods);
            }
        });
    }

    @Test
    void covarianceOverPeriodsIsTheSumOverPairsOfLines() {
        forAllBalances((balance, twin) -> {
            List<Signed> lines = twin.periods(balance.facility());
            for (Element e : balance.elements()) {
                double[][] sigma = balance.covariance(e);
                for (int t = 0; t < sigma.length; t++) {
                    for (int s = 0; s < sigma.length; s++) {
                        double scale =
                                Math.sqrt(sigma[t][t] * sigma[s][s]) + throughput(twin, lines, e);
                        assertClose(sigma[t][s], twin.covariance(lines, t, e, s, e), scale);
                    }
                }
            }
        });
    }

    /// Sum of variances of all lines: what cancels in a covariance leaves rounding of this size.
    private static double throughput(PairwiseCovariance twin, List<Signed> lines, Element e) {
        double sum = 0;
        for (Signed k : lines) {
            double kg = twin.kg(k.line(), e);
            sum += kg * kg * twin.shared(k.line(), e, k.line(), e);
        }
        return sum;
    }

    @Test
    void jointCovarianceOverPeriodsAndElementsIsTheSumOverPairsOfLines() {
        forAllBalances((balance, twin) -> {
            List<Element> elements = balance.elements();
            JointCovariance joint = new JointCovariance(balance, elements);
            List<Signed> lines = twin.periods(balance.facility());
            double[][] sigma = joint.covariance();
            int width = elements.size();
            for (int i = 0; i < sigma.length; i++) {
                for (int j = 0; j < sigma.length; j++) {
                    Element a = elements.get(i % width);
                    Element b = elements.get(j % width);
                    assertClose(
                            sigma[i][j],
                            twin.covariance(lines, i / width, a, j / width, b),
                            throughput(twin, lines, a) + throughput(twin, lines, b));
                }
            }
        });
    }

    @Test
    void jointDifferencesAreThoseOfTheRows() {
        forAllBalances((balance, _) -> {
            JointCovariance joint = new JointCovariance(balance, balance.elements());
            for (int i = 0; i < joint.differences().length; i++) {
                int t = i / balance.elements().size();
                int c = i % balance.elements().size();
                PeriodBalance row = balance.rows().get(c * balance.periodCount() + t);
                assertThat(joint.differences()[i])
                        .isCloseTo(row.differenceMg() / 1e6, within(1e-8));
            }
        });
    }

    @Test
    void bookedMassesAreTheExactSumsOfLines() {
        forAllBalances((balance, twin) -> {
            List<Signed> lines = twin.periods(balance.facility());
            for (PeriodBalance row : balance.rows()) {
                int t = periodOf(balance, row.period());
                long difference = 0;
                for (Signed k : lines) {
                    difference += k.signs()[t] * Math.round(twin.kg(k.line(), row.element()) * 1e6);
                }
                assertThat(row.differenceMg()).isEqualTo(difference);
            }
        });
    }

    private static int periodOf(FacilityBalance balance, Span period) {
        return balance.periods().indexOf(period);
    }

    @Test
    void theVarianceOfAnyWeightedSumOfLinesIsTheSumOverPairs() {
        Property.forAll(
                TRIES,
                random -> {
                    Ledger ledger = LedgerText.ledger(RandomLedger.text(random, 8, 30));
                    PairwiseCovariance twin = new PairwiseCovariance(ledger);
                    LineSum sum = new LineSum(new ErrorModel(ledger));
                    List<Signed> lines = new ArrayList<>();
                    for (int line : ledger.lines()) {
                        if (ledger.flows().lot(line) >= 0 && random.nextBoolean()) {
                            int sign = random.nextBoolean() ? 1 : -1;
                            sum.add(line, sign);
                            lines.add(new Signed(line, new int[] {sign}));
                        }
                    }
                    double[] weights = new double[Element.COUNT];
                    weights[Element.Nd.ordinal()] = random.nextDouble(-2, 2);
                    weights[Element.Dy.ordinal()] = random.nextDouble(-2, 2);
                    Estimate estimate = sum.weighted(weights);
                    double value = 0;
                    double variance = 0;
                    double scale = 0;
                    for (Element a : List.of(Element.Nd, Element.Dy)) {
                        for (Signed k : lines) {
                            value += weights[a.ordinal()] * k.signs()[0] * twin.kg(k.line(), a);
                        }
                        scale += throughput(twin, lines, a);
                        for (Element b : List.of(Element.Nd, Element.Dy)) {
                            variance +=
                                    weights[a.ordinal()]
                                            * weights[b.ordinal()]
                                            * twin.covariance(lines, 0, a, 0, b);
                        }
                    }
                    assertThat(estimate.value()).isCloseTo(value, within(1e-6));
                    assertClose(estimate.sigma() * estimate.sigma(), variance, 4 * scale);
                });
    }

    @Test
    void theExcessOfARecordHasTheVarianceOfItsPairs() {
        forAllLedgers(CovarianceProperties::checkRecords);
    }

    @Test
    void aLongRecordIsJudgedAsAShortOne() {
        Property.forAll(
                10,
                random -> {
                    StringBuilder text = new StringBuilder(RandomLedger.text(random, 60, 0));
                    text.append('\n');
                    for (int i = 0; i < 60; i++) {
                        text.append(
                                "P processing 2024-05-01 SEP %s L%d oxide %d method=bench\n"
                                        .formatted(i % 2 == 0 ? "in" : "out", i, 1 + i));
                    }
                    Ledger ledger = LedgerText.ledger(text.toString());
                    checkRecords(ledger, new PairwiseCovariance(ledger));
                });
    }

    private static void checkRecords(Ledger ledger, PairwiseCovariance twin) {
        FlowTable flows = ledger.flows();
        for (int r : ledger.records()) {
            if (flows.type(r) != FlowType.PROCESSING) {
                continue;
            }
            RecordBalance balance = new RecordBalance(new ErrorModel(ledger), r);
            List<Signed> lines = new ArrayList<>();
            for (int line = flows.lineFrom(r); line < flows.lineTo(r); line++) {
                lines.add(
                        new Signed(
                                line, new int[] {flows.direction(line) == Direction.IN ? -1 : 1}));
            }
            for (Element e : List.of(Element.Nd, Element.Dy)) {
                Estimate excess = balance.excess(e.ordinal());
                double sum = 0;
                for (Signed k : lines) {
                    sum += k.signs()[0] * twin.kg(k.line(), e);
                }
                assertThat(excess.value()).isCloseTo(sum, within(1e-6));
                assertClose(
                        excess.sigma() * excess.sigma(),
                        twin.covariance(lines, 0, e, 0, e),
                        throughput(twin, lines, e));
            }
        }
    }
}
