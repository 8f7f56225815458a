package org.ytterby.server.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import jakarta.mail.internet.MimeMessage;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.server.ExampleService;
import org.ytterby.server.TestService;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.identity.Role;
import org.ytterby.server.web.Language;
import org.ytterby.server.webhook.Destinations;
import org.ytterby.server.webhook.Webhook;
import tools.jackson.databind.json.JsonMapper;

/// Mails and calls, by a clock in the hands of the test: a courier of its own over the tables of a
/// service that sends no mail. Its times lie ahead of the service's, which so leaves them alone.
@ExtendWith(ExampleService.class)
class MailIT {
    private static final long MORNING = LedgerTime.parse("2040-05-05T07:00:00+08:00").orElseThrow();
    private static final long MINUTE = 60 * LedgerTime.SECOND;
    private static final String SECRET_CASE = "CASE-OF-A-NAMED-FIRM";

    @TempDir private static Path folder;
    private static TestService service;
    private static TestKey key;
    private static int told;

    @BeforeAll
    static void prepare(TestService shared) throws Exception {
        service = shared;
        key = TestKey.in(folder);
    }

    /// Somebody with settings, a courier and a mail server.
    private static final class Post implements AutoCloseable {
        private final Courier courier;
        private final NoticeSettings settings;
        private final NoticeStore store;
        private long now = MORNING;

        Post(int port, boolean isEncrypted, @Nullable Path certificate) {
            Clock clock =
                    Clock.fixed(Instant.EPOCH.plus(MORNING, ChronoUnit.MICROS), ZoneOffset.UTC);
            Courier.Stores stores = service.bean(Courier.Stores.class);
            Destinations destinations = new Destinations(Set.of("127.0.0.1"));
            MailSettings mail =
                    new MailSettings(
                            "127.0.0.1",
                            port,
                            null,
                            isEncrypted,
                            certificate,
                            "ledger@example.org",
                            URI.create("https://ledger.example.org"));
            courier =
                    new Courier(
                            stores,
                            new Mailer(mail, clock),
                            destinations,
                            service.bean(JsonMapper.class));
            settings =
                    new NoticeSettings(
                            stores,
                            destinations,
                            service.bean(TransactionOperations.class),
                            clock,
                            true);
            store =
                    new NoticeStore(
                            service.bean(JdbcClient.class), service.bean(JdbcTemplate.class));
        }

        void set(Caller person, String language, String mail, String email) {
            settings.put(
                    person,
                    new NoticeSettings.Wanted(language, mail, 8, email, null, null),
                    Language.EN);
        }

        NoticeSettings.Shown shown(Caller person) {
            return settings.shown(person, Language.EN);
        }

        /// Sends all that is due by now.
        void round() throws Exception {
            for (Future<?> each : courier.round(now)) {
                each.get();
            }
        }

        void tell(Caller person, Kind kind) {
            Draft draft =
                    new Draft(
                            kind,
                            "test:" + told++,
                            SECRET_CASE,
                            "/cases/" + SECRET_CASE,
                            MORNING + LedgerTime.DAY,
                            new Audience(who -> who.name().equals(person.name())));
            service.bean(TransactionOperations.class)
                    .executeWithoutResult(_ -> store.tell(List.of(draft), List.of(person), now));
        }

        @Override
        public void close() {
            courier.close();
        }
    }

    private static Caller person(String name) throws Exception {
        Caller person = new Caller(name, "mail-party", Set.of(Role.ENTERPRISE_REPORTER));
        service.person(person);
        return person;
    }

    private static List<SmtpServer.Taken> mailsTo(SmtpServer server, String address) {
        return server.taken().stream().filter(t -> t.recipients().contains(address)).toList();
    }

    /// Sets an address and confirms it by the code that comes there.
    private static void confirmed(
            Post post, SmtpServer server, Caller person, String mode, String email)
            throws Exception {
        post.set(person, "en", mode, email);
        post.round();
        Matcher code =
                Pattern.compile("(?m)^[A-Z2-7]{6}(-[A-Z2-7]{6}){3}$")
                        .matcher(mailsTo(server, email).getLast().text().replace("\r", ""));
        assertThat(code.find()).isTrue();
        assertThat(post.settings.confirm(person, code.group())).isTrue();
    }

