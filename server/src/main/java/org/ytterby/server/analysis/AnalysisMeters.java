package org.ytterby.server.analysis;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;
import org.ytterby.core.supervision.Severity;
import org.ytterby.server.ledger.LedgerReader;

/// What an operator sees of the analysis.
@Component
final class AnalysisMeters implements MeterBinder {
    private final AnalysisIndex index;
    private final LedgerReader ledger;

    AnalysisMeters(AnalysisIndex index, LedgerReader ledger) {
        this.index = index;
        this.ledger = ledger;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("ytterby.analysis.lag", () -> ledger.size() - Math.max(0, index.position()))
                .baseUnit("entries")
                .description("Entries of the ledger that the answers do not hold yet")
                .register(registry);
        for (Severity severity : Severity.values()) {
            Gauge.builder("ytterby.findings", () -> findings(severity))
                    .tag("severity", severity.code())
                    .description("Findings of the newest analysis")
                    .register(registry);
        }
    }

    private long findings(Severity severity) {
        if (index.position() < 0) {
            return 0;
        }
        return index.newest().reconciliation().findings().stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }
}
