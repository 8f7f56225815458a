package org.ytterby.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.ytterby.core.balance.ErrorModel;
import org.ytterby.core.ledger.Ledger;
import org.ytterby.core.testing.LedgerText;

/// Which plan a use counts against. Each kilogram of neodymium is 1.166377 kg REO.
class PlanUsesTest {
    private static final double ND = 1.166377;

    /// The cast's plans are revoked, so that each test tells its own.
    private static final String NO_PLANS =
            """
            plan mine-24 2024 mining              G 1 revoked
            plan sep-24  2024 smelting_separation G 1 revoked
            product rock concentrate ore=rock
            product any  concentrate
            assay of-rock rock Nd=1
            assay of-any  any  Nd=1
            """;

    private static final String MINED =
            """
            A extraction 2024-05-05 M1 L conc 1000
            """;

    private static List<PlanUse> uses(String text) {
        return PlanUses.of(new ErrorModel(LedgerText.ledger(NO_PLANS, text))).rows();
    }

    /// Rows as `holder kind ore granted/used` in kg Nd-equivalent.
    private static List<String> rows(String text) {
        Ledger ledger = LedgerText.ledger(NO_PLANS, text);
        return PlanUses.of(new ErrorModel(ledger)).rows().stream()
                .map(u ->
                        String.format(
                                Locale.ROOT,
                                "%d %s %s %s %.0f/%.0f",
                                u.year(),
                                ledger.registry().party(u.holder()).id(),
                                u.kind().code(),
                                u.oreType() == null ? "all" : u.oreType().code(),
                                u.grantedKg(),
                                u.usedKg() / ND))
                .toList();
    }

    @Test
    void aUseCountsAgainstTheGroupsPlan() {
        assertThat(rows("plan p 2024 mining G 5 ore=ionic\n" + MINED))
                .containsExactly("2024 G mining ionic 5000/1000");
    }

    @Test
    void thePartysOwnPlanGoesBeforeTheGroups() {
        assertThat(
                        rows(
                                """
                                plan p 2024 mining G 5 ore=ionic
                                plan q 2024 mining E 2 ore=ionic
                                """
                                        + MINED))
                .containsExactly("2024 E mining ionic 2000/1000", "2024 G mining ionic 5000/0");
    }

    @Test
    void aPlanForAllOresCoversAnOreWithoutItsOwn() {
        assertThat(
                        rows(
                                """
                                plan p 2024 mining G 5 ore=rock
                                plan q 2024 mining G 7
                                B extraction 2024-05-05 M1 R rock 100
                                """
                                        + MINED))
                .containsExactly("2024 G mining all 7000/1000", "2024 G mining rock 5000/100");
    }

    @Test
    void thePartysPlanForAllOresGoesBeforeTheGroupsForOne() {
        assertThat(
                        rows(
                                """
                                plan p 2024 mining G 5 ore=ionic
                                plan q 2024 mining E 7
                                """
                                        + MINED))
                .containsExactly("2024 E mining all 7000/1000", "2024 G mining ionic 5000/0");
    }

    @Test
    void aPlanOfAnotherOreDoesNotCover() {
        assertThat(rows("plan p 2024 mining G 5 ore=rock\n" + MINED))
                .containsExactly("2024 G mining ionic 0/1000", "2024 G mining rock 5000/0");
    }

    @Test
    void aUseWithoutPlanStandsUnderTheGroup() {
        assertThat(rows(MINED)).containsExactly("2024 G mining ionic 0/1000");
    }

    @Test
    void aUseOfAPartyWithoutGroupStandsUnderTheParty() {
        assertThat(
                        rows(
                                """
                                party    B  enterprise
                                facility M3 B mine
                                A extraction 2024-05-05 M3 L conc 1000
                                """))
                .containsExactly("2024 B mining ionic 0/1000");
    }

