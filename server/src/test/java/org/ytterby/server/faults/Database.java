package org.ytterby.server.faults;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/// Where a ledger is stored, for a connection of one's own.
record Database(String url, String user, String password) {
    Connection open() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }
}
