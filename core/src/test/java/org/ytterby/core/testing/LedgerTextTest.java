package org.ytterby.core.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.ytterby.core.ledger.Declarations;
import org.ytterby.core.ledger.FlowTable;
import org.ytterby.core.ledger.FlowType;
import org.ytterby.core.ledger.LedgerTime;

class LedgerTextTest {
    @Test
    void aFlowLineIsRead() {
        FlowTable flows =
                LedgerText.declare("R shipment 2024-01-06T08:00 M1 L conc 1.5 partner=SEP doc=I")
                        .flows();
        assertThat(flows.type(0)).isEqualTo(FlowType.SHIPMENT);
        assertThat(LedgerTime.format(flows.timeMicros(0))).isEqualTo("2024-01-06T08:00:00+08:00");
        assertThat(flows.massMg(0)).isEqualTo(1_500_000);
        assertThat(flows.partner(0)).isEqualTo(2);
    }

    @Test
    void aBareDateIsNoonAndOfAStocktakeTheEndOfTheDay() {
        FlowTable flows =
                LedgerText.declare(
                                """
                                A extraction 2024-01-06 M1 L conc 1
                                K stocktake  2024-01-06 M1
                                """)
                        .flows();
        assertThat(LedgerTime.format(flows.timeMicros(0))).isEqualTo("2024-01-06T12:00:00+08:00");
        assertThat(LedgerTime.format(flows.timeMicros(1))).isEqualTo("2024-01-07T00:00:00+08:00");
    }

    @Test
    void aRowReplacesTheOneOfTheCastWithItsKey() {
        Declarations d = LedgerText.declare("permit M1 mining until=2024-01-31");
        assertThat(d.registry().permits()).hasSize(3);
        assertThat(d.registry().permits().getFirst().span().untilMicros())
                .isEqualTo(LedgerTime.startOfMonth(2024 * 12 + 1));
    }

    @Test
    void anUnknownFacilityIsRefused() {
        assertThatThrownBy(() -> LedgerText.declare("A extraction 2024-01-06 M9 L conc 1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("M9");
    }
}
