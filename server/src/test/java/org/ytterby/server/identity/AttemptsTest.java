package org.ytterby.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class AttemptsTest {
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final Attempts attempts =
            new Attempts(
                    new Clock() {
                        @Override
                        public Instant instant() {
                            return now;
                        }

                        @Override
                        public ZoneOffset getZone() {
                            return ZoneOffset.UTC;
                        }

                        @Override
                        public Clock withZone(ZoneId zone) {
                            return this;
                        }
                    });

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            attempts.failed("somebody");
        }
    }

    @Test
    void fiveFailuresMakeANameWaitAMinute() {
        fail(4);
        assertThat(attempts.wait("somebody")).isZero();
        fail(1);
        assertThat(attempts.wait("somebody")).isEqualTo(Duration.ofMinutes(1));
        assertThat(attempts.wait("another")).isZero();
        now = now.plusSeconds(60);
        assertThat(attempts.wait("somebody")).isZero();
    }

    @Test
    void afterTheWaitOneMoreFailureMakesItWaitAgain() {
        fail(5);
        now = now.plusSeconds(61);
        fail(1);
        assertThat(attempts.wait("somebody")).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void aSuccessForgetsFailures() {
        fail(4);
        attempts.succeeded("somebody");
        fail(4);
        assertThat(attempts.wait("somebody")).isZero();
    }
}
