package org.ytterby.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class CreditCodeTest {
    @Test
    void theCheckDigitIsThatOfTheStandardsExample() {
        // the code that GB 32100-2015 prints as its example
        assertThat(CreditCode.check("91350100M000100Y4")).isEqualTo('3');
    }

    @Test
    void codesHaveEighteenCharactersAndTheirOwnCheckDigit() {
        for (long number = 0; number < 2000; number++) {
            String code = CreditCode.of(number);
            assertThat(code).hasSize(18);
            assertThat(code.charAt(17)).isEqualTo(CreditCode.check(code));
        }
    }

    @Test
    void differentNumbersGiveDifferentCodes() {
        assertThat(LongStream.range(0, 100_000).mapToObj(CreditCode::of).distinct().count())
                .isEqualTo(100_000);
    }

    @Test
    void codesCarryADivisionThatWasNeverGivenOut() {
        assertThat(CreditCode.of(1)).startsWith("91990000");
    }
}
