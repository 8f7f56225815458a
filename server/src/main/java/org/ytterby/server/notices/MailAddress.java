package org.ytterby.server.notices;

import java.util.regex.Pattern;

/// The form of an e-mail address that mail is sent to: the plain one of RFC 5321, in ASCII, without
/// quotes and comments, so that nothing in it can end a line of a mail or of the talk with a
/// server.
final class MailAddress {
    private static final int LENGTH_MAX = 254;
    private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
    private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
    private static final Pattern FORM =
            Pattern.compile("(?=.{1,64}@)%1$s(?:\\.%1$s)*@%2$s(?:\\.%2$s)*".formatted(ATOM, LABEL));

    private MailAddress() {}

    static boolean isGood(String address) {
        return address.length() <= LENGTH_MAX && FORM.matcher(address).matches();
    }
}
