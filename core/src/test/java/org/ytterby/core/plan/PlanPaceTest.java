package org.ytterby.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.ytterby.core.balance.ErrorModel;
import org.ytterby.core.ledger.Ledger;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.ledger.PlanKind;
import org.ytterby.core.testing.LedgerText;

/// Each kilogram of neodymium is 1.166377 kg REO.
class PlanPaceTest {
    private static final double ND = 1.166377;

    private static PlanPace.Row mining(String until, String text) {
        Ledger ledger = LedgerText.ledger(text);
        long micros = LedgerTime.parseDate(until).orElseThrow();
        List<PlanPace.Row> rows =
                PlanPace.of(
                        ledger,
                        PlanUses.of(new ErrorModel(ledger)),
                        new PlanPace.Asked(2024, micros, micros));
        return rows.stream()
                .filter(r -> r.use().kind() == PlanKind.MINING)
                .findFirst()
                .orElseThrow();
    }

    private static final String YEAR =
            """
            A extraction 2024-01-05 M1 L1 conc 100
            B extraction 2024-02-05 M1 L2 conc 300
            S shipment   2024-04-05 M1 L2 conc 10 partner=SEP doc=I-1
            C extraction 2024-05-05 M1 L3 conc 500
            """;

    @Test
    void monthsThatAreOverAndReportedAreProjected() {
        PlanPace.Row row = mining("2024-05-01", YEAR);
        Projection p = Objects.requireNonNull(row.projection());
        assertThat(row.usedKg()).as("what is later is not seen").isCloseTo(400 * ND, within(0.1));
        assertThat(p.months()).as("January, February, and April without output").isEqualTo(3);
        assertThat(row.silent()).as("March").isEqualTo(1);
        assertThat(p.pointKg()).isCloseTo(1600 * ND, within(0.1));
        assertThat(row.leftKg()).isCloseTo(1e9 - 400 * ND, within(0.1));
        assertThat(row.warning()).isEqualTo(Projection.Warning.NONE);
    }

    @Test
    void aYearThatIsOverIsNotProjected() {
        PlanPace.Row row = mining("2025-01-01", YEAR);
        assertThat(row.projection()).isNull();
        assertThat(row.usedKg()).isCloseTo(900 * ND, within(0.1));
    }

    @Test
    void usedBeyondTheGrantIsOver() {
        PlanPace.Row row = mining("2025-01-01", "plan mine-24 2024 mining G 0.5\n" + YEAR);
        assertThat(row.warning()).isEqualTo(Projection.Warning.OVER);
    }

    @Test
    void nothingReportedIsNoProjection() {
        PlanPace.Row row = mining("2024-05-01", "");
        assertThat(Objects.requireNonNull(row.projection()).pointKg()).isNaN();
        assertThat(row.silent()).isEqualTo(4);
    }
}
