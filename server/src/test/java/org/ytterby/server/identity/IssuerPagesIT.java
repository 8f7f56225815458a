package org.ytterby.server.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ytterby.server.TestService;

/// Signing in on pages at an issuer elsewhere, there and back. The issuer goes away in the last
/// test.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class IssuerPagesIT {
    private static final String BEGIN = "/sign-in/issuer?next=/account";

    private static LoopbackIssuer issuer;
    private static TestService service;

    @BeforeAll
    static void start() throws Exception {
        issuer = LoopbackIssuer.start();
        service = new TestService(issuer.forPages());
    }

    @AfterAll
    static void close() throws Exception {
        service.close();
        issuer.close();
    }

    @BeforeEach
    void honest() {
        issuer.identifies(null);
    }

    /// A browser that goes nowhere by itself.
    private static HttpClient browser() {
        return HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    }

    private static HttpResponse<String> get(HttpClient browser, URI uri) throws Exception {
        return browser.send(
                HttpRequest.newBuilder(uri).header("Accept-Language", "en").build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static URI location(HttpResponse<String> answer) {
        return URI.create(answer.headers().firstValue("Location").orElseThrow());
    }

    /// Where the issuer sends a browser that began to sign in; on the port of this service, which
    /// was not known when the issuer was told.
    private static URI back(HttpClient browser) throws Exception {
        HttpResponse<String> there = get(browser, service.uri(BEGIN));
        assertThat(there.statusCode()).as(there.body()).isEqualTo(303);
        URI back = location(get(browser, location(there)));
        return service.uri(back.getPath() + "?" + back.getRawQuery());
    }

    @Test
    @Order(1)
    void whoIsKnownThereIsSignedInHere() throws Exception {
        try (HttpClient browser = browser()) {
            assertThat(get(browser, service.uri("/sign-in")).body())
                    .contains("/sign-in/issuer?next=/");
            HttpResponse<String> landed = get(browser, back(browser));
            assertThat(landed.statusCode()).as(landed.body()).isEqualTo(200);
            assertThat(landed.body()).contains("http-equiv=\"refresh\" content=\"0;url=/account\"");
            assertThat(landed.headers().allValues("Set-Cookie"))
                    .anySatisfy(cookie ->
                            assertThat(cookie)
                                    .startsWith("ytterby_session=")
                                    .contains("SameSite=Strict", "HttpOnly"));
            HttpResponse<String> account = get(browser, service.uri("/account"));
            assertThat(account.body())
                    .contains("oidc:person-1", "supervisor", "kept by another service")
                    .doesNotContain("href=\"/account/password\"");
            assertThat(get(browser, service.uri("/account/password")).statusCode()).isEqualTo(409);
            assertThat(get(browser, service.uri("/account/sessions")).body()).contains("this one");
        }
    }

    @Test
    @Order(2)
    void onlyTheBrowserThatAskedIsAnswered() throws Exception {
        try (HttpClient victim = browser();
                HttpClient other = browser()) {
            URI back = back(other);
            HttpResponse<String> forged = get(victim, back);
            assertThat(forged.statusCode()).as("a browser that asked nothing").isEqualTo(401);
            assertThat(forged.body()).contains("not the answer to what this browser asked");
            back(victim);
            assertThat(get(victim, back).statusCode()).as("one that asked else").isEqualTo(401);
            assertThat(get(other, back).statusCode()).isEqualTo(200);
            assertThat(get(other, back).statusCode()).as("twice").isEqualTo(401);
        }
    }

    @Test
    @Order(3)
    void whatTheIssuerRefusesOrAnotherSendsIsRefused() throws Exception {
        try (HttpClient browser = browser()) {
            String query = back(browser).getRawQuery();
            String state = query.replaceAll(".*(state=[^&]*).*", "$1");
            Map<String, String> cases = new LinkedHashMap<>();
            cases.put("declined", state + "&error=access_denied");
            cases.put("no code", state);
            cases.put("a code of nobody", state + "&code=made-up");
            cases.put("of another issuer", query.replaceAll("iss=[^&]*", "iss=http://other"));
            cases.put("no state", query.replaceAll("state=[^&]*", "state="));
            for (Map.Entry<String, String> one : cases.entrySet()) {
                back(browser); // a browser's secret is good for one answer
                String own = back(browser).getRawQuery().replaceAll(".*(state=[^&]*).*", "$1");
                HttpResponse<String> page =
                        get(
                                browser,
                                service.uri(
                                        Issuer.Client.RETURN
                                                + "?"
                                                + one.getValue().replace(state, own)));
                assertThat(page.statusCode()).as(one.getKey()).isEqualTo(401);
                assertThat(page.body()).as(one.getKey()).contains("role=\"alert\"");
            }
        }
    }

    private static LoopbackIssuer.Identity with(String claim, @Nullable Object value) {
        return asked -> issuer.token(issuer.claimsFor(asked).claim(claim, value), "JWT");
    }

    @Test
    @Order(4)
    void anIdentityThatIsNotToBeBelievedIsRefused() throws Exception {
        Date past = Date.from(Instant.now().minusSeconds(120));
        Map<String, LoopbackIssuer.Identity> cases = new LinkedHashMap<>();
        cases.put("of another sign-in", with("nonce", "another"));
        cases.put("without nonce", with("nonce", null));
        cases.put("for others", with("aud", "ytterby"));
        cases.put("for others too, got by them", with("aud", List.of("desk", "other")));
        cases.put("got by others", with("azp", "other"));
        cases.put("of another issuer", with("iss", "http://other"));
        cases.put("expired", with("exp", past));
        cases.put("without end", with("exp", null));
        cases.put("without name", with("sub", null));
        cases.put("unsigned", asked -> issuer.unsigned(issuer.claimsFor(asked)));
        cases.put("signed by another", asked -> issuer.forged(issuer.claimsFor(asked)));
        cases.put("signed with the public key", asked -> issuer.confused(issuer.claimsFor(asked)));
        cases.put("none", _ -> "");
        cases.put("garbage", _ -> "a.b.c");
        for (Map.Entry<String, LoopbackIssuer.Identity> one : cases.entrySet()) {
            issuer.identifies(one.getValue());
            try (HttpClient browser = browser()) {
                assertThat(get(browser, back(browser)).statusCode())
                        .as(one.getKey())
                        .isEqualTo(401);
                assertThat(get(browser, service.uri("/account")).statusCode()).isEqualTo(302);
            }
        }
        issuer.identifies(with("aud", List.of("desk")));
        try (HttpClient browser = browser()) {
            assertThat(get(browser, back(browser)).statusCode()).isEqualTo(200);
        }
    }

    @Test
    @Order(5)
    void whoHasNoRoleIsToldSo() throws Exception {
        for (LoopbackIssuer.Identity without :
                List.of(
                        with("roles", List.of("juggler")),
                        with("organisation", null),
                        with("jurisdiction", null))) {
            issuer.identifies(without);
            try (HttpClient browser = browser()) {
                HttpResponse<String> page = get(browser, back(browser));
                assertThat(page.statusCode()).isEqualTo(401);
                assertThat(page.body()).contains("names no role for you here");
            }
        }
    }

    @ParameterizedTest
    @Order(6)
    @ValueSource(strings = {"//evil.example", "https://evil.example/", "x"})
    void oneNeverLandsElsewhere(String next) throws Exception {
        try (HttpClient browser = browser()) {
            URI begin = service.uri("/sign-in/issuer?next=" + URLEncoder.encode(next, UTF_8));
            URI back = location(get(browser, location(get(browser, begin))));
            assertThat(get(browser, service.uri(back.getPath() + "?" + back.getRawQuery())).body())
                    .contains("content=\"0;url=/\"");
        }
    }

    @Test
    @Order(7)
    void whatIsAskedOfTheIssuerIsWhole() throws Exception {
        try (HttpClient browser = browser()) {
            HttpResponse<String> there = get(browser, service.uri(BEGIN));
            assertThat(location(there).getQuery())
                    .contains(
                            "response_type=code",
                            "scope=openid",
                            "client_id=desk",
                            "state=",
                            "nonce=",
                            "code_challenge_method=S256",
                            "code_challenge=")
                    .doesNotContain("quiet");
            assertThat(there.headers().firstValue("Set-Cookie"))
                    .hasValueSatisfying(cookie ->
                            assertThat(cookie)
                                    .contains("HttpOnly", "SameSite=Lax", "Path=/sign-in/issuer"));
        }
    }

    @Test
    @Order(8)
    void aClientIsReachedSafely() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Issuer.Client("desk", "", "http://ledger.example"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Issuer.Client(" ", "", "https://ledger.example"));
        assertThat(new Issuer.Client("desk", "quiet", "https://ledger.example/").toString())
                .isEqualTo("desk at https://ledger.example");
    }

    @Test
    @Order(9)
    void whileTheIssuerIsAwayNobodySignsInThere() throws Exception {
        try (HttpClient browser = browser()) {
            URI back = back(browser);
            issuer.close();
            HttpResponse<String> page = get(browser, back);
            assertThat(page.statusCode()).isEqualTo(503);
            assertThat(page.body()).contains("cannot be reached");
        }
    }
}