    @Test
    void nothingButACodeIsSentToAnAddressUntilItIsConfirmed() throws Exception {
        Caller person = person("mail-new");
        try (SmtpServer server = new SmtpServer(0, null);
                Post post = new Post(server.port(), false, null)) {
            post.set(person, "zh", "at-once", "new@example.org");
            post.tell(person, Kind.CASE_ASKED);
            post.round();
            post.now += MINUTE;
            post.round();
            List<SmtpServer.Taken> mails = mailsTo(server, "new@example.org");
            assertThat(mails).hasSize(1);
            assertThat(mails.getFirst().text()).contains("验证码").doesNotContain("待阅");
            assertThat(post.shown(person).email()).isNull();
            for (int i = 0; i < 5; i++) {
                assertThat(post.settings.confirm(person, "AAAAAA-" + i)).isFalse();
            }
            String code = mails.getFirst().text().lines().skip(2).findFirst().orElseThrow();
            assertThat(post.settings.confirm(person, code)).as("after too many").isFalse();
            post.set(person, "zh", "at-once", "");
            confirmed(post, server, person, "at-once", "new@example.org");
            assertThat(post.shown(person).email()).isEqualTo("new@example.org");
            assertThat(post.shown(person).emailPending()).isNull();
        }
    }

    @Test
    void aMailTellsHowManyWaitAndNothingOfWhatTheyAreAbout() throws Exception {
        Caller person = person("mail-plain");
        try (SmtpServer server = new SmtpServer(0, null);
                Post post = new Post(server.port(), false, null)) {
            confirmed(post, server, person, "at-once", "plain@example.org");
            post.tell(person, Kind.CASE_ASKED);
            post.tell(person, Kind.CASE_ASKED);
            post.tell(person, Kind.FINDING_NEW);
            post.round();
            SmtpServer.Taken mail = mailsTo(server, "plain@example.org").getLast();
            MimeMessage message = mail.message();
            assertThat(message.getSubject()).isEqualTo("Ytterby: 3 notices wait for you");
            assertThat(message.getHeader("List-Unsubscribe"))
                    .containsExactly("<https://ledger.example.org/notices/settings>");
            assertThat(mail.text())
                    .contains(
                            "A question in a case: 2",
                            "A new finding about you: 1",
                            "Next deadline: 2040-05-06 07:00 (UTC+8)",
                            "https://ledger.example.org/notices",
                            "To stop it");
            assertThat(String.join("\n", mail.lines()) + mail.text())
                    .doesNotContain(SECRET_CASE, "mail-party", "mail-plain");
            int before = mailsTo(server, "plain@example.org").size();
            post.now += MINUTE;
            post.round();
            assertThat(mailsTo(server, "plain@example.org")).as("told once").hasSize(before);
            post.set(person, "zh", "at-once", "plain@example.org");
            post.tell(person, Kind.PROPOSAL_WAITING);
            post.round();
            assertThat(mailsTo(server, "plain@example.org").getLast().text())
                    .contains("您有 4 条待阅通知", "提案待第二人办理：1", "如需停止");
            post.set(person, "zh", "none", "plain@example.org");
            post.tell(person, Kind.PROPOSAL_WAITING);
            post.now += LedgerTime.DAY;
            post.round();
            assertThat(mailsTo(server, "plain@example.org")).hasSize(before + 1);
        }
    }

    @Test
    void aRefusedAddressIsGivenUpAndHoldsUpNobodyElse() throws Exception {
        Caller broken = person("mail-broken");
        Caller fine = person("mail-fine");
        try (SmtpServer server = new SmtpServer(0, null);
                Post post = new Post(server.port(), false, null)) {
            confirmed(post, server, broken, "at-once", "broken@example.org");
            confirmed(post, server, fine, "at-once", "fine@example.org");
            server.refuse("broken@example.org");
            post.tell(broken, Kind.CASE_ASKED);
            post.tell(fine, Kind.CASE_ASKED);
            post.round();
            assertThat(mailsTo(server, "fine@example.org")).hasSize(2);
            NoticeSettings.Trouble trouble =
                    Objects.requireNonNull(post.shown(broken).emailTrouble());
            assertThat(trouble.code()).isEqualTo("address-refused");
            assertThat(trouble.answer()).contains("no such mailbox");
            assertThat(trouble.givenUp()).isFalse();
            for (int i = 0; i < 3; i++) {
                post.now += LedgerTime.DAY;
                post.round();
            }
            trouble = Objects.requireNonNull(post.shown(broken).emailTrouble());
            assertThat(trouble.givenUp()).isTrue();
            assertThat(post.shown(fine).emailTrouble()).isNull();
            post.set(broken, "en", "at-once", "broken@example.org");
            assertThat(post.shown(broken).emailTrouble()).as("tried again").isNull();
        }
    }

