package org.ytterby.server;

import java.net.URI;
import java.nio.file.Path;
import java.util.Set;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.identity.Role;

/// A service in this process on a database that is there, for experiments outside this package.
public record ServiceOn(LedgerService service) implements AutoCloseable {
    /// @param folder for its key; two services on one database have the same key
    public static ServiceOn start(Path folder, String url, String user, String password) {
        return new ServiceOn(
                LedgerService.start(
                        new LedgerService.Options(
                                folder,
                                new LedgerService.Database(url, user, password),
                                "127.0.0.1",
                                0)));
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + service.port());
    }

    /// Lets somebody sign in.
    public void put(String name, String organisation, Role role) {
        service.people().put(new Caller(name, organisation, Set.of(role)), ServiceChild.PASSWORD);
    }

    @Override
    public void close() {
        service.close();
    }
}
