package org.ytterby.formats.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.ytterby.core.ledger.Duty;
import org.ytterby.core.ledger.LedgerTime;

class DutyTest {
    private static boolean isAsked(String code, String time) {
        long micros = LedgerTime.parse(time).orElseThrow();
        return Law.shipped().duties().stream()
                .anyMatch(duty -> duty.code().equals(code) && duty.span().contains(micros));
    }

    @Test
    void everyDutyIsSaidInBothLanguagesAndSaysWhereItWasRead() {
        assertThat(Law.shipped().duties())
                .isNotEmpty()
                .allSatisfy(duty -> {
                    assertThat(duty.law().en()).isNotBlank();
                    assertThat(duty.law().zh()).isNotBlank();
                    assertThat(duty.asks().en()).isNotBlank();
                    assertThat(duty.asks().zh()).isNotBlank();
                    assertThat(duty.source()).isNotBlank();
                })
                .extracting(Duty::confidence)
                .allMatch(word -> word.equals("primary") || word.equals("secondary"));
    }

    @Test
    void aDutyHoldsFromTheDayOfItsLaw() {
        assertThat(isAsked("record-flow", "2024-09-30T23:59:59+08:00")).isFalse();
        assertThat(isAsked("record-flow", "2024-10-01T00:00:00+08:00")).isTrue();
    }
}