    @Test
    void aServerThatWasDownGetsTheMailOnceItIsUpAgain() throws Exception {
        Caller person = person("mail-down");
        SmtpServer first = new SmtpServer(0, null);
        int port = first.port();
        try (Post post = new Post(port, false, null)) {
            confirmed(post, first, person, "at-once", "down@example.org");
            first.close();
            post.tell(person, Kind.CASE_ASKED);
            post.round();
            NoticeSettings.Trouble trouble =
                    Objects.requireNonNull(post.shown(person).emailTrouble());
            assertThat(trouble.code()).isEqualTo("server-unreachable");
            try (SmtpServer second = new SmtpServer(port, null)) {
                post.round();
                assertThat(mailsTo(second, "down@example.org")).as("not before its time").isEmpty();
                post.now += MINUTE;
                post.round();
                post.now += MINUTE;
                post.round();
                assertThat(mailsTo(second, "down@example.org")).hasSize(1);
                assertThat(post.shown(person).emailTrouble()).isNull();
            }
        }
    }

    @Test
    void withoutEncryptionNothingIsSentWhereItIsRequired() throws Exception {
        Caller person = person("mail-plain-text");
        assertNotSent(null, key.certificate(), person, "no-starttls");
        assertNotSent(key, null, person, "tls-failed");
        try (SmtpServer server = new SmtpServer(0, key.context());
                Post post = new Post(server.port(), true, key.certificate())) {
            confirmed(post, server, person, "at-once", "secret@example.org");
            assertThat(server.taken()).allMatch(SmtpServer.Taken::isEncrypted);
        }
    }

    private static void assertNotSent(
            @Nullable TestKey offered, @Nullable Path trusted, Caller person, String code)
            throws Exception {
        try (SmtpServer server = new SmtpServer(0, offered == null ? null : offered.context());
                Post post = new Post(server.port(), true, trusted)) {
            post.set(person, "en", "none", "");
            post.set(person, "en", "at-once", "secret@example.org");
            post.round();
            assertThat(server.taken()).isEmpty();
            NoticeSettings.Trouble trouble =
                    Objects.requireNonNull(post.shown(person).emailPendingTrouble());
            assertThat(trouble.code()).isEqualTo(code);
            assertThat(trouble.messageZh()).isNotEmpty();
        }
    }

    @Test
    void aDigestComesAtItsHourAndOnlyIfSomethingWaits() throws Exception {
        Caller person = person("mail-digest");
        try (SmtpServer server = new SmtpServer(0, null);
                Post post = new Post(server.port(), false, null)) {
            confirmed(post, server, person, "daily", "digest@example.org");
            post.tell(person, Kind.CASE_ASKED);
            post.now = MORNING + LedgerTime.HOUR - 1;
            post.round();
            assertThat(mailsTo(server, "digest@example.org")).as("before eight").hasSize(1);
            post.now = MORNING + LedgerTime.HOUR;
            post.round();
            assertThat(mailsTo(server, "digest@example.org")).hasSize(2);
            post.tell(person, Kind.CASE_DECIDED);
            post.now = MORNING + LedgerTime.HOUR + LedgerTime.DAY - 1;
            post.round();
            assertThat(mailsTo(server, "digest@example.org")).as("the same day").hasSize(2);
            post.now++;
            post.round();
            assertThat(mailsTo(server, "digest@example.org").getLast().text())
                    .contains("2 notices wait");
            service.bean(Inbox.class).readUpTo(person, Long.MAX_VALUE);
            post.now += LedgerTime.DAY;
            post.round();
            post.tell(person, Kind.CASE_CLOSED);
            post.round();
            assertThat(mailsTo(server, "digest@example.org")).as("nothing waited").hasSize(3);
        }
    }

