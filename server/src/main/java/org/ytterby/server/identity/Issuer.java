package org.ytterby.server.identity;

import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An issuer of tokens elsewhere (OpenID Connect) whose word counts here.
///
/// @param url as in its tokens; what it offers is found below it
/// @param audience that a token must be meant for
/// @param client as which people are sent there to sign in on pages; null where they are not
public record Issuer(String url, String audience, Claims claims, @Nullable Client client) {
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "[::1]", "localhost");

    /// Which claims say what. A claim inside of another is named with a dot, such as
    /// `realm_access.roles`.
    ///
    /// @param roles a list or a text divided by spaces
    /// @param jurisdiction `national` or a region; without it roles of an authority do not count
    public record Claims(String name, String organisation, String roles, String jurisdiction) {
        public static final Claims USUAL =
                new Claims("sub", "organisation", "roles", "jurisdiction");
    }

    /// What this service is to the issuer.
    ///
    /// @param secret empty for a public client, which PKCE alone protects
    /// @param address of this service as people reach it, without a path
    public record Client(String id, String secret, String address) {
        /// Where the issuer sends people back to.
        public static final String RETURN = "/sign-in/issuer/answer";

        /// @throws IllegalArgumentException unless the id is there and the address is `https`, or
        ///   `http` on this machine
        public Client {
            if (id.isBlank()) {
                throw new IllegalArgumentException("a client has an id / 客户端标识不能为空");
            }
            address = address.replaceFirst("/+$", "");
            if (!isSafe(address)) {
                throw new IllegalArgumentException(
                        "people reach the service over https, or http on this machine / 服务地址须用 https，本机可用 http: "
                                + address);
            }
        }

        String returnAddress() {
            return address + RETURN;
        }

        /// Without the secret.
        @Override
        public String toString() {
            return id + " at " + address;
        }
    }

    /// One whose people ask with its tokens alone.
    public Issuer(String url, String audience, Claims claims) {
        this(url, audience, claims, null);
    }

    /// @throws IllegalArgumentException unless the address is `https`, or `http` on this machine
    public Issuer {
        if (!isSafe(url)) {
            throw new IllegalArgumentException(
                    "an issuer is reached over https, or http on this machine / 签发方须用 https，本机可用 http: "
                            + url);
        }
        if (audience.isBlank()) {
            throw new IllegalArgumentException("an audience is not empty / 受众不能为空");
        }
    }

    private static boolean isSafe(String address) {
        URI uri = URI.create(address);
        String host = uri.getHost();
        return host != null
                && ("https".equals(uri.getScheme())
                        || ("http".equals(uri.getScheme()) && LOOPBACK.contains(host)));
    }
}
