package org.ytterby.server.epcis;

import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.ytterby.server.identity.ReadLog;
import org.ytterby.server.identity.ScopedReads;
import org.ytterby.server.ledger.LedgerReader;
import org.ytterby.server.ledger.LedgerWriter;
import org.ytterby.server.webhook.Destinations;

@Configuration(proxyBeanMethods = false)
class EpcisConfiguration implements WebMvcConfigurer {
    @Bean
    Oversight oversight(LedgerReader ledger) {
        return new Oversight(ledger);
    }

    @Bean
    EventStore eventStore(JdbcClient jdbc, ScopedReads reads, Oversight oversight) {
        return new EventStore(jdbc, reads, oversight);
    }

    @Bean
    JobStore jobStore(JdbcClient jdbc, ScopedReads reads, Oversight oversight) {
        return new JobStore(jdbc, reads, oversight);
    }

    @Bean
    Recorder recorder(DataSource source, Clock clock, Dispatcher dispatcher, Declarer declarer) {
        return new Recorder(
                source,
                clock,
                () -> {
                    dispatcher.wake();
                    declarer.wake();
                });
    }

    @Bean
    Declarer declarer(
            JdbcClient jdbc,
            TransactionOperations transactions,
            EventStore store,
            LedgerWriter ledger) {
        return new Declarer(jdbc, transactions, store, ledger);
    }

    @Bean
    NamedQueries namedQueries(JdbcClient jdbc, ScopedReads reads) {
        return new NamedQueries(jdbc, reads);
    }

    @Bean
    Subscriptions epcisSubscriptions(JdbcClient jdbc, ScopedReads reads) {
        return new Subscriptions(jdbc, reads);
    }

    @Bean
    Dispatcher dispatcher(
            Subscriptions subscriptions,
            NamedQueries queries,
            EventStore store,
            Destinations destinations,
            ReadLog log,
            Clock clock) {
        return new Dispatcher(subscriptions, queries, store, destinations, log, clock);
    }

    @Bean
    Answers epcisAnswers(EventStore store, Clock clock) {
        return new Answers(store, new EventPages(store, clock), clock);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new VersionInterceptor()).addPathPatterns("/epcis", "/epcis/**");
    }

    /// Names of events and things are URIs, and stand in addresses escaped: the escaped slash is
    /// part of the name and divides no path. Values of a parameter are divided by a bare `|`.
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> namesInAddresses() {
        return factory ->
                factory.addConnectorCustomizers(connector -> {
                    connector.setEncodedSolidusHandling("passthrough");
                    connector.setProperty("relaxedQueryChars", "|");
                    connector.setProperty(
                            "maxHttpRequestHeaderSize",
                            Integer.toString(2 * VersionInterceptor.URI_MAX));
                });
    }

    /// The same for the firewall. Rules and handlers both go by the segments of the path as they
    /// were sent, so that an escaped slash cannot slip past one of them.
    @Bean
    HttpFirewall namesInAddressesFirewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowUrlEncodedSlash(true);
        firewall.setAllowUrlEncodedDoubleSlash(true);
        firewall.setAllowUrlEncodedPercent(true);
        firewall.setAllowSemicolon(true);
        return firewall;
    }
}