    @Test
    void batchesOfOnePlanAddUp() {
        assertThat(
                        rows(
                                """
                                plan p1 2024 mining G 5 ore=ionic
                                plan p2 2024 mining G 3 ore=ionic
                                plan p3 2024 mining G 9 ore=ionic revoked
                                """
                                        + MINED))
                .containsExactly("2024 G mining ionic 8000/1000");
    }

    @Test
    void aPlanWithoutUseHasARow() {
        assertThat(rows("plan p 2023 mining G 5 ore=ionic"))
                .containsExactly("2023 G mining ionic 5000/0");
    }

    @Test
    void aRecordBelongsToTheYearOfItsTime() {
        assertThat(
                        rows(
                                """
                                A extraction 2023-12-31T23:59 M1 L conc 1000
                                B extraction 2024-01-01T00:00 M1 L conc 500
                                """))
                .containsExactly("2023 G mining ionic 0/1000", "2024 G mining ionic 0/500");
    }

    @Test
    void aUseBetweenMembershipsStandsUnderTheParty() {
        assertThat(
                        rows(
                                """
                                party    B  enterprise
                                facility M3 B mine
                                member   B G from=2024-01-01 until=2024-03-31
                                A extraction 2024-03-31 M3 L conc 1000
                                B extraction 2024-04-01 M3 L conc 500
                                """))
                .containsExactly("2024 B mining ionic 0/500", "2024 G mining ionic 0/1000");
    }

    @Test
    void separationFromConcentrateOrMixedIsAUseWhateverTheOre() {
        assertThat(
                        rows(
                                """
                                plan s 2024 smelting_separation G 5 ore=rock
                                P processing 2024-05-05 SEP in  A rock  900
                                P processing 2024-05-05 SEP out O oxide 500
                                P processing 2024-05-05 SEP out W waste 300
                                Q processing 2024-05-06 SEP in  B mixed 900
                                Q processing 2024-05-06 SEP out Q oxide 100
                                """))
                .containsExactly("2024 G smelting_separation all 5000/600");
    }

    @Test
    void separationOfScrapOrOreIsNoUse() {
        assertThat(
                        rows(
                                """
                                P processing 2024-05-05 SEP in  A scrap 900
                                P processing 2024-05-05 SEP out O oxide 500
                                Q processing 2024-05-06 SEP in  B ore   900
                                Q processing 2024-05-06 SEP out Q oxide 100
                                R processing 2024-05-07 SEP in  Q oxide 100
                                R processing 2024-05-07 SEP out R oxide 100
                                """))
                .isEmpty();
    }

    @Test
    void aUseHasTheUncertaintyOfItsLines() {
        PlanUse use =
                uses("""
                weighing bridge 0.03 0.04
                A extraction 2024-05-05 M1 L conc 1000 method=bridge
                """)
                        .getFirst();
        assertThat(use.usedSigmaKg()).isCloseTo(0.05 * 1000 * ND, within(1e-9));
        assertThat(use.remainingKg()).isCloseTo(-1000 * ND, within(1e-9));
    }

    @Test
    void theLinesOfEachRowAreKnown() {
        Ledger ledger = LedgerText.ledger(NO_PLANS, MINED, "B extraction 2024-06-05 M2 K conc 1");
        PlanUses uses = PlanUses.of(new ErrorModel(ledger));
        assertThat(uses.lines(0)).containsExactly(0, 1);
    }

    @Test
    void usesOfAllHoldersSumToWhatWasMined() {
        Map<Integer, Double> byYear =
                uses(
                                """
                                party    B  enterprise
                                facility M3 B mine
                                plan p 2024 mining G 1 ore=ionic
                                A extraction 2024-03-31 M3 L conc 1000
                                B extraction 2024-04-01 M1 M conc 500
                                C extraction 2024-04-01 M2 N rock 250
                                """)
                        .stream()
                        .collect(
                                Collectors.groupingBy(
                                        PlanUse::year, Collectors.summingDouble(PlanUse::usedKg)));
        assertThat(byYear.get(2024)).isCloseTo(1750 * ND, within(1e-6));
    }
}
