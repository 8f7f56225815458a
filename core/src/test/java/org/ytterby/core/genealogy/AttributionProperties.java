package org.ytterby.core.genealogy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ytterby.core.ledger.Ledger;
import org.ytterby.core.material.Element;
import org.ytterby.core.testing.LedgerText;
import org.ytterby.core.testing.Property;
import org.ytterby.core.testing.RandomLedger;

/// Attribution of random ledgers, full of loops, against one dense linear system.
class AttributionProperties {
    private static final List<Element> PRESENT = List.of(Element.Nd, Element.Dy);
    private static final double SHARE = 1e-9;

    /// What single precision leaves after some hundreds of sweeps over a loop.
    private static final double SINGLE = 1e-4;

    /// An excess drawn once for each record and element: mostly none.
    private record Drawn(double[][] shares) implements RecordExcess {
        static Drawn of(RandomGenerator random, Ledger ledger) {
            double[][] shares = new double[ledger.flows().recordCount()][Element.COUNT];
            for (double[] record : shares) {
                for (Element e : PRESENT) {
                    record[e.ordinal()] = random.nextInt(3) == 0 ? 0.9 * random.nextDouble() : 0;
                }
            }
            return new Drawn(shares);
        }

        @Override
        public double unaccountedShare(int record, int element) {
            return shares[record][element];
        }

        @Override
        public boolean isFound(int record) {
            return record % 2 == 0;
        }
    }

    @FunctionalInterface
    private interface Claim {
        void check(Births births, RecordExcess excess, int[] lots);
    }

    private static void forAllLedgers(int tries, Claim claim) {
        Property.forAll(
                tries,
                random -> {
                    int lots = random.nextInt(2, 25);
                    Ledger ledger =
                            LedgerText.ledger(
                                    RandomLedger.text(random, lots, random.nextInt(5, 60)));
                    int[] present =
                            IntStream.range(0, ledger.linesByLot().groupCount())
                                    .filter(lot -> ledger.linesByLot().size(lot) > 0)
                                    .toArray();
                    claim.check(Births.of(ledger), Drawn.of(random, ledger), present);
                });
    }

    private static Map<String, Double> byOrigin(List<OriginShare> rows) {
        Map<String, Double> shares = new TreeMap<>();
        rows.forEach(row -> shares.put(row.origin().code(), row.share()));
        return shares;
    }

    @Test
    void everyShareIsThatOfTheDenseLinearSystem() {
        forAllLedgers(150, AttributionProperties::compareWithDense);
    }

    private static void compareWithDense(Births births, RecordExcess excess, int[] lots) {
        Attribution attribution = Attribution.of(births, excess, lots);
        for (Element e : PRESENT) {
            Map<String, double[]> dense = new DenseAttribution(births, excess, e).shares();
            for (int i = 0; i < lots.length; i++) {
                Map<String, Double> found = byOrigin(attribution.shares(i, e));
                int lot = lots[i];
                dense.forEach((origin, shares) ->
                        assertThat(found.getOrDefault(origin, 0.0))
                                .as("%s of lot %d from %s", e, lot, origin)
                                .isCloseTo(shares[lot], within(SHARE)));
                assertThat(dense.keySet()).containsAll(found.keySet());
            }
        }
    }

    @Test
    void groupsOfOriginsShareAsTheirOriginsDo() {
        forAllLedgers(
                150,
                (births, excess, lots) -> {
                    Attribution attribution = Attribution.of(births, excess, lots);
                    Origins origins = new Origins(births);
                    for (Element e : PRESENT) {
                        GroupShares grouped = new GroupShares(births, excess, origins, e);
                        for (int i = 0; i < lots.length; i++) {
                            Map<OriginGroup, Double> expected = new TreeMap<>();
                            for (OriginShare row : attribution.shares(i, e)) {
                                expected.merge(
                                        OriginGroup.of(row.origin(), births.ledger().registry()),
                                        row.share(),
                                        Double::sum);
                            }
                            for (int g = 0; g < grouped.groups().size(); g++) {
                                assertThat((double) grouped.share(lots[i], g))
                                        .isCloseTo(
                                                expected.getOrDefault(grouped.groups().get(g), 0.0),
                                                within(SINGLE));
                            }
                        }
                    }
                });
    }

    @Test
    void sharesOfALotSumToOne() {
        forAllLedgers(
                100,
                (births, excess, lots) -> {
                    Attribution attribution = Attribution.of(births, excess, lots);
                    for (int i = 0; i < lots.length; i++) {
                        for (Element e : PRESENT) {
                            List<OriginShare> rows = attribution.shares(i, e);
                            double sum = rows.stream().mapToDouble(OriginShare::share).sum();
                            assertThat(sum).isCloseTo(rows.isEmpty() ? 0 : 1, within(SHARE));
                        }
                    }
                });
    }

    @Test
    void massIsShareOfTheMassMade() {
        forAllLedgers(
                30,
                (births, excess, lots) -> {
                    Attribution attribution = Attribution.of(births, excess, lots);
                    for (int i = 0; i < lots.length; i++) {
                        double kg = births.madeMg(lots[i], Element.Nd.ordinal()) / 1e6;
                        for (OriginShare row : attribution.shares(i, Element.Nd)) {
                            assertThat(row.massKg())
                                    .isCloseTo(row.share() * kg, within(1e-9 * (1 + kg)));
                        }
                    }
                });
    }

    @Test
    void aLotAloneIsAttributedAsAmongAll() {
        forAllLedgers(
                30,
                (births, excess, lots) -> {
                    Attribution all = Attribution.of(births, excess, lots);
                    for (int i = 0; i < lots.length; i++) {
                        Attribution alone = Attribution.of(births, excess, new int[] {lots[i]});
                        Map<String, Double> one = byOrigin(alone.shares(0, Element.Nd));
                        Map<String, Double> among = byOrigin(all.shares(i, Element.Nd));
                        assertThat(one.keySet()).isEqualTo(among.keySet());
                        one.forEach((origin, share) ->
                                assertThat(among.getOrDefault(origin, 0.0))
                                        .isCloseTo(share, within(SHARE)));
                    }
                });
    }

    @Test
    void whatIsUntraceableIsUndeclaredOrUnaccounted() {
        forAllLedgers(
                30,
                (births, excess, lots) -> {
                    Attribution attribution = Attribution.of(births, excess, lots);
                    for (int i = 0; i < lots.length; i++) {
                        Map<String, Double> shares = byOrigin(attribution.shares(i, Element.Nd));
                        double undeclared = shares.getOrDefault("undeclared", 0.0);
                        double unaccounted = shares.getOrDefault("unaccounted", 0.0);
                        assertThat(attribution.untraceableShare(i, Element.Nd))
                                .isBetween(undeclared - SHARE, undeclared + unaccounted + SHARE);
                    }
                });
    }
}
