package org.ytterby.app;

import java.nio.file.Path;

/// Where a service keeps what stays, unless told otherwise.
final class DataFolders {
    private DataFolders() {}

    /// The folder of a service: of this user, or of the whole machine for root, whose own folder
    /// the database may not enter.
    static Path of(String service) {
        boolean isRoot = System.getProperty("user.name", "").equals("root");
        Path home =
                isRoot
                        ? Path.of("/var/lib")
                        : Path.of(System.getProperty("user.home", "."), ".local", "share");
        return home.resolve("ytterby").resolve(service);
    }
}
