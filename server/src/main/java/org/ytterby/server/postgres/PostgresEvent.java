package org.ytterby.server.postgres;

import java.util.List;

/// What happened to a server that was serving.
public sealed interface PostgresEvent {
    /// Its postmaster ended without being asked to.
    ///
    /// @param log the last lines of the server's log
    record Died(long pid, List<String> log) implements PostgresEvent {}

    /// It serves again, on the same port.
    record Restarted(long pid) implements PostgresEvent {}

    /// It could not be started again; that is tried on and on.
    record NotRestarted(PostgresUnavailable reason) implements PostgresEvent {}
}
