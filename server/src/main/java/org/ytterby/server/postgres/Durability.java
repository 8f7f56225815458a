package org.ytterby.server.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// What a server must promise before the ledger acknowledges anything: a committed row survives a
/// crash, and a page harmed on disk is noticed.
public final class Durability {
    private static final List<String> SETTINGS =
            List.of("fsync", "full_page_writes", "synchronous_commit", "data_checksums");

    private Durability() {}

    /// Passes a server, embedded or not, whose settings hold in this session.
    ///
    /// @throws PostgresUnavailable that names each setting which is off, or if it cannot be asked
    public static void check(Connection connection) {
        List<String> off = new ArrayList<>();
        for (String setting : SETTINGS) {
            if (value(connection, setting).equals("off")) {
                off.add(setting);
            }
        }
        if (!off.isEmpty()) {
            String names = String.join(", ", off);
            throw PostgresUnavailable.because(
                    "The database may lose acknowledged records: %s must not be off."
                            .formatted(names),
                    "数据库可能丢失已确认的记录：%s 不得为 off。".formatted(names));
        }
    }

    private static String value(Connection connection, String setting) {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT current_setting(?)")) {
            statement.setString(1, setting);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        } catch (SQLException e) {
            throw PostgresUnavailable.sql(e);
        }
    }
}
