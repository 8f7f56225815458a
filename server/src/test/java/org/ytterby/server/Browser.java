package org.ytterby.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A browser of its own, as far as cookies, redirects and forms go.
final class Browser implements AutoCloseable {
    private final TestService service;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .cookieHandler(new CookieManager())
                    .followRedirects(HttpClient.Redirect.NORMAL)
                    .build();

    Browser(TestService service) {
        this.service = service;
    }

    /// Somebody who has signed in on the page, in English.
    static Browser signedIn(TestService service, String name) throws Exception {
        Browser browser = new Browser(service);
        HttpResponse<String> landed = browser.signIn(name, TestService.PASSWORD, "/");
        assertThat(landed.statusCode()).as(landed.body()).isEqualTo(200);
        return browser;
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    HttpResponse<String> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(service.uri(path)));
    }

    HttpResponse<byte[]> file(String path) throws Exception {
        return http.send(
                HttpRequest.newBuilder(service.uri(path)).build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /// Sends a form of a page with fields, and with the page's own hidden ones.
    HttpResponse<String> post(String page, String action, String fields) throws Exception {
        return send(
                HttpRequest.newBuilder(service.uri(action))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        fields + "&_csrf=" + encoded(token(page)))));
    }

    String token(String page) throws Exception {
        Matcher token =
                Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(get(page).body());
        assertThat(token.find()).as("a form in %s", page).isTrue();
        return token.group(1);
    }

    HttpResponse<String> signIn(String name, String password, String next) throws Exception {
        return post(
                "/sign-in",
                "/sign-in",
                "name=%s&password=%s&code=&next=%s"
                        .formatted(encoded(name), encoded(password), encoded(next)));
    }

    /// Hands a package in as a browser does.
    HttpResponse<String> upload(byte[] file) throws Exception {
        return upload("/ledger", "/ledger/packages", "package", file);
    }

    /// Hands a file in as a browser does.
    ///
    /// @param page that the form stands on
    /// @param field of the file
    /// @param others fields and their values in turn
    HttpResponse<String> upload(
            String page, String action, String field, byte[] file, String... others)
            throws Exception {
        String boundary = "----somewhere";
        StringBuilder head = new StringBuilder(part(boundary, "_csrf", token(page)));
        for (int i = 0; i < others.length; i += 2) {
            head.append(part(boundary, others[i], others[i + 1]));
        }
        head.append(
                """
                --%s\r
                Content-Disposition: form-data; name="%s"; filename="file.zip"\r
                Content-Type: application/octet-stream\r
                \r
                """
                        .formatted(boundary, field));
        byte[] tail = ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8);
        return send(
                HttpRequest.newBuilder(service.uri(action))
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .POST(
                                HttpRequest.BodyPublishers.concat(
                                        HttpRequest.BodyPublishers.ofByteArray(
                                                head.toString().getBytes(StandardCharsets.UTF_8)),
                                        HttpRequest.BodyPublishers.ofByteArray(file),
                                        HttpRequest.BodyPublishers.ofByteArray(tail))));
    }

    private static String part(String boundary, String name, String value) {
        return "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                .formatted(boundary, name, value);
    }

    @Override
    public void close() {
        http.close();
    }
}
