package org.ytterby.server.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.ytterby.core.proof.SigningKey;
import org.ytterby.server.ledger.LedgerReader;
import org.ytterby.server.ledger.LedgerWriter;

@Configuration(proxyBeanMethods = false)
class LogConfiguration {
    @Bean
    LogStore logStore(JdbcClient jdbc, TransactionOperations transactions, LedgerReader ledger) {
        return new LogStore(jdbc, transactions, ledger);
    }

    /// @param keyFile holds the log's signing key, as `ytterby key` writes it
    @Bean
    SigningKey logKey(@Value("${ytterby.log-key}") Path keyFile) {
        try {
            return SigningKey.parse(Files.readString(keyFile).strip());
        } catch (IOException e) {
            throw new UncheckedIOException("the log's signing key cannot be read: " + keyFile, e);
        }
    }

    @Bean
    LogKeeper logKeeper(LogStore store, LedgerReader ledger, SigningKey logKey, Clock clock) {
        return new LogKeeper(store, ledger, logKey, clock);
    }

    @Bean
    LedgerWriter.Commits logCommits(LogKeeper keeper) {
        return (_, _) -> keeper.wake();
    }

    @Bean
    TransparencyLog transparencyLog(LogStore store, LedgerReader ledger, SigningKey logKey) {
        return new TransparencyLog(store, ledger, logKey.verifier());
    }
}
