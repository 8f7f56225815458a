package org.ytterby.server;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.identity.Role;

/// A process of its own that does what `ytterby serve` does, with people who can sign in. It says
/// in a file where it serves, then runs until its input ends.
public final class ServiceChild {
    public static final String PASSWORD = "correct horse";

    private ServiceChild() {}

    /// @param words the data folder, the port, the file to write
    public static void main(String... words) throws Exception {
        LedgerService.Options options =
                new LedgerService.Options(
                        Path.of(words[0]), null, "127.0.0.1", Integer.parseInt(words[1]));
        try (LedgerService service = LedgerService.start(options)) {
            put(service, "admin", "authority", Role.ADMINISTRATOR);
            put(service, "officer", "authority", Role.PLAN_OFFICER);
            put(service, "holder", "P1", Role.ENTERPRISE_REPORTER);
            say(service, Path.of(words[2]));
            System.in.readAllBytes();
        }
    }

    private static void put(LedgerService service, String name, String organisation, Role role) {
        Caller person = new Caller(name, organisation, Set.of(role));
        if (!service.people().has(person)) { // each password takes long to encode
            service.people().put(person, PASSWORD);
        }
    }

    private static void say(LedgerService service, Path said) throws Exception {
        HikariDataSource pool = service.bean(DataSource.class).unwrap(HikariDataSource.class);
        Path unfinished = said.resolveSibling(said.getFileName() + ".unfinished");
        Files.write(
                unfinished,
                List.of(pool.getJdbcUrl(), pool.getUsername(), pool.getPassword()),
                StandardCharsets.UTF_8);
        Files.move(unfinished, said);
    }
}
