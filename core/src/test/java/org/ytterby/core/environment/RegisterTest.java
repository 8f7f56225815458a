package org.ytterby.core.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ytterby.core.environment.Project.Claim;
import org.ytterby.core.ledger.Declarations;
import org.ytterby.core.ledger.Ledger;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.ledger.RegisteredCapacity;
import org.ytterby.core.ledger.ReserveReport;
import org.ytterby.core.ledger.ReturnedFigure;
import org.ytterby.core.ledger.Span;
import org.ytterby.core.ledger.StockpileMovement;
import org.ytterby.core.testing.LedgerText;

/// The registers of capacity, reserves and the stockpile. Each kilogram of neodymium is 1.166377 kg
/// REO.
class RegisterTest {
    private static final double ND = 1.166377;
    private static final List<Condition> CONDITIONS =
            List.of(
                    condition("floor", "capacity", Comparison.AT_LEAST, 3000),
                    condition("gate", Project.NET_NEW, Comparison.AT_MOST, 0));

    private final Ledger books =
            LedgerText.ledger(
                    """
                    A extraction 2023-06-05 M1 L1 conc 10000
                    B extraction 2024-06-05 M1 L2 conc 20000
                    """);
    private final List<ReturnedFigure> returns = new ArrayList<>();
    private final List<RegisteredCapacity> capacities = new ArrayList<>();
    private final List<ReserveReport> reserves = new ArrayList<>();
    private final List<StockpileMovement> stockpile = new ArrayList<>();
    private final int sep = facility("SEP");
    private final int mine = facility("M1");

    private static Condition condition(
            String code, String indicator, Comparison comparison, double bound) {
        return new Condition(
                code,
                indicator,
                comparison,
                bound,
                "t REO/a",
                Set.of("separation"),
                new Span(micros("2016-07-01"), LedgerTime.END),
                new Clause("", "", "", Confidence.SEEN));
    }

    private static long micros(String day) {
        return LedgerTime.parseDate(day).orElseThrow();
    }

    private int facility(String id) {
        for (int f = 0; f < books.registry().facilities().size(); f++) {
            if (books.registry().facility(f).id().equals(id)) {
                return f;
            }
        }
        throw new IllegalArgumentException(id);
    }

    private Ledger ledger() {
        Declarations d = books.declarations();
        return Ledger.of(
                new Declarations(
                        d.registry(),
                        d.products(),
                        d.methods(),
                        d.assays(),
                        d.flows(),
                        d.entitlements(),
                        new Declarations.Context(
                                d.context().deposits(),
                                d.context().partnerImports(),
                                d.context().limits(),
                                new Declarations.Stewardship(
                                        returns, capacities, reserves, stockpile)),
                        List.of()));
    }

    private void registered(double approvedT, String from, String basis, String... processes) {
        capacities.add(
                new RegisteredCapacity(
                        sep,
                        Set.of("separation"),
                        approvedT,
                        approvedT,
                        "A",
                        Set.of(processes),
                        new Span(micros(from), LedgerTime.END),
                        basis));
    }

    private String basisOn(String day) {
        return CapacityRegister.inForce(ledger().declarations(), sep, micros(day))
                .map(RegisteredCapacity::basis)
                .orElse("none");
    }

    @Test
    void aRowTakesOverFromItsFirstDayAndTheLaterOfTwoCounts() {
        registered(5000, "2024-01-01", "second");
        registered(4000, "2020-01-01", "first");
        assertThat(basisOn("2019-12-31")).isEqualTo("none");
        assertThat(basisOn("2023-12-31")).isEqualTo("first");
        assertThat(basisOn("2024-01-01")).isEqualTo("second");
        registered(6000, "2024-01-01", "mended");
        assertThat(basisOn("2024-01-01")).isEqualTo("mended");
        assertThat(CapacityRegister.inForce(ledger().declarations(), micros("2024-01-01")))
                .singleElement()
                .satisfies(row -> assertThat(row.approvedT()).isEqualTo(6000));
        assertThat(PlantKinds.of(ledger().declarations(), sep, micros("2024-01-01")))
                .containsExactly("separation");
    }

    @Test
    void theExitListHoldsWhoBreaksALineAndNobodyWhoLacksAFigure() {
        Condition process =
                condition("saponification", "ammonia_saponification", Comparison.EQUAL, 0);
        Condition current = condition("current", "cell_current", Comparison.AT_LEAST, 5000);
        List<Condition> exits = List.of(process, current);
        registered(4000, "2020-01-01", "clean");
        assertThat(CapacityRegister.exitList(ledger().declarations(), exits, micros("2023-01-01")))
                .isEmpty();
        registered(4000, "2024-01-01", "old", "ammonia_saponification");
        assertThat(CapacityRegister.exitList(ledger().declarations(), exits, micros("2024-01-01")))
                .singleElement()
                .satisfies(check -> {
                    assertThat(check.id()).isEqualTo("SEP");
                    assertThat(check.open())
                            .extracting(AccessCheck.Answer::judgement)
                            .containsExactly(Judgement.BROKEN, Judgement.MISSING);
                });
    }

