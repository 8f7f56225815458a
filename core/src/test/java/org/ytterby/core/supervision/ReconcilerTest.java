package org.ytterby.core.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ytterby.core.balance.PeriodBalance;
import org.ytterby.core.ledger.Problem;
import org.ytterby.core.testing.LedgerText;
import org.ytterby.core.testing.Property;
import org.ytterby.core.testing.RandomLedger;

class ReconcilerTest {
    private static final String CHAIN =
            """
            K0 stocktake  2024-01-31 SEP
            A  extraction 2024-02-01 M1  A conc 1000
            S  shipment   2024-02-02 M1  A conc 400 partner=SEP
            R  receipt    2024-02-03 SEP A conc 400 partner=M1
            P  processing 2024-02-04 SEP in  A conc 400
            P  processing 2024-02-04 SEP out O oxide 390
            W  processing 2024-02-05 SEP out W waste 10 bad
            X  export     2024-02-06 SEP O oxide 100 partner=F dest=JP doc=LIC
            K1 stocktake  2024-02-29 SEP O oxide 290
            """;

    private static List<String> attributed(Settings settings, String... text) {
        Reconciliation r = Reconciler.reconcile(LedgerText.declare(text), settings);
        return StreamSupport.stream(r.attribution().spliterator(), false)
                .map(row -> r.ledger().flows().lotId(row.lot()))
                .distinct()
                .toList();
    }

    @Test
    void anEmptyLedgerHasAnEmptyAnswer() {
        Reconciliation r = Raised.reconciled("");
        assertThat(r.balances()).isEmpty();
        assertThat(r.findings()).isEmpty();
        assertThat(r.attribution()).isEmpty();
        assertThat(r.lots()).isEmpty();
        assertThat(r.isPartial()).isFalse();
    }

    @Test
    void exportedLotsAndThoseInStockAreAttributed() {
        assertThat(attributed(Settings.standard(), CHAIN)).containsExactly("A", "O");
    }

    @Test
    void aLotUsedUpIsAttributedWhereAskedFor() {
        String used =
                """
                A extraction 2024-02-01 M1 A conc 10
                D disposal   2024-02-02 M1 A conc 10
                """;
        assertThat(attributed(Settings.standard(), used)).isEmpty();
        assertThat(attributed(new Settings(0.05, false, Set.of("A", "nobody")), used))
                .containsExactly("A");
        assertThat(attributed(new Settings(0.05, true, Set.of()), used)).containsExactly("A");
    }

    @Test
    void lotsAreOrderedByFacilityThenId() {
        Reconciliation r = Raised.reconciled(CHAIN);
        assertThat(r.lots())
                .extracting(s ->
                        r.ledger().registry().facility(s.facility()).id()
                                + " "
                                + r.ledger().flows().lotId(s.lot()))
                .containsExactly("M1 A", "SEP A", "SEP O");
    }

    @Test
    void balancesAreOrderedByFacilityElementAndTime() {
        Reconciliation r =
                Raised.reconciled(
                        """
                        assay l L Nd=0.5 La=0.5
                        A0 stocktake 2024-01-31 SEP L conc 1
                        A1 stocktake 2024-02-29 SEP L conc 1
                        A2 stocktake 2024-03-31 SEP L conc 1
                        B0 stocktake 2024-01-31 M2 L conc 1
                        B1 stocktake 2024-02-29 M2 L conc 1
                        """);
        assertThat(r.balances())
                .extracting(
                        b -> r.ledger().registry().facility(b.facility()).id() + " " + b.element())
                .containsExactly("M2 La", "M2 Nd", "SEP La", "SEP La", "SEP Nd", "SEP Nd");
    }

    @Test
    void findingsStandMostSeriousFirstThenLargest() {
        List<Finding> findings =
                Raised.reconciled(
                                """
                                facility M1 E mine capacity=0.01
                                permit M1 mining until=2023-12-31
                                A extraction 2024-01-05 M1 L conc 100 entered=2024-12-05
                                B extraction 2024-02-05 M1 L conc 300
                                """)
                        .findings();
        assertThat(findings)
                .isSortedAccordingTo(
                        Comparator.comparing(Finding::severity)
                                .thenComparing(
                                        f -> Double.isNaN(Raised.kg(f)) ? 0 : -Raised.kg(f)));
        assertThat(findings.getFirst().rule()).isEqualTo(Rule.UNLICENSED_EXTRACTION);
        assertThat(findings.getFirst().evidence().first()).containsExactly("B");
    }

