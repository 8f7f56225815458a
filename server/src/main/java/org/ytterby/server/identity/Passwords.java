package org.ytterby.server.identity;

import java.util.Locale;

/// What a password that people choose has to be: long, and not their name.
final class Passwords {
    static final int LENGTH_MIN = 12;
    static final int LENGTH_MAX = 200;

    private Passwords() {}

    static boolean isGood(String password, String name) {
        return password.codePointCount(0, password.length()) >= LENGTH_MIN
                && password.length() <= LENGTH_MAX
                && !password.toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT));
    }
}
