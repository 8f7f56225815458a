package org.ytterby.server.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/// Where the server is found. A stranger on its port who asks for the password in the clear is
/// turned away.
record Sessions(int port) {
    static final String DATABASE = "ytterby";
    private static final String CONNECT_SECONDS_MAX = "10";

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s?requireAuth=scram-sha-256&sslmode=disable&gssEncMode=disable"
                .formatted(port, database);
    }

    Connection open(String database, Credentials credentials) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", credentials.user());
        properties.setProperty("password", credentials.password());
        properties.setProperty("connectTimeout", CONNECT_SECONDS_MAX);
        properties.setProperty("loginTimeout", CONNECT_SECONDS_MAX);
        return DriverManager.getConnection(url(database), properties);
    }
}
