package org.ytterby.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.ytterby.core.testing.LedgerText;

/// Groups and permits at an instant.
class RegistryTest {
    private static final String PARTIES =
            """
            party A enterprise
            party G1 group
            party G2 group
            """;

    private static final String MEMBERSHIPS =
            """
            claim                                          | memberships of A                                    | at               | group
            without membership there is no group           |                                                     | 2024-05-01       | none
            a membership holds within its span             | G1 from=2024-01-01 until=2024-06-30                 | 2024-05-01       | G1
            its first day begins it                        | G1 from=2024-05-01                                  | 2024-05-01T00:00 | G1
            before its first day it does not hold          | G1 from=2024-05-01                                  | 2024-04-30T23:59 | none
            its last day belongs to it                     | G1 from=2024-01-01 until=2024-04-30                 | 2024-04-30T23:59 | G1
            the day after its last does not                | G1 from=2024-01-01 until=2024-04-30                 | 2024-05-01T00:00 | none
            of two that overlap the later beginning wins   | G1 from=2024-02-01; G2 from=2024-01-01              | 2024-05-01       | G1
            and so in any order of rows                    | G1 from=2024-01-01; G2 from=2024-02-01              | 2024-05-01       | G2
            of two from one day the later row wins         | G1 from=2024-01-01; G2 from=2024-01-01              | 2024-05-01       | G2
            one that is over gives way                     | G1 from=2024-01-01; G2 from=2024-02-01 until=2024-03-31 | 2024-05-01   | G1
            a membership without beginning holds           | G1                                                  | 1970-01-01       | G1
            """;

    @TestFactory
    Stream<DynamicTest> everyRowHolds() {
        return MEMBERSHIPS
                .lines()
                .skip(1)
                .map(row -> row.split("\\|", -1))
                .map(cells -> dynamicTest(cells[0].strip(), () -> check(cells)));
    }

    private static void check(String[] cells) {
        StringBuilder text = new StringBuilder(PARTIES);
        Stream.of(cells[1].split(";", -1))
                .filter(m -> !m.isBlank())
                .forEach(m -> text.append("member A ").append(m.strip()).append('\n'));
        text.append("R extraction ").append(cells[2].strip()).append(" M1 L conc 1");
        Ledger ledger = LedgerText.ledger(text.toString());
        Registry registry = ledger.registry();
        int group = registry.groupOf(registry.parties().size() - 3, ledger.lastMicros());
        assertThat(group == Registry.NONE ? "none" : registry.party(group).id())
                .isEqualTo(cells[3].strip());
    }

    @Test
    void aPermitIsForOneActivityOfOneFacility() {
        Ledger ledger = LedgerText.ledger("A extraction 2024-05-01 M1 L conc 1");
        Registry registry = ledger.registry();
        long now = ledger.lastMicros();
        assertThat(registry.isPermitted(0, Activity.MINING, now)).isTrue();
        assertThat(registry.isPermitted(0, Activity.RECYCLING, now)).isFalse();
        assertThat(registry.isPermitted(2, Activity.MINING, now)).isFalse();
    }

    @Test
    void theOwnerOfAFacilityIsTheOneThatRunsIt() {
        assertThat(LedgerText.ledger("").registry().ownerOf(0).id()).isEqualTo("E");
    }

    @Test
    void aSpanHoldsItsBeginningButNotItsEnd() {
        Span span = new Span(5, 7);
        assertThat(span.contains(4)).isFalse();
        assertThat(span.contains(5)).isTrue();
        assertThat(span.contains(6)).isTrue();
        assertThat(span.contains(7)).isFalse();
    }
}