    @Test
    void aTestIsSentAtOnceWhateverTheModeAndOnceAMinute() throws Exception {
        Caller person = person("mail-test");
        try (SmtpServer server = new SmtpServer(0, null);
                Post post = new Post(server.port(), false, null)) {
            confirmed(post, server, person, "weekly", "test@example.org");
            assertThat(post.settings.test(person)).isTrue();
            post.round();
            assertThat(mailsTo(server, "test@example.org").getLast().text())
                    .contains("A test, as you asked: 1");
            assertThat(post.settings.test(person)).as("again in this minute").isFalse();
            post.round();
            assertThat(mailsTo(server, "test@example.org")).as("the code and one").hasSize(2);
        }
    }

    @Test
    void whatIsNoAddressIsRefusedAndSoAreTooMany() throws Exception {
        Caller person = person("mail-refused");
        try (Post post = new Post(1, false, null)) {
            for (String bad : List.of("a@b.org\r\nBcc: c@d.org", "a@b.org, c@d.org", "a")) {
                assertThatThrownBy(() -> post.set(person, "en", "daily", bad))
                        .hasMessageContaining("name@example.org");
            }
            for (int i = 0; i < SettingStore.ADDRESSES_PER_DAY; i++) {
                post.set(person, "en", "daily", "other-" + i + "@example.org");
            }
            assertThatThrownBy(() -> post.set(person, "en", "daily", "one-more@example.org"))
                    .hasMessageContaining("a day");
        }
    }

    @Test
    void whoseAccountIsDisabledIsSentNothing() throws Exception {
        Caller person = person("mail-disabled");
        try (SmtpServer server = new SmtpServer(0, null);
                Post post = new Post(server.port(), false, null)) {
            confirmed(post, server, person, "at-once", "gone@example.org");
            post.tell(person, Kind.CASE_ASKED);
            service.bean(JdbcClient.class)
                    .sql("UPDATE identity.person SET disabled = true WHERE name = 'mail-disabled'")
                    .update();
            post.round();
            post.now += LedgerTime.DAY;
            post.round();
            assertThat(mailsTo(server, "gone@example.org")).as("the code alone").hasSize(1);
        }
    }

    @Test
    void aWebhookIsCalledSignedAndAgainUntilItTakesIt() throws Exception {
        Caller person = person("mail-webhook");
        Map<String, byte[]> calls = new ConcurrentHashMap<>();
        HttpServer hook =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        hook.createContext(
                "/",
                exchange -> {
                    byte[] body = exchange.getRequestBody().readAllBytes();
                    boolean isRefused = calls.isEmpty();
                    calls.put(exchange.getRequestHeaders().getFirst(Courier.SIGNATURE), body);
                    exchange.sendResponseHeaders(isRefused ? 500 : 204, -1);
                    exchange.close();
                });
        hook.start();
        String secret = "0123456789abcdef";
        try (Post post = new Post(1, false, null)) {
            assertThatThrownBy(() -> webhook(post, person, "http://10.0.0.1/", secret))
                    .hasMessageContaining("public host");
            assertThatThrownBy(() -> webhook(post, person, "http://127.0.0.1/", "short"))
                    .hasMessageContaining("webhook_secret");
            webhook(post, person, "http://127.0.0.1:" + hook.getAddress().getPort() + "/", secret);
            post.tell(person, Kind.CASE_ASKED);
            post.round();
            NoticeSettings.Trouble trouble =
                    Objects.requireNonNull(post.shown(person).webhookTrouble());
            assertThat(trouble.code()).isEqualTo("not-taken");
            post.now += MINUTE;
            post.round();
            assertThat(post.shown(person).webhookTrouble()).isNull();
            assertThat(calls)
                    .hasSize(1)
                    .allSatisfy((signature, body) -> {
                        assertThat(signature).isEqualTo(Webhook.signature(body, secret));
                        assertThat(new String(body, StandardCharsets.UTF_8))
                                .contains("\"kind\":\"case-asked\"", "\"due_micros\":")
                                .contains(SECRET_CASE);
                    });
        } finally {
            hook.stop(0);
        }
    }

    private static void webhook(Post post, Caller person, String to, String secret) {
        post.settings.put(
                person,
                new NoticeSettings.Wanted("en", "none", null, null, to, secret),
                Language.EN);
    }
}
