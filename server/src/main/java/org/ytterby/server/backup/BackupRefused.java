package org.ytterby.server.backup;

import org.jspecify.annotations.Nullable;
import org.ytterby.formats.Wording;

/// A backup cannot be made, or is not put into the database that was named.
public final class BackupRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Wording wording;

    BackupRefused(String en, String zh) {
        this(en, zh, null);
    }

    BackupRefused(String en, String zh, @Nullable Throwable cause) {
        super(en, cause);
        wording = new Wording(en, zh);
    }

    public Wording wording() {
        return wording;
    }
}
