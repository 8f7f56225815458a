package org.ytterby.epcis.hash;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.ytterby.epcis.EpcisEvent;

/// The canonical event hash of CBV 2.0 as a name of RFC 6920. Pure; safe for any thread.
public final class EventHash {
    private static final String START = "ni:///sha-256;";
    private static final String END = "?ver=CBV2.0";

    private EventHash() {}

    /// The hash of an event, such as `ni:///sha-256;6ae9…39d7?ver=CBV2.0`.
    public static String of(EpcisEvent event) {
        byte[] digest = sha256().digest(preHash(event).getBytes(StandardCharsets.UTF_8));
        return START + HexFormat.of().formatHex(digest) + END;
    }

    /// The text that is hashed.
    public static String preHash(EpcisEvent event) {
        return PreHash.of(event);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