    @Test
    void anErrorMakesTheAnswerPartial() {
        Reconciliation r = Raised.reconciled("A extraction 2024-01-05 M1 L conc 1 corrects=Z");
        assertThat(r.isPartial()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -0.05, Double.NaN})
    void aFalseAlarmRateOutsideZeroAndOneIsRefused(double rate) {
        assertThatThrownBy(() -> new Settings(rate, false, Set.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(Double.toString(rate));
    }

    /// Everything that an answer says, without what depends on the order of rows.
    private static List<String> said(Reconciliation r) {
        List<String> said = new ArrayList<>();
        for (PeriodBalance b : r.balances()) {
            said.add(
                    String.format(
                            Locale.ROOT,
                            "%s %s %s %d %d %d %d %.5f %.4f",
                            r.ledger().registry().facility(b.facility()).id(),
                            b.element(),
                            b.period(),
                            b.openingMg(),
                            b.additionsMg(),
                            b.removalsMg(),
                            b.closingMg(),
                            b.statistics().sigmaKg(),
                            b.statistics().cumulativeSigmaKg()));
        }
        r.planUse()
                .forEach(u ->
                        said.add(
                                String.format(
                                        Locale.ROOT,
                                        "%d %s %s %d %.5f %.5f",
                                        u.year(),
                                        u.kind(),
                                        u.oreType(),
                                        u.holder(),
                                        u.usedKg(),
                                        u.usedSigmaKg())));
        r.lots()
                .forEach(s ->
                        said.add(
                                r.ledger().flows().lotId(s.lot())
                                        + " "
                                        + s.facility()
                                        + " "
                                        + s.madeMg()
                                        + " "
                                        + s.receivedMg()
                                        + " "
                                        + s.taken()));
        r.attribution()
                .forEach(a ->
                        said.add(
                                String.format(
                                        Locale.ROOT,
                                        "%s %s %s %.6f",
                                        r.ledger().flows().lotId(a.lot()),
                                        a.element(),
                                        a.origin().code(),
                                        a.share())));
        said.addAll(findingsOf(r));
        return said;
    }

    private static List<String> findingsOf(Reconciliation r) {
        List<String> findings = new ArrayList<>();
        r.findings()
                .forEach(f ->
                        findings.add(
                                String.format(
                                        Locale.ROOT,
                                        "%s %s %s %s %.4f",
                                        f.rule(),
                                        f.severity(),
                                        f.subject(),
                                        f.elements(),
                                        f.weight().massKg())));
        Collections.sort(findings);
        return findings;
    }

    private static Reconciliation all(List<String> rows) {
        return Raised.attributed(String.join("\n", rows));
    }

    @Test
    void theOrderOfFlowRowsDoesNotMatter() {
        Property.forAll(
                20,
                random -> {
                    List<String> rows = RandomLedger.rows(random, 12, 60);
                    assertThat(said(all(shuffled(rows, random)))).isEqualTo(said(all(rows)));
                });
    }

    /// Flow lines in another order; tables stay, because the later assay of one time wins.
    private static List<String> shuffled(List<String> rows, RandomGenerator random) {
        List<String> tables = rows.stream().filter(row -> !row.startsWith("R")).toList();
        List<String> flows =
                new ArrayList<>(rows.stream().filter(row -> row.startsWith("R")).toList());
        Collections.shuffle(flows, Random.from(random));
        List<String> result = new ArrayList<>(tables);
        result.addAll(flows);
        return result;
    }

    @Test
    void theSameInputHasTheSameAnswerToTheLastBit() {
        Property.forAll(
                10,
                random -> {
                    List<String> rows = RandomLedger.rows(random, 12, 60);
                    Reconciliation a = all(rows);
                    Reconciliation b = all(rows);
                    assertThat(b.balances()).isEqualTo(a.balances());
                    assertThat(b.planUse()).isEqualTo(a.planUse());
                    assertThat(b.attribution()).containsExactlyElementsOf(a.attribution());
                    assertThat(b.findings()).isEqualTo(a.findings());
                });
    }

    @Test
    void aFacilityAloneIsBalancedAsAmongAll() {
        Property.forAll(
                20,
                random -> {
                    List<String> rows = RandomLedger.rows(random, 12, 60);
                    List<String> own =
                            rows.stream()
                                    .filter(row -> !row.startsWith("R") || row.contains(" SEP "))
                                    .toList();
                    List<PeriodBalance> among =
                            all(rows).balances().stream().filter(b -> b.facility() == 2).toList();
                    List<PeriodBalance> alone = all(own).balances();
                    assertThat(alone).hasSameSizeAs(among);
                    for (int i = 0; i < alone.size(); i++) {
                        assertThat(alone.get(i).differenceMg())
                                .isEqualTo(among.get(i).differenceMg());
                        assertThat(alone.get(i).statistics().sigmaKg())
                                .isCloseTo(
                                        among.get(i).statistics().sigmaKg(),
                                        within(1e-9 * (1 + among.get(i).statistics().sigmaKg())));
                    }
                });
    }

    @Test
    void aLoopOfLotsThatDoesNotSettleIsNoted() {
        Reconciliation answer =
                Raised.attributed(
                        """
                        A extraction 2024-01-01 M1      L conc 0.1
                        P processing 2024-01-02 SEP in  L conc 0.1
                        P processing 2024-01-02 SEP in  X conc 100000
                        P processing 2024-01-02 SEP out Y conc 100000.1
                        Q processing 2024-01-03 SEP in  Y conc 100000.1
                        Q processing 2024-01-03 SEP out X conc 100000.1
                        """);
        assertThat(answer.problems())
                .singleElement()
                .satisfies(note -> {
                    assertThat(note.weight()).isEqualTo(Problem.Weight.NOTE);
                    assertThat(note.problem()).startsWith("2 lots feed each other");
                });
    }
}
