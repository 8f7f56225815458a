package org.ytterby.core.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ytterby.core.environment.EnvironmentLaw.KindNorm;
import org.ytterby.core.environment.RecoveryRates.Kind;
import org.ytterby.core.environment.SpeciesBalance.Share;
import org.ytterby.core.environment.SpeciesBalance.Species;
import org.ytterby.core.environment.ThroughputCheck.Norm;
import org.ytterby.core.ledger.Declarations;
import org.ytterby.core.ledger.Ledger;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.ledger.RegisteredCapacity;
import org.ytterby.core.ledger.ReturnedFigure;
import org.ytterby.core.ledger.Span;
import org.ytterby.core.testing.LedgerText;

/// Returns of plants, beside the ledger. Each kilogram of neodymium is 1.166377 kg REO.
class PlantReviewTest {
    private static final double ND = 1.166377;
    private static final Span ALWAYS = new Span(LedgerTime.BEGINNING, LedgerTime.END);
    private static final YearMonth JANUARY = YearMonth.of(2024, 1);
    private static final YearMonth FEBRUARY = YearMonth.of(2024, 2);
    private static final Months BOTH = new Months(JANUARY, FEBRUARY);
    private static final EnvironmentLaw LAW =
            new EnvironmentLaw(
                    List.of(
                            new Indicator("acid", "Acid", "酸", "t", "chemical", "acid"),
                            new Indicator("salt_back", "Salt", "盐", "t", "recovered", "salt")),
                    List.of(
                            new Condition(
                                    "limit",
                                    "ammonia_nitrogen",
                                    Comparison.AT_MOST,
                                    15,
                                    "mg/L",
                                    Set.of("separation"),
                                    ALWAYS,
                                    new Clause("", "", "", Confidence.SEEN))),
                    List.of(
                            new KindNorm(
                                    Set.of("separation"),
                                    new Norm("acid", 2, "t/t", 0.1, "", Confidence.RECALLED))),
                    List.of(
                            new Share("acid", Species.CHLORIDE, 0.9),
                            new Share("salt", Species.CHLORIDE, 0.5)));

    private final List<ReturnedFigure> figures = new ArrayList<>();
    private final List<RegisteredCapacity> capacities = new ArrayList<>();
    private final Ledger books =
            LedgerText.ledger(
                    """
                    A extraction 2024-01-05 M1      L1 conc  100000
                    R processing 2024-01-20 SEP in  L1 conc   60000
                    R processing 2024-01-20 SEP out L2 oxide  55000
                    R processing 2024-01-20 SEP out L4 waste   5000
                    S processing 2024-02-20 SEP in  L1 conc   40000
                    S processing 2024-02-20 SEP out L5 oxide  40000
                    """);
    private final int sep = facility("SEP");

    private int facility(String id) {
        for (int f = 0; f < books.registry().facilities().size(); f++) {
            if (books.registry().facility(f).id().equals(id)) {
                return f;
            }
        }
        throw new IllegalArgumentException(id);
    }

    private void told(YearMonth month, String indicator, double value) {
        told(month, indicator, value, "2024-02-05");
    }

