package org.ytterby.server;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.ytterby.server.LedgerService.Database;
import org.ytterby.server.postgres.ReaderRole;

/// The database on its way: started, and brought to the newest schema, while the application reads
/// what it is made of. Waited for before the first part of the application is made.
final class OpeningDatabase {
    private final CompletableFuture<Opened> opened;

    private OpeningDatabase(CompletableFuture<Opened> opened) {
        this.opened = opened;
    }

    private record Opened(ServiceDatabase database, Path key) {}

    /// Begins to open, on a thread of its own.
    static OpeningDatabase begin(Path data, @Nullable Database external) {
        return new OpeningDatabase(
                CompletableFuture.supplyAsync(
                        () -> open(data, external),
                        task -> Thread.ofPlatform().name("database-start").start(task)));
    }

    private static Opened open(Path data, @Nullable Database external) {
        ServiceDatabase database = ServiceDatabase.start(data, external);
        try {
            return new Opened(database, database.fit(data));
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /// Waits until it is open.
    ///
    /// @throws RuntimeException that says why it cannot be opened
    ServiceDatabase database() {
        return opened().database();
    }

    /// Waits until it is open.
    ///
    /// @return what the application has to know of it
    Map<String, Object> settings() {
        Opened now = opened();
        Database database = now.database().database();
        return Map.of(
                "spring.datasource.url", database.url(),
                "spring.datasource.username", database.user(),
                "spring.datasource.password", database.password(),
                "ytterby.reader", ReaderRole.of(database.user()),
                "ytterby.log-key", now.key().toString());
    }

    private Opened opened() {
        try {
            return opened.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException reason ? reason : e;
        }
    }

    /// Waits until it is open or has failed, and closes it.
    void abandon() {
        opened.handle(
                        (now, failure) -> {
                            if (failure == null) {
                                now.database().close();
                            }
                            return failure == null;
                        })
                .join();
    }
}
