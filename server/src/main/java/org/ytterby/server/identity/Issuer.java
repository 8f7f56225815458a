package org.ytterby.server.identity;

import java.net.URI;
import java.util.Set;

/// An issuer of tokens elsewhere (OpenID Connect) whose word counts here.
///
/// @param url as in its tokens; what it offers is found below it
/// @param audience that a token must be meant for
public record Issuer(String url, String audience, Claims claims) {
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

    /// @throws IllegalArgumentException unless the address is `https`, or `http` on this machine
    public Issuer {
        URI uri = URI.create(url);
        String host = uri.getHost();
        boolean isSafe =
                host != null
                        && ("https".equals(uri.getScheme())
                                || ("http".equals(uri.getScheme()) && LOOPBACK.contains(host)));
        if (!isSafe) {
            throw new IllegalArgumentException(
                    "an issuer is reached over https, or http on this machine / 签发方须用 https，本机可用 http: "
                            + url);
        }
        if (audience.isBlank()) {
            throw new IllegalArgumentException("an audience is not empty / 受众不能为空");
        }
    }
}
