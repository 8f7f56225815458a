package org.ytterby.server.ledger;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.ytterby.core.ledger.entry.Entry;
import org.ytterby.core.ledger.entry.Refusal;

/// What an operator sees of the writer.
final class LedgerMeters implements LedgerWriter.Watch {
    private final Counter accepted;
    private final Map<Refusal.Code, Counter> refused = new EnumMap<>(Refusal.Code.class);
    private final DistributionSummary batch;
    private final Timer commit;

    LedgerMeters(MeterRegistry registry) {
        accepted = submissions(registry, "accepted", "");
        for (Refusal.Code code : Refusal.Code.values()) {
            refused.put(code, submissions(registry, "refused", code.text()));
        }
        batch =
                DistributionSummary.builder("ytterby.batch")
                        .baseUnit("submissions")
                        .description("Submissions recorded in one transaction")
                        .register(registry);
        commit =
                Timer.builder("ytterby.commit")
                        .description("Deciding and recording a batch")
                        .serviceLevelObjectives(
                                Duration.ofMillis(5),
                                Duration.ofMillis(20),
                                Duration.ofMillis(100),
                                Duration.ofMillis(500),
                                Duration.ofSeconds(2))
                        .register(registry);
    }

    private static Counter submissions(MeterRegistry registry, String outcome, String code) {
        return Counter.builder("ytterby.submissions")
                .description("Submissions answered, by outcome and code of the refusal")
                .tag("outcome", outcome)
                .tag("code", code)
                .register(registry);
    }

    @Override
    public void written(List<Answer> answers, long nanos) {
        commit.record(Duration.ofNanos(nanos));
        batch.record(answers.size());
        for (Answer answer : answers) {
            switch (answer.outcome()) {
                case Entry.Outcome.Accepted() -> accepted.increment();
                case Entry.Outcome.Refused(Refusal refusal) -> count(refusal.code());
            }
        }
    }

    private void count(Refusal.Code code) {
        Counter counter = refused.get(code);
        if (counter != null) {
            counter.increment();
        }
    }

    /// What is asked when somebody looks.
    static void gauges(MeterRegistry registry, LedgerWriter writer, LedgerReader reader) {
        Gauge.builder("ytterby.submissions.waiting", writer, LedgerWriter::waiting)
                .description("Submissions that wait to be decided")
                .register(registry);
        Gauge.builder("ytterby.ledger.writing", writer, w -> w.isWriting() ? 1 : 0)
                .description("1 while this server is the writer, 0 once another has taken over")
                .register(registry);
        Gauge.builder("ytterby.ledger.position", reader, LedgerReader::size)
                .description("Entries of the ledger")
                .register(registry);
    }
}
