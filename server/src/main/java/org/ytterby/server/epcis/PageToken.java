package org.ytterby.server.epcis;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import org.ytterby.server.webhook.Webhook;

/// Where the next page of a query begins: behind an event, among those that were there when the
/// first page was given.
///
/// @param micros of the order's time
/// @param id of the last event given
/// @param upTo the last event that was there
/// @param left events that the query's limit still allows; -1 for all
/// @param query digest of the query that it belongs to
/// @param expiresSeconds when it ends to be valid, since 1970
record PageToken(long micros, long id, long upTo, int left, byte[] query, long expiresSeconds) {
    static final int DIGEST_BYTES = 16;

    private static final int BODY_BYTES = 4 * Long.BYTES + Integer.BYTES + DIGEST_BYTES;
    private static final int SIGNATURE_BYTES = 16;

    /// The token as text, signed.
    String text(byte[] key) {
        byte[] body =
                ByteBuffer.allocate(BODY_BYTES)
                        .putLong(micros)
                        .putLong(id)
                        .putLong(upTo)
                        .putInt(left)
                        .put(query)
                        .putLong(expiresSeconds)
                        .array();
        byte[] all = Arrays.copyOf(body, BODY_BYTES + SIGNATURE_BYTES);
        System.arraycopy(signature(body, key), 0, all, BODY_BYTES, SIGNATURE_BYTES);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
    }

    /// @throws EpcisProblem if it is none of ours, of another query, or has run out
    static PageToken parse(String text, byte[] key, byte[] query, long nowSeconds) {
        byte[] all;
        try {
            all = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw refused("no token of this service", "不是本服务的令牌");
        }
        if (all.length != BODY_BYTES + SIGNATURE_BYTES) {
            throw refused("no token of this service", "不是本服务的令牌");
        }
        byte[] body = Arrays.copyOf(all, BODY_BYTES);
        if (!MessageDigest.isEqual(
                Arrays.copyOfRange(all, BODY_BYTES, all.length), signature(body, key))) {
            throw refused("no token of this service", "不是本服务的令牌");
        }
        PageToken token = of(ByteBuffer.wrap(body));
        if (!Arrays.equals(token.query, query)) {
            throw refused("the token belongs to another query", "令牌属于另一个查询");
        }
        if (token.expiresSeconds < nowSeconds) {
            throw refused("the token has run out", "令牌已过期");
        }
        return token;
    }

    private static PageToken of(ByteBuffer body) {
        long micros = body.getLong();
        long id = body.getLong();
        long upTo = body.getLong();
        int left = body.getInt();
        byte[] query = new byte[DIGEST_BYTES];
        body.get(query);
        return new PageToken(micros, id, upTo, left, query, body.getLong());
    }

    private static EpcisProblem refused(String en, String zh) {
        return EpcisProblem.of(
                EpcisProblem.Kind.QUERY_PARAMETER, "nextPageToken: " + en, "nextPageToken：" + zh);
    }

    private static byte[] signature(byte[] body, byte[] key) {
        return Arrays.copyOf(Webhook.hmac(body, key), SIGNATURE_BYTES);
    }
}
