package org.ytterby.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.ytterby.core.testing.LedgerText;

class FlowTableBuilderTest {
    @Test
    void linesOfOneRecordThatComeApartAreBroughtTogether() {
        FlowTable flows =
                LedgerText.declare(
                                """
                                A extraction 2024-01-05 M1 L1 conc 1
                                B extraction 2024-01-05 M1 L2 conc 2
                                A extraction 2024-01-05 M1 L3 conc 3
                                B extraction 2024-01-05 M1 L4 conc 4
                                """)
                        .flows();
        assertThat(flows.recordCount()).isEqualTo(2);
        assertThat(flows.lineFrom(0)).isZero();
        assertThat(flows.lineTo(0)).isEqualTo(2);
        assertThat(flows.lineTo(1)).isEqualTo(4);
        assertThat(flows.massMg(0)).isEqualTo(1_000_000);
        assertThat(flows.massMg(1)).isEqualTo(3_000_000);
        assertThat(flows.record(1)).isZero();
        assertThat(flows.record(2)).isEqualTo(1);
        assertThat(flows.lotId(flows.lot(3))).isEqualTo("L4");
    }

    @Test
    void aRecordOnlyNamedByACorrectionIsNotDeclared() {
        FlowTableBuilder builder = new FlowTableBuilder(new Names());
        int r = builder.reserve("R");
        assertThat(builder.declared("R")).isEqualTo(Names.NONE);
        assertThat(builder.reserve("R")).isEqualTo(r);
        FlowTable flows = builder.build();
        assertThat(flows.isDeclared(r)).isFalse();
        assertThat(flows.recordRow(r)).isZero();
        assertThat(flows.lineFrom(r)).isEqualTo(flows.lineTo(r));
    }

    @Test
    void aRecordKeepsTheNumberItWasReservedUnder() {
        FlowTableBuilder builder = new FlowTableBuilder(new Names());
        int r = builder.reserve("R");
        FlowTableBuilder.Header header =
                new FlowTableBuilder.Header(FlowType.RECEIPT, 5, true, 1, 2, 3, Names.NONE, 7);
        assertThat(builder.declare("R", header)).isEqualTo(r);
        assertThat(builder.header(r)).isEqualTo(header);
        assertThat(builder.declared("R")).isEqualTo(r);
    }

    @Test
    void aBadRecordIsMarkedAndStaysDeclared() {
        FlowTableBuilder builder = new FlowTableBuilder(new Names());
        FlowTableBuilder.Header header =
                new FlowTableBuilder.Header(FlowType.RECEIPT, 5, false, 1, 2, 3, Names.NONE, 7);
        int r = builder.declare("R", header);
        builder.markBad(r);
        assertThat(builder.isBad(r)).isTrue();
        assertThat(builder.build().isBad(r)).isTrue();
        assertThat(builder.build().isDeclared(r)).isTrue();
    }

    @Test
    void manyRecordsAndLinesKeepTheirValues() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 1_000; i++) {
            text.append(
                    "R%d extraction 2024-01-05 M1 L%d conc %d moisture=0.%03d\n"
                            .formatted(i / 2, i, i, i));
        }
        FlowTable flows = LedgerText.declare(text.toString()).flows();
        assertThat(flows.recordCount()).isEqualTo(500);
        for (int i = 0; i < 1_000; i++) {
            assertThat(flows.record(i)).isEqualTo(i / 2);
            assertThat(flows.massMg(i)).isEqualTo(i * 1_000_000L);
            assertThat(flows.moisture(i)).isEqualTo(i / 1000.0);
            assertThat(flows.lotId(flows.lot(i))).isEqualTo("L" + i);
        }
    }
}
