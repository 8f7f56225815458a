package org.ytterby.server.postgres;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;

/// A process of its own that serves a data folder: says so in a file, then waits to be ended.
final class PostgresChild {
    private PostgresChild() {}

    /// @param words the data folder, the folder of the programs, the file to write
    public static void main(String... words) throws Exception {
        Settings settings = new Settings(Path.of(words[0]), Path.of(words[1]), 0, 16);
        Path said = Path.of(words[2]);
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(settings)) {
            try (Connection connection =
                            DriverManager.getConnection(
                                    postgres.jdbcUrl(), postgres.user(), postgres.password());
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE TABLE IF NOT EXISTS lot (id text PRIMARY KEY)");
                statement.execute("INSERT INTO lot VALUES ('child') ON CONFLICT DO NOTHING");
            }
            Path unfinished = said.resolveSibling(said.getFileName() + ".unfinished");
            Files.writeString(unfinished, postgres.pid() + "\n");
            Files.move(unfinished, said);
            // ends with its input
            System.in.readAllBytes();
        }
    }
}
