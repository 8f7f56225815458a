package org.ytterby.server.epcis;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What an operator sees of EPCIS, asked of the database when somebody looks.
@Component
final class EpcisMeters implements MeterBinder {
    private final JdbcClient jdbc;

    EpcisMeters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        FunctionCounter.builder("ytterby.epcis.events", this, EpcisMeters::captured)
                .description("EPCIS events captured, ever")
                .register(registry);
        Gauge.builder("ytterby.epcis.declarer.lag", this, EpcisMeters::undeclared)
                .baseUnit("events")
                .description("Captured events that were not yet looked at for flow records")
                .register(registry);
    }

    private double captured() {
        return number("SELECT next_event - 1 FROM epcis.writer");
    }

    private double undeclared() {
        return number(
                "SELECT w.next_event - 1 - d.declared FROM epcis.writer w CROSS JOIN epcis.declarer d");
    }

    private long number(String query) {
        return jdbc.sql(query).query(Long.class).single();
    }
}
