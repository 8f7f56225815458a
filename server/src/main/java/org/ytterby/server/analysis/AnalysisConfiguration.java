package org.ytterby.server.analysis;

import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.ytterby.server.ledger.LedgerReader;
import org.ytterby.server.ledger.LedgerWriter;

@Configuration(proxyBeanMethods = false)
class AnalysisConfiguration {
    @Bean
    AnalysisIndex analysisIndex(LedgerReader ledger) {
        return new AnalysisIndex(ledger);
    }

    /// The first generation begins when requests are answered: it keeps all processors busy, and
    /// what does not need it need not wait for it.
    @Bean
    ApplicationListener<ApplicationStartedEvent> analysisBegins(AnalysisIndex index) {
        return _ -> index.begin();
    }

    @Bean
    LedgerWriter.Commits analysisCommits(AnalysisIndex index) {
        return (_, _) -> index.wake();
    }
}
