package org.ytterby.formats.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.ytterby.core.ledger.Limit;

class ShippedTableTest {
    @Test
    void limitsAreShownAsTheyAreReckonedWith() {
        ShippedTable table = ShippedTable.limits();
        assertThat(table.rows())
                .hasSize(Limit.values().length)
                .allSatisfy(row -> {
                    Limit limit = Limit.valueOf(table.cell(row, "limit").toUpperCase(Locale.ROOT));
                    assertThat(Double.parseDouble(table.cell(row, "value")))
                            .isEqualTo(LimitTable.shipped().at(limit, 0));
                    assertThat(table.cell(row, "source")).isNotEmpty();
                });
    }

    @Test
    void aColumnThatIsNotThereIsNamed() {
        ShippedTable table = ShippedTable.limits();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table.cell(table.rows().getFirst(), "emperor"))
                .withMessageContaining("limits has no column emperor");
    }
}
