package org.ytterby.server.desk;

import java.nio.charset.StandardCharsets;
import org.springframework.web.util.UriUtils;

/// Parts of addresses.
public final class Addresses {
    private Addresses() {}

    /// A text as one part of a path.
    public static String segment(String text) {
        return UriUtils.encodePathSegment(text, StandardCharsets.UTF_8);
    }
}
