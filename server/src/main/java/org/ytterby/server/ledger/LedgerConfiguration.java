package org.ytterby.server.ledger;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.ytterby.server.identity.ScopedReads;

@Configuration(proxyBeanMethods = false)
class LedgerConfiguration {
    @Bean
    LedgerReader ledgerReader(DataSource source) {
        return new LedgerReader(source);
    }

    @Bean
    Submissions submissions(JdbcClient jdbc, ScopedReads reads) {
        return new Submissions(jdbc, reads);
    }

    /// @param listeners whoever works behind the commit
    @Bean
    LedgerWriter ledgerWriter(
            DataSource source,
            Clock clock,
            List<LedgerWriter.Commits> listeners,
            MeterRegistry meters) {
        return new LedgerWriter(
                source,
                clock,
                (first, next) -> listeners.forEach(listener -> listener.committed(first, next)),
                new LedgerMeters(meters));
    }

    @Bean
    MeterBinder ledgerGauges(LedgerWriter writer, LedgerReader reader) {
        return registry -> LedgerMeters.gauges(registry, writer, reader);
    }

    /// Not ready once another server writes the ledger.
    @Bean
    HealthIndicator ledgerHealthIndicator(LedgerWriter writer) {
        return () -> (writer.isWriting() ? Health.up() : Health.outOfService()).build();
    }
}
