package org.ytterby.server.desk;

import java.security.SecureRandom;
import java.util.HexFormat;

/// Keys that a page sends with what binds somebody: sent twice, it counts once.
public final class FormKeys {
    private static final int BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private FormKeys() {}

    /// A key that no other page has.
    public static String fresh() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
