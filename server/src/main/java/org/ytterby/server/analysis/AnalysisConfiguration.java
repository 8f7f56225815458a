package org.ytterby.server.analysis;

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

    @Bean
    LedgerWriter.Commits analysisCommits(AnalysisIndex index) {
        return (_, _) -> index.wake();
    }
}
