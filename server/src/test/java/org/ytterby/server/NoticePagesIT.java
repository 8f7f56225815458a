package org.ytterby.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.ytterby.server.TestService.Person;
import org.ytterby.server.identity.Role;
import org.ytterby.server.notices.SmtpServer;

/// The pages of notices, on a service that sends mail to a server of the test.
@ExtendWith(ExampleService.class)
class NoticePagesIT {
    private static final String LATER =
            Long.toString(System.currentTimeMillis() * 1_000 + 30 * 86_400_000_000L);
    private static final String SETTINGS = "/notices/settings";

    private static SmtpServer mail;
    private static TestService mailing;
    private static TestService service;
    private static ToldCases cases;

    @BeforeAll
    static void start(TestService shared) throws Exception {
        service = shared;
        Person supervisor = service.person("np-supervisor", "authority", Role.SUPERVISOR);
        cases = new ToldCases(service, supervisor, "np-supervisor");
        mail = new SmtpServer(0, null);
        mailing = mailing(Integer.toString(mail.port()));
    }

    private static TestService mailing(String port) throws Exception {
        List<List<String>> settings =
                List.of(
                        List.of("ytterby.mail.host", "127.0.0.1"),
                        List.of("ytterby.mail.port", port),
                        List.of("ytterby.mail.from", "ledger@example.org"),
                        List.of("ytterby.webhook-hosts", "127.0.0.1"),
                        List.of("ytterby.public-url", "https://ledger.example.org"));
        settings.forEach(each -> System.setProperty(each.getFirst(), each.getLast()));
        try {
            return new TestService();
        } finally {
            settings.forEach(each -> System.clearProperty(each.getFirst()));
        }
    }

    @AfterAll
    static void stop() throws Exception {
        mailing.close();
        mail.close();
    }

    @Test
    void whatWaitsIsCountedInTheHeadOpenedAndRead() throws Exception {
        service.person("np-reporter", "np-party", Role.ENTERPRISE_REPORTER);
        for (String name : List.of("NP-1", "NP-2")) {
            cases.open(name, "np-party");
            cases.send(
                    cases.supervisor(),
                    "/cases/" + name + "/question",
                    "{\"question\":\"why?\",\"due_micros\":%s}".formatted(LATER));
        }
        cases.awaitAll();
        try (Browser browser = Browser.signedIn(service, "np-reporter")) {
            String list = browser.get("/notices?lang=zh").body();
            assertThat(list).contains("案件问询", "NP-1", "NP-2", "全部记为已读").doesNotContain("??");
            list = browser.get("/notices?lang=en").body();
            assertThat(list).contains("A question in a case", "Unread: 2").doesNotContain("??");
            assertThat(browser.get("/cases?lang=en").body()).contains("Unread: 2");
            HttpResponse<String> opened = browser.get(first(list));
            assertThat(opened.uri().getPath()).isEqualTo("/cases/NP-2");
            assertThat(opened.statusCode()).isEqualTo(200);
            assertThat(opened.body()).contains("Unread: 1");
            Matcher all =
                    Pattern.compile("name=\"upTo\" value=\"(\\d+)\"")
                            .matcher(browser.get("/notices").body());
            assertThat(all.find()).isTrue();
            HttpResponse<String> read =
                    browser.post("/notices", "/notices/read", "upTo=" + all.group(1));
            assertThat(read.body()).contains("Unread: 0").doesNotContain("Mark all");
            assertThat(browser.get("/notices?after=x").statusCode()).isEqualTo(400);
        }
    }

