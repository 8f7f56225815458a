package org.ytterby.server.proof;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Component;
import org.ytterby.server.ledger.LedgerReader;

/// What an operator sees of the log.
@Component
final class LogMeters implements MeterBinder {
    private final TransparencyLog log;
    private final LedgerReader ledger;
    private final Clock clock;

    /// When a checkpoint was last seen to cover the whole ledger.
    private final AtomicReference<Instant> covered;

    LogMeters(TransparencyLog log, LedgerReader ledger, Clock clock) {
        this.log = log;
        this.ledger = ledger;
        this.clock = clock;
        covered = new AtomicReference<>(clock.instant());
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("ytterby.log.lag", this::lag)
                .baseUnit("entries")
                .description("Entries that the newest checkpoint does not cover yet")
                .register(registry);
        Gauge.builder("ytterby.checkpoint.age", this::ageSeconds)
                .baseUnit("seconds")
                .description("Since a checkpoint was last seen to cover the whole ledger")
                .register(registry);
    }

    private long lag() {
        return Math.max(0, ledger.size() - log.size());
    }

    private double ageSeconds() {
        Instant now = clock.instant();
        if (lag() == 0) {
            covered.set(now);
        }
        return Duration.between(covered.get(), now).toMillis() / 1_000.0;
    }
}
