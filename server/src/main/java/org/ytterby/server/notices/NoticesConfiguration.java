package org.ytterby.server.notices;

import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.ytterby.server.analysis.AnalysisIndex;
import org.ytterby.server.identity.Roster;
import org.ytterby.server.identity.ScopedReads;
import org.ytterby.server.ledger.CaseReader;
import org.ytterby.server.ledger.LedgerReader;
import org.ytterby.server.ledger.LedgerWriter;
import org.ytterby.server.ledger.ProposalReader;
import org.ytterby.server.webhook.Destinations;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class NoticesConfiguration {
    private static final int DAYS_MAX = 60;

    @Bean
    NoticeKeeper.Sources noticeSources(
            LedgerReader ledger,
            CaseReader cases,
            ProposalReader proposals,
            AnalysisIndex analysis,
            Roster roster) {
        return new NoticeKeeper.Sources(ledger, cases.whole(), proposals, analysis, roster);
    }

    @Bean
    NoticeStore noticeStore(JdbcClient jdbc, JdbcTemplate template) {
        return new NoticeStore(jdbc, template);
    }

    /// @param days before its end at which a deadline is told
    @Bean
    NoticeKeeper noticeKeeper(
            NoticeKeeper.Sources sources,
            NoticeStore store,
            TransactionOperations transactions,
            Clock clock,
            @Value("${ytterby.notices.days-before:3}") int days) {
        if (days < 0 || days > DAYS_MAX) {
            throw new IllegalStateException(
                    "ytterby.notices.days-before: 0 to 60, not %d / 须为 0 至 60".formatted(days));
        }
        return new NoticeKeeper(sources, store, transactions, clock, Duration.ofDays(days));
    }

    @Bean
    LedgerWriter.Commits noticeCommits(NoticeKeeper keeper) {
        return (_, _) -> keeper.wake();
    }

    @Bean
    Inbox inbox(JdbcClient jdbc, ScopedReads reads, Clock clock) {
        return new Inbox(jdbc, reads, clock);
    }

    @Bean
    Courier.Stores noticeStores(JdbcClient jdbc, NoticeStore notices, Inbox inbox, Roster roster) {
        return new Courier.Stores(
                new DeliveryStore(jdbc), new SettingStore(jdbc), notices, inbox, roster);
    }

    @Bean
    NoticeSettings noticeSettings(
            Courier.Stores stores,
            Destinations destinations,
            TransactionOperations transactions,
            Clock clock,
            Environment settings) {
        return new NoticeSettings(
                stores, destinations, transactions, clock, MailSettings.of(settings).isPresent());
    }

    @Bean
    Courier noticeCourier(
            Courier.Stores stores,
            Destinations destinations,
            Clock clock,
            JsonMapper json,
            Environment settings) {
        @Nullable Mailer mailer =
                MailSettings.of(settings).map(mail -> new Mailer(mail, clock)).orElse(null);
        Courier courier = new Courier(stores, mailer, destinations, json);
        courier.start(clock);
        return courier;
    }
}