    private static String first(String list) {
        Matcher link = Pattern.compile("href=\"(/notices/\\d+)\"").matcher(list);
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    @Test
    void noticesOfOthersAreNotFound() throws Exception {
        service.person("np-stranger", "np-stranger-1", Role.CUSTOMS)
                .post("/api/v1/notice-settings/test", "", "");
        service.person("np-other", "np-other-1", Role.CUSTOMS);
        try (Browser own = Browser.signedIn(service, "np-stranger");
                Browser other = Browser.signedIn(service, "np-other")) {
            Matcher id =
                    Pattern.compile("name=\"id\" value=\"(\\d+)\"")
                            .matcher(own.get("/notices").body());
            assertThat(id.find()).isTrue();
            assertThat(other.get("/notices/" + id.group(1)).statusCode()).isEqualTo(404);
            other.post("/notices", "/notices/read", "id=" + id.group(1));
            assertThat(own.get("/notices").body()).contains("Unread: 1");
            assertThat(own.get("/notices/" + id.group(1)).uri().getPath())
                    .as("what has no page leads back")
                    .isEqualTo("/notices");
            assertThat(own.post("/notices", "/notices/read", "id=" + id.group(1)).body())
                    .contains("Unread: 0");
        }
    }

    @Test
    void anAddressIsConfirmedByItsCodeAndTried() throws Exception {
        mailing.person("np-mail", "np-mail-1", Role.CUSTOMS);
        try (Browser browser = Browser.signedIn(mailing, "np-mail")) {
            String fields = "language=en&mail=weekly&digestHour=9&webhook=&email=";
            HttpResponse<String> wrong = browser.post(SETTINGS, SETTINGS, fields + "nowhere");
            assertThat(wrong.statusCode()).isEqualTo(422);
            assertThat(wrong.body())
                    .contains("href=\"#email\"", "value=\"nowhere\"", "aria-invalid=\"true\"")
                    .contains("name@example.org")
                    .doesNotContain("??", "email: ");
            HttpResponse<String> asked =
                    browser.post(SETTINGS, SETTINGS, fields + "np%40example.org");
            assertThat(asked.body())
                    .contains(
                            "Saved.",
                            "A code was sent to np@example.org",
                            "value=\"weekly\" checked")
                    .doesNotContain("??");
            ToldCases.await(() -> mail.taken().size() == 1);
            assertThat(
                            browser.post(SETTINGS, SETTINGS + "/confirmation", "code=AAAAAA")
                                    .statusCode())
                    .isEqualTo(422);
            Matcher code =
                    Pattern.compile("(?m)^[A-Z2-7]{6}(-[A-Z2-7]{6}){3}$")
                            .matcher(mail.taken().getFirst().text().replace("\r", ""));
            assertThat(code.find()).isTrue();
            assertThat(
                            browser.post(
                                            SETTINGS,
                                            SETTINGS + "/confirmation",
                                            "code=" + code.group())
                                    .body())
                    .contains("The address is confirmed")
                    .doesNotContain("A code was sent");
            assertThat(browser.post(SETTINGS, SETTINGS + "/test", "x=").body())
                    .contains("The test is on its way");
            ToldCases.await(() -> mail.taken().size() == 2);
            assertThat(mail.taken().getLast().text()).contains("A test, as you asked: 1");
            assertThat(browser.get(SETTINGS + "?lang=zh").body())
                    .contains("通知设置", "每周一摘要")
                    .doesNotContain("??");
        }
    }

    @Test
    void theSecretOfAWebhookIsShownOnce() throws Exception {
        mailing.person("np-hook", "np-hook-1", Role.CUSTOMS);
        HttpServer hook =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        String to = "http%3A%2F%2F127.0.0.1%3A" + hook.getAddress().getPort() + "%2F";
        String fields = "language=en&mail=none&digestHour=8&email=&webhook=";
        try (Browser browser = Browser.signedIn(mailing, "np-hook")) {
            HttpResponse<String> refused =
                    browser.post(SETTINGS, SETTINGS, fields + "http%3A%2F%2F10.0.0.1%2F");
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body())
                    .contains("href=\"#webhook\"", "value=\"http://10.0.0.1/\"")
                    .doesNotContain("id=\"secret\"");
            String first = secret(browser.post(SETTINGS, SETTINGS, fields + to).body());
            assertThat(browser.get(SETTINGS).body()).doesNotContain(first, "id=\"secret\"");
            assertThat(browser.post(SETTINGS, SETTINGS, fields + to).body())
                    .as("the address stays, and so does its secret")
                    .contains("Saved.")
                    .doesNotContain("id=\"secret\"");
            String second =
                    secret(browser.post(SETTINGS, SETTINGS, fields + to + "&renews=true").body());
            assertThat(second).isNotEqualTo(first);
        } finally {
            hook.stop(0);
        }
    }

    private static String secret(String page) {
        Matcher secret = Pattern.compile("id=\"secret\">([^<]+)<").matcher(page);
        assertThat(secret.find()).isTrue();
        return secret.group(1);
    }
}
