package org.ytterby.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerTimeTest {
    private static long micros(String instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(instant));
    }

    @ParameterizedTest
    @CsvSource({
        "2024-01-05T08:00:00+08:00,    2024-01-05T00:00:00Z",
        "2024-01-05T08:00+08:00,       2024-01-05T00:00:00Z",
        "2024-01-05 08:00:00+08:00,    2024-01-05T00:00:00Z",
        "2024-01-05T08:00:00Z,         2024-01-05T08:00:00Z",
        "2024-01-05T08:00:00z,         2024-01-05T08:00:00Z",
        "2024-01-05T08:00:00-05:30,    2024-01-05T13:30:00Z",
        "2024-01-05T08:00:00+0800,     2024-01-05T00:00:00Z",
        "2024-01-05T08:00:00+08,       2024-01-05T00:00:00Z",
        "2024-01-05T08:00:00.5Z,       2024-01-05T08:00:00.500Z",
        "2024-01-05T08:00:00.1234567Z, 2024-01-05T08:00:00.123456Z",
        "2024-02-29T00:00:00Z,         2024-02-29T00:00:00Z",
        "1969-12-31T23:59:59Z,         1969-12-31T23:59:59Z"
    })
    void aTimestampWithOffsetIsRead(String text, String instant) {
        assertThat(LedgerTime.parse(text)).hasValue(micros(instant));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2024-01-05",
                "2024-01-05T08:00:00",
                "2024-01-05T08:00",
                "2024-01-05T24:00:00Z",
                "2024-01-05T08:60:00Z",
                "2024-01-05T08:00:60Z",
                "2024-13-05T08:00:00Z",
                "2023-02-29T08:00:00Z",
                "2024-04-31T08:00:00Z",
                "2024-01-05T08:00:00.Z",
                "2024-01-05T08:00:00+8:00",
                "2024-01-05T08:00:00+19:00",
                "2024-01-05T08:00:00+08:60",
                "2024-01-05T08:00:00Zulu",
                "2024-01-05X08:00:00Z",
                "05/01/2024 08:00 Z"
            })
    void whatIsNoTimestampIsRefused(String text) {
        assertThat(LedgerTime.parse(text)).isEmpty();
    }

    @Test
    void aBareDateBeginsInChina() {
        assertThat(LedgerTime.parseDate("2024-01-05")).hasValue(micros("2024-01-04T16:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2024-1-5", "2024/01/05", "2023-02-29", "2024-00-10", "20240105xx"})
    void whatIsNoDateIsRefused(String text) {
        assertThat(LedgerTime.parseDate(text)).isEmpty();
    }

    @Test
    void theYearTurnsAtSixteenHoursOfTheLastDayInUtc() {
        assertThat(LedgerTime.yearOf(micros("2023-12-31T15:59:59.999999Z"))).isEqualTo(2023);
        assertThat(LedgerTime.yearOf(micros("2023-12-31T16:00:00Z"))).isEqualTo(2024);
    }

    @Test
    void theMonthTurnsAtSixteenHoursOfTheLastDayInUtc() {
        assertThat(LedgerTime.monthOf(micros("2024-02-29T15:59:59.999999Z")))
                .isEqualTo(2024 * 12 + 1);
        assertThat(LedgerTime.monthOf(micros("2024-02-29T16:00:00Z"))).isEqualTo(2024 * 12 + 2);
    }

    @Test
    void aYearBeginsInChina() {
        assertThat(LedgerTime.startOfYear(2024)).isEqualTo(micros("2023-12-31T16:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "2023-12-31T16:00:00Z,        2024-01-01T00:00:00+08:00",
        "2024-02-28T16:00:00.5Z,      2024-02-29T00:00:00.5+08:00",
        "2024-02-28T16:00:00.000001Z, 2024-02-29T00:00:00.000001+08:00",
        "1969-12-31T15:59:59Z,        1969-12-31T23:59:59+08:00"
    })
    void printedTimesCarryTheOffset(String instant, String printed) {
        assertThat(LedgerTime.format(micros(instant))).isEqualTo(printed);
    }
}
