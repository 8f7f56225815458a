package org.ytterby.formats.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberKindTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    General          | PLAIN
                    0.00             | PLAIN
                    yyyy/m/d         | DAY
                    yyyy/m/d h:mm    | TIME
                    h:mm AM/PM       | TIME
                    [h]:mm           | TIME
                    [Red]0.0         | PLAIN
                    "day" 0          | PLAIN
                    0_d              | PLAIN
                    0[               | PLAIN
                    yyyy[            | DAY
                    [                | PLAIN
                    0"               | PLAIN
                    0\\              | PLAIN
                    """)
    void aFormatIsOfItsKindEvenWhereItBreaksOff(String code, NumberKind kind) {
        assertThat(NumberKind.of(code)).isEqualTo(kind);
    }
}