    private static AccessCheck check(Map<String, Claim> claims, String day) {
        return new Project("new plant", Set.of("separation"), claims)
                .check(CONDITIONS, micros(day));
    }

    private static List<Judgement> judgements(Map<String, Claim> claims) {
        return check(claims, "2026-01-01").answers().stream()
                .map(AccessCheck.Answer::judgement)
                .toList();
    }

    @Test
    void newCapacityIsGatedByWhatItReplaces() {
        Map<String, Claim> claims = new HashMap<>();
        claims.put(Project.CAPACITY, new Claim(3500, "A"));
        assertThat(judgements(claims)).containsExactly(Judgement.MET, Judgement.MISSING);
        claims.put(Project.REPLACED, new Claim(3000, "B"));
        assertThat(judgements(claims)).containsExactly(Judgement.MET, Judgement.BROKEN);
        claims.put(Project.REPLACED, new Claim(3500, "B"));
        assertThat(judgements(claims)).containsExactly(Judgement.MET, Judgement.MET);
        assertThat(check(claims, "2026-01-01").isAdmitted()).isTrue();
        claims.put(Project.REPLACED, new Claim(3500, ""));
        assertThat(judgements(claims)).containsExactly(Judgement.MET, Judgement.UNVERIFIED);
        assertThat(check(claims, "2026-01-01").isAdmitted()).isFalse();
        assertThat(check(claims, "2016-06-30").answers()).isEmpty();
        assertThat(check(claims, "2016-06-30").isAdmitted()).isFalse();
        assertThatThrownBy(() -> new Claim(Double.NaN, ""))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private MineBook book(String day) {
        return MineBook.of(ledger(), f -> f == mine, micros(day)).getFirst();
    }

    private String standardOn(String day) {
        return Objects.requireNonNull(book(day).report()).standard();
    }

    private ResourceBook resourcesOn(String day) {
        return Objects.requireNonNull(book(day).book());
    }

    @Test
    void aMineIsUsedUpByWhatTheLedgerExtractedSinceItsLastReport() {
        assertThat(book("2025-01-01").book()).isNull();
        assertThat(book("2025-01-01").report()).isNull();
        reserves.add(new ReserveReport(mine, micros("2022-12-31"), "old", 1000, 1, 0.8, ""));
        reserves.add(new ReserveReport(mine, micros("2023-12-31"), "new", 500, 1, 0.8, ""));
        assertThat(standardOn("2023-12-01")).isEqualTo("old");
        assertThat(resourcesOn("2023-12-01").usedUpKg()).isCloseTo(10_000 * ND / 0.8, within(1e-1));
        assertThat(standardOn("2025-01-01")).isEqualTo("new");
        ResourceBook resources = resourcesOn("2025-01-01");
        assertThat(resources.leftKg()).isCloseTo(500_000 - 20_000 * ND / 0.8, within(1e-1));
        assertThat(resources.lifeYears())
                .isCloseTo((500_000 - 20_000 * ND / 0.8) / (20_000 * ND / 0.8), within(1e-4));
        MineBook later = book("2025-01-01");
        assertThat(later.leftInGroundShare()).isCloseTo(0.2, within(1e-12));
        assertThat(later.lost().share()).isNaN();
        assertThat(later.lost().source()).isEqualTo(MineBook.Source.NOBODY);
    }

    @Test
    void whatIsLostToTailingsIsWhatDeclaredBeneficiationLeaves() {
        returned("2023-12", 0.1); // more than a year ago
        returned("2024-02", 0.78);
        returned("2024-11", 0.82);
        MineBook.Lost lost = book("2025-01-01").lost();
        assertThat(lost.source()).isEqualTo(MineBook.Source.RETURNS);
        assertThat(lost.share()).isCloseTo(0.2, within(1e-12));
    }

    private void returned(String month, double recovery) {
        returns.add(
                new ReturnedFigure(
                        mine,
                        YearMonth.parse(month),
                        RecoveryRates.Kind.BENEFICIATION.indicator(),
                        recovery,
                        LedgerTime.BEGINNING,
                        ""));
    }

    @Test
    void theStockpileHoldsWhatWasTakenInLessWhatWasReleased() {
        stockpile.add(new StockpileMovement("1", micros("2024-01-01"), true, 3, 100, ""));
        stockpile.add(new StockpileMovement("2", micros("2024-02-01"), false, 3, 130, ""));
        assertThat(MineBook.stockpile(ledger().declarations(), micros("2023-12-31"))).isEmpty();
        assertThat(MineBook.stockpile(ledger().declarations(), micros("2024-01-01")))
                .containsExactly(new MineBook.Held(3, 100, 0, 100));
        assertThat(MineBook.stockpile(ledger().declarations(), micros("2024-03-01")))
                .containsExactly(new MineBook.Held(3, 100, 130, -30));
    }
}
