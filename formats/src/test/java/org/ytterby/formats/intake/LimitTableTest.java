package org.ytterby.formats.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.ledger.Limit;
import org.ytterby.core.testing.TestLimits;

class LimitTableTest {
    @ParameterizedTest
    @EnumSource
    void theShippedNumbersAreThoseOfTheContract(Limit limit) {
        long time = LedgerTime.startOfYear(2019);
        assertThat(LimitTable.shipped().at(limit, time))
                .isEqualTo(TestLimits.ofContract().at(limit, time));
    }
}
