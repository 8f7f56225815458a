package org.ytterby.server.postgres;

/// A role and its password.
public record Credentials(String user, String password) {
    /// Without the password.
    @Override
    public String toString() {
        return "Credentials[user=" + user + "]";
    }
}
