package org.ytterby.server.notices;

import java.util.Locale;

/// A way on which somebody is told something outside of the service.
enum Channel {
    /// The code for a new e-mail address.
    CONFIRMATION,
    MAIL,
    WEBHOOK;

    /// The name in tables, such as `mail`.
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
