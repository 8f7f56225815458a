package org.ytterby.server.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/// The account that a service begins with: an administrator who can add all others.
public final class FirstAccount {
    public static final String NAME = "admin";

    private static final String ORGANISATION = "authority";
    private static final String FILE = "first-password";

    private FirstAccount() {}

    /// Makes the account where nobody has one, and puts its temporary password into a file for the
    /// operator alone.
    ///
    /// @return the file; empty if there are accounts already
    public static Optional<Path> ensure(People people, Path data) {
        if (!people.isEmpty()) {
            return Optional.empty();
        }
        Path file = data.resolve(FILE);
        try {
            Files.deleteIfExists(file);
            Files.createFile(
                    file,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
            Optional<String> password =
                    people.add(new Caller(NAME, ORGANISATION, Set.of(Role.ADMINISTRATOR)));
            if (password.isPresent()) {
                Files.writeString(file, password.get() + "\n");
            }
            return password.map(_ -> file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
