package org.ytterby.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.ytterby.core.testing.Property;

/// Against java.time on random instants of the years 1 to 9999.
class LedgerTimeProperties {
    private static final int TRIES = 5_000;
    private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);
    private static final long FIRST = micros(Instant.parse("0001-01-01T00:00:00Z"));
    private static final long LAST = micros(Instant.parse("9999-12-30T00:00:00Z"));

    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    private static OffsetDateTime drawn(RandomGenerator random) {
        // half of them at a boundary of a month, where mistakes live
        long at = random.nextLong(FIRST, LAST);
        Instant instant = Instant.EPOCH.plus(at, ChronoUnit.MICROS);
        OffsetDateTime time = instant.atOffset(CHINA);
        return random.nextBoolean()
                ? time
                : time.withDayOfMonth(1)
                        .truncatedTo(ChronoUnit.DAYS)
                        .minus(random.nextInt(2), ChronoUnit.MICROS);
    }

    @Test
    void yearsMonthsAndDaysAreThoseOfTheCalendarInChina() {
        Property.forAll(
                TRIES,
                random -> {
                    OffsetDateTime time = drawn(random);
                    long micros = micros(time.toInstant());
                    assertThat(LedgerTime.dateOf(micros)).isEqualTo(time.toLocalDate());
                    assertThat(LedgerTime.yearOf(micros)).isEqualTo(time.getYear());
                    assertThat(LedgerTime.monthOf(micros))
                            .isEqualTo(time.getYear() * 12 + time.getMonthValue() - 1);
                });
    }

    @Test
    void anInstantLiesBetweenTheBeginningsOfItsMonthAndTheNext() {
        Property.forAll(
                TRIES,
                random -> {
                    long micros = micros(drawn(random).toInstant());
                    int month = LedgerTime.monthOf(micros);
                    assertThat(micros)
                            .isGreaterThanOrEqualTo(LedgerTime.startOfMonth(month))
                            .isLessThan(LedgerTime.startOfMonth(month + 1));
                });
    }

    @Test
    void whatIsPrintedReadsBackEqual() {
        Property.forAll(
                TRIES,
                random -> {
                    OffsetDateTime time = drawn(random);
                    long micros = micros(time.toInstant());
                    String printed = LedgerTime.format(micros);
                    assertThat(LedgerTime.parse(printed)).hasValue(micros);
                    assertThat(OffsetDateTime.parse(printed)).isEqualTo(time);
                });
    }

    @Test
    void anyOffsetReadsAsTheSameInstant() {
        Property.forAll(
                TRIES,
                random -> {
                    OffsetDateTime time = drawn(random);
                    ZoneOffset offset = ZoneOffset.ofTotalSeconds(60 * random.nextInt(-1080, 1081));
                    String text =
                            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSxxx")
                                    .format(time.withOffsetSameInstant(offset));
                    assertThat(LedgerTime.parse(text)).hasValue(micros(time.toInstant()));
                });
    }
}
