package org.ytterby.server.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
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
    CheckpointStore checkpointStore(JdbcClient jdbc, TransactionOperations transactions) {
        return new CheckpointStore(jdbc, transactions);
    }

    @Bean
    LogStore logStore(
            JdbcClient jdbc,
            TransactionOperations transactions,
            LedgerReader ledger,
            CheckpointStore checkpoints) {
        return new LogStore(jdbc, transactions, ledger, checkpoints);
    }

    /// @param policyFile names the witnesses; empty if there are none
    @Bean
    Cosigners cosigners(
            LogStore store,
            CheckpointStore checkpoints,
            @Value("${ytterby.witnesses:}") String policyFile) {
        return new Cosigners(store, checkpoints, witnesses(policyFile));
    }

    private static List<WitnessAddress> witnesses(String policyFile) {
        try {
            return policyFile.isEmpty()
                    ? List.of()
                    : WitnessAddress.parse(Files.readString(Path.of(policyFile)));
        } catch (IOException e) {
            throw new UncheckedIOException("the witnesses cannot be read: " + policyFile, e);
        }
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
    LogKeeper logKeeper(
            LogStore store,
            CheckpointStore checkpoints,
            Cosigners cosigners,
            LedgerReader ledger,
            SigningKey logKey,
            Clock clock) {
        return new LogKeeper(store, checkpoints, cosigners, ledger, logKey, clock);
    }

    @Bean
    LedgerWriter.Commits logCommits(LogKeeper keeper) {
        return (_, _) -> keeper.wake();
    }

    @Bean
    TransparencyLog transparencyLog(
            LogStore store, CheckpointStore checkpoints, LedgerReader ledger, SigningKey logKey) {
        return new TransparencyLog(store, checkpoints, ledger, logKey.verifier());
    }
}