    private void told(YearMonth month, String indicator, double value, String entered) {
        long at =
                entered.isEmpty()
                        ? LedgerTime.BEGINNING
                        : LedgerTime.parseDate(entered).orElseThrow();
        figures.add(new ReturnedFigure(sep, month, indicator, value, at, ""));
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
                                        figures, capacities, List.of(), List.of())),
                        List.of()));
    }

    private PlantReview review(Months months) {
        Ledger ledger = ledger();
        return PlantReview.of(ledger, ReturnBook.of(ledger.declarations()), LAW, sep, months);
    }

    private static long micros(String day) {
        return LedgerTime.parseDate(day).orElseThrow();
    }

    @Test
    void theLaterOfTwoFiguresCountsAndMakesNothingLate() {
        told(JANUARY, "ammonia_nitrogen", 20);
        told(JANUARY, "acid", 1);
        told(JANUARY, "ammonia_nitrogen", 12, "2024-05-01");
        ReturnBook book = ReturnBook.of(ledger().declarations());
        assertThat(book.of(sep).values())
                .singleElement()
                .satisfies(january ->
                        assertThat(january.figures())
                                .containsEntry("ammonia_nitrogen", 12.0)
                                .containsEntry("acid", 1.0));
        assertThat(book.enteredMicros(sep, JANUARY)).isEqualTo(micros("2024-02-05"));
        assertThat(book.enteredMicros(sep, FEBRUARY)).isEqualTo(LedgerTime.END);
    }

    @Test
    void aReturnIsDueOnTheTenthAndThenLateOrMissing() {
        told(JANUARY, "acid", 1, "2024-02-11");
        told(FEBRUARY, "acid", 1, "2024-03-10");
        Ledger ledger = ledger();
        ReturnBook book = ReturnBook.of(ledger.declarations());
        Months three = new Months(JANUARY, YearMonth.of(2024, 3));
        assertThat(ReturnDue.of(ledger, book, f -> f == sep, three, micros("2024-04-10")))
                .extracting(ReturnDue::state)
                .containsExactly(
                        ReturnDue.State.LATE, ReturnDue.State.RETURNED, ReturnDue.State.OPEN);
        assertThat(ReturnDue.of(ledger, book, f -> f == sep, three, micros("2024-04-11")))
                .last()
                .satisfies(due -> assertThat(due.state().code()).isEqualTo("missing"));
    }

    @Test
    void onlyMinesSmeltersAndRecyclersOweReturns() {
        Ledger ledger = ledger();
        assertThat(
                        ReturnDue.of(
                                ledger,
                                ReturnBook.of(ledger.declarations()),
                                _ -> true,
                                new Months(JANUARY, JANUARY),
                                0))
                .allSatisfy(due ->
                        assertThat(ledger.registry().facility(due.facility()).stage().code())
                                .isIn("mine", "separation", "metal", "recycling"));
    }

    @Test
    void aFigureIsHeldAgainstTheLimitsOfWhatThePlantIs() {
        told(JANUARY, "ammonia_nitrogen", 18);
        assertThat(review(BOTH).exceeded())
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.month()).isEqualTo(JANUARY);
                    assertThat(line.excess()).isCloseTo(0.2, within(1e-12));
                });
        assertThat(review(BOTH).lines())
                .extracting(LimitCheck.Line::judgement)
                .containsExactly(Judgement.BROKEN, Judgement.MISSING);
        capacities.add(
                new RegisteredCapacity(sep, Set.of("other"), 1, 1, "", Set.of(), ALWAYS, ""));
        assertThat(review(BOTH).lines()).isEmpty();
    }

    @Test
    void consumptionIsSetAgainstTheOutputOfTheSameMonths() {
        told(JANUARY, "acid", 2 * 55 * ND * 1.5);
        ThroughputCheck check = review(BOTH).throughput();
        assertThat(check.declaredT()).isCloseTo(55 * ND, within(1e-6));
        assertThat(check.impliedT()).isCloseTo(55 * ND * 1.5, within(1e-6));
        assertThat(check.z()).isCloseTo(0.5 / 0.15, within(1e-6));
        assertThat(check.isStriking()).isTrue();
        told(JANUARY, "acid", 2 * 55 * ND);
        assertThat(review(BOTH).isStriking()).isFalse();
        assertThat(review(new Months(FEBRUARY, FEBRUARY)).throughput().lines()).isEmpty();
    }

    @Test
    void chlorideInIsDischargedRecoveredOrUnaccounted() {
        told(JANUARY, "acid", 10);
        told(JANUARY, "salt_back", 12);
        told(JANUARY, "waste_water", 1000);
        told(JANUARY, "chloride", 2000);
        told(FEBRUARY, "waste_water", 1000);
        PlantReview.BalancedSpecies chloride =
                review(BOTH).balances().stream()
                        .filter(b -> b.balance().species() == Species.CHLORIDE)
                        .findFirst()
                        .orElseThrow();
        assertThat(chloride.monthsDischarged()).isOne();
        assertThat(chloride.balance().inKg()).isCloseTo(9000, within(1e-9));
        assertThat(chloride.balance().recoveredKg()).isCloseTo(6000, within(1e-9));
        assertThat(chloride.balance().dischargedKg()).isCloseTo(2000, within(1e-9));
        assertThat(chloride.balance().unaccountedKg()).isCloseTo(1000, within(1e-9));
    }

    @Test
    void aRateOfTheLedgerStandsBesideTheDeclaredOne() {
        told(JANUARY, "separation_recovery", 0.97);
        told(FEBRUARY, "separation_recovery", 0.99);
        PlantReview.Compared rate =
                review(BOTH).rates().stream()
                        .filter(r -> r.kind() == Kind.SEPARATION)
                        .findFirst()
                        .orElseThrow();
        assertThat(rate.declared()).isCloseTo(0.98, within(1e-12));
        assertThat(rate.difference()).isCloseTo(-0.03, within(1e-9));
    }

    @Test
    void aRateThatTheLedgerCannotTellIsShownAsDeclared() {
        told(JANUARY, "mining_recovery", 0.8);
        assertThat(review(BOTH).rates())
                .filteredOn(r -> r.kind() == Kind.MINING)
                .singleElement()
                .satisfies(r -> {
                    assertThat(r.computed()).isNull();
                    assertThat(r.declared()).isEqualTo(0.8);
                    assertThat(r.difference()).isNaN();
                });
    }

    @Test
    void monthsAreCountedWithBothEnds() {
        assertThat(BOTH.count()).isEqualTo(2);
        assertThat(BOTH.all()).containsExactly(JANUARY, FEBRUARY);
        assertThat(Months.ofYearUpTo(FEBRUARY)).isEqualTo(BOTH);
        assertThat(BOTH.span()).isEqualTo(new Span(micros("2024-01-01"), micros("2024-03-01")));
        assertThatThrownBy(() -> new Months(FEBRUARY, JANUARY))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
