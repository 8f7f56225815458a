package org.ytterby.server.ledger;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Enumeration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;

/// The entity tag of an answer that follows from a position of the ledger, from what the caller may
/// see and from what they ask for: equal tags, equal bytes.
public final class PositionTag {
    private static final int BYTES = 16;
    private static final String WEAK = "W/";

    private PositionTag() {}

    /// The tag as it stands in the header `ETag`.
    ///
    /// @param position that is answered from
    /// @param scope a text that tells apart whoever sees different things
    public static String of(long position, String scope, HttpServletRequest request) {
        String decides =
                String.join(
                        "\n",
                        version(),
                        Long.toString(position),
                        scope,
                        request.getRequestURI(),
                        String.valueOf(request.getQueryString()));
        byte[] hash = sha256(decides);
        return '"'
                + Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, BYTES))
                + '"';
    }

    /// Whether the caller says that they have the answer with this tag.
    public static boolean isKnown(String tag, HttpServletRequest request) {
        Enumeration<String> headers = request.getHeaders(HttpHeaders.IF_NONE_MATCH);
        while (headers.hasMoreElements()) {
            for (String known : headers.nextElement().split(",", -1)) {
                String strong = known.strip();
                strong = strong.startsWith(WEAK) ? strong.substring(WEAK.length()) : strong;
                if (strong.equals(tag)) {
                    return true;
                }
            }
        }
        return false;
    }

    /// How answers that bear a tag may be kept: by the caller alone, and asked for anew each time.
    public static CacheControl caching() {
        return CacheControl.noCache().cachePrivate();
    }

    /// Another version may word the same answer otherwise.
    private static String version() {
        @Nullable String version = PositionTag.class.getPackage().getImplementationVersion();
        return String.valueOf(version);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
