package org.ytterby.server.web;

import java.net.URI;
import java.net.URISyntaxException;
import org.ytterby.core.ledger.Printable;

/// The address of the service as people reach it, through whatever stands before it.
///
/// @param uri absolute, http or https, without path, query and fragment
public record PublicUrl(URI uri) {
    /// The setting that holds it.
    public static final String SETTING = "ytterby.public-url";

    private static final int SHOWN = 200;

    /// @throws IllegalArgumentException unless the text is such an address
    public static PublicUrl parse(String text) {
        try {
            URI uri = new URI(text.strip().replaceFirst("/+$", ""));
            boolean isWeb = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            boolean isBare =
                    uri.getRawUserInfo() == null
                            && uri.getRawQuery() == null
                            && uri.getRawFragment() == null
                            && "".equals(uri.getRawPath());
            if (isWeb && isBare && uri.getHost() != null) {
                return new PublicUrl(uri);
            }
        } catch (URISyntaxException _) { // told below, with what would be right
        }
        throw new IllegalArgumentException(
                "where people sign in: an absolute http or https address such as https://ledger.example, without a path, not \"%1$s\" / 用户登录地址须为完整的 http 或 https 地址，如 https://ledger.example，不含路径：%1$s"
                        .formatted(Printable.of(text, SHOWN)));
    }

    /// The address of one of its pages.
    ///
    /// @param path that begins with a slash
    public URI page(String path) {
        return URI.create(uri + path);
    }
}
