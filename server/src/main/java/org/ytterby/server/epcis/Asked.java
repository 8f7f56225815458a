package org.ytterby.server.epcis;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.ytterby.epcis.Names;
import org.ytterby.epcis.json.Json;

/// The parameters of a request, those of paging apart.
///
/// @param parameters of the query, each with its values
/// @param token null for the first page
record Asked(Map<String, List<String>> parameters, int perPage, @Nullable String token) {
    private static final String TOKEN = "nextPageToken";
    private static final String PER_PAGE = "perPage";

    static Asked of(HttpServletRequest request) {
        Map<String, List<String>> parameters = new TreeMap<>();
        request.getParameterMap()
                .forEach((name, values) ->
                        parameters.put(name, List.of(String.join("|", values).split("\\|", -1))));
        List<String> token = parameters.remove(TOKEN);
        List<String> perPage = parameters.remove(PER_PAGE);
        int asked =
                perPage == null
                        ? EventPages.PER_PAGE_DEFAULT
                        : new Parameter(PER_PAGE, perPage).count(1);
        return new Asked(
                parameters,
                Math.min(asked, EventPages.PER_PAGE_MAX),
                token == null ? null : new Parameter(TOKEN, token).single());
    }

    /// Refuses parameters where there is no query.
    Asked withoutParameters() {
        for (Map.Entry<String, List<String>> parameter : parameters.entrySet()) {
            throw new Parameter(parameter.getKey(), parameter.getValue()).unknown();
        }
        return this;
    }

    /// What the request says of prefixes: `GS1-Extensions: example=https://example.org/`.
    static Names names(HttpServletRequest request) {
        String header = request.getHeader(Headers.EXTENSIONS);
        Map<String, Json> meanings = new LinkedHashMap<>();
        for (String part : header == null ? new String[0] : header.split(",")) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                meanings.put(
                        part.substring(0, equals).strip(),
                        new Json.Text(part.substring(equals + 1).strip()));
            }
        }
        return Names.OF_THE_STANDARD.with(new Json.Members(meanings));
    }

    /// The link to the next page of a request (RFC 8288).
    static String link(HttpServletRequest request, String token) {
        StringBuilder url = new StringBuilder(request.getRequestURL()).append('?');
        request.getParameterMap()
                .forEach((name, values) -> {
                    if (!name.equals(TOKEN)) {
                        for (String value : values) {
                            url.append(encoded(name))
                                    .append('=')
                                    .append(encoded(value))
                                    .append('&');
                        }
                    }
                });
        return "<" + url.append(TOKEN).append('=').append(encoded(token)) + ">; rel=\"next\"";
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
