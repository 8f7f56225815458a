package org.ytterby.server.postgres;

import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/// The roles of a cluster with their passwords, kept in one file for us alone.
///
/// @param supervisor the superuser; only this package connects as such
/// @param owner owns the database, migrates it and writes
/// @param reader holds no rights but those it is granted
record Secrets(Credentials supervisor, Credentials owner, Credentials reader) {
    private static final int PASSWORD_BYTES = 32;

    /// Those of the folder, drawn at the first start.
    static Secrets of(Folders folders, SecureRandom random) {
        if (!Files.exists(folders.secrets())) {
            if (Files.exists(folders.data())) {
                throw PostgresUnavailable.because(
                        "%s is missing: without it nobody can enter the database in %s."
                                .formatted(folders.secrets(), folders.data()),
                        "缺少 %s：没有它便无法进入 %s 中的数据库。".formatted(folders.secrets(), folders.data()));
            }
            Folders.write(folders.secrets(), drawn(random).text());
        }
        return parsed(folders);
    }

    private static Secrets drawn(SecureRandom random) {
        return new Secrets(
                new Credentials("ytterby_supervisor", password(random)),
                new Credentials("ytterby", password(random)),
                new Credentials("ytterby_reader", password(random)));
    }

    private static String password(SecureRandom random) {
        byte[] bytes = new byte[PASSWORD_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (Credentials role : new Credentials[] {supervisor, owner, reader}) {
            text.append(role.user()).append('=').append(role.password()).append('\n');
        }
        return text.toString();
    }

    private static Secrets parsed(Folders folders) {
        Map<String, Credentials> roles = new LinkedHashMap<>();
        Folders.read(folders.secrets())
                .lines()
                .forEach(line -> {
                    int equals = line.indexOf('=');
                    if (equals > 0) {
                        String user = line.substring(0, equals);
                        String password = line.substring(equals + 1);
                        roles.put(user, new Credentials(user, password));
                    }
                });
        return new Secrets(
                role(roles, "ytterby_supervisor", folders),
                role(roles, "ytterby", folders),
                role(roles, "ytterby_reader", folders));
    }

    private static Credentials role(Map<String, Credentials> roles, String name, Folders folders) {
        Credentials role = roles.get(name);
        if (role == null) {
            throw PostgresUnavailable.because(
                    "%s does not hold the password of %s.".formatted(folders.secrets(), name),
                    "%s 中没有 %s 的密码。".formatted(folders.secrets(), name));
        }
        return role;
    }
}
