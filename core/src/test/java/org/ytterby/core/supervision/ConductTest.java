package org.ytterby.core.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ytterby.core.testing.LedgerText;

class ConductTest {
    /// Position of E, who runs everything.
    private static final int E = 1;

    private static Map<String, Conduct.Share> of(int year, String text) {
        return Conduct.of(LedgerText.ledger(text), E, year);
    }

    @Test
    void recordsEnteredLateAreCounted() {
        Map<String, Conduct.Share> shares =
                of(
                        2024,
                        """
                        A extraction 2024-01-05 M1 L1 conc 100 entered=2024-02-10
                        B extraction 2024-01-06 M1 L2 conc 100 entered=2024-02-12
                        C extraction 2023-12-06 M1 L3 conc 100 entered=2024-02-12
                        """);
        assertThat(shares).containsEntry("punctual_reporting", new Conduct.Share(1, 2));
    }

    @Test
    void shipmentsThatWereReceivedAreTraced() {
        Map<String, Conduct.Share> shares =
                of(
                        2024,
                        """
                        S1 shipment 2024-02-04 M1  B conc 100 partner=SEP doc=I-1
                        R1 receipt  2024-02-05 SEP B conc 100 partner=M1 doc=I-1
                        S2 shipment 2024-02-20 M1  C conc 30 partner=SEP doc=I-2
                        S3 shipment 2024-02-20 M1  D conc 30 partner=OUT doc=I-3
                        """);
        assertThat(shares).containsEntry("traceability", new Conduct.Share(1, 2));
    }

    @Test
    void recoveryComesFromTheBalances() {
        Map<String, Conduct.Share> shares =
                of(
                        2024,
                        """
                        P processing 2024-02-10 SEP in  B conc 60
                        P processing 2024-02-10 SEP out O oxide 54
                        """);
        assertThat(shares.get("separation_recovery"))
                .isNotNull()
                .satisfies(s -> assertThat(s.value()).isEqualTo(0.9));
        assertThat(shares).doesNotContainKey("beneficiation_recovery");
    }

    @Test
    void whatHasNoDataIsLeftOut() {
        assertThat(of(2022, "")).isEmpty();
    }
}
