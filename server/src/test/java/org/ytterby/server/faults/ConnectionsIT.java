package org.ytterby.server.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.ytterby.server.ServiceOn;
import org.ytterby.server.identity.Role;
import org.ytterby.server.postgres.EmbeddedPostgres;
import org.ytterby.server.postgres.Settings;

/// The way between the service and its database breaks under load, in every way that a network
/// breaks; then a second server takes over.
class ConnectionsIT {
    private static final int ROUNDS = Integer.getInteger("ytterby.cuts", 1);
    private static final int ANSWERS = 40;
    private static final long HARM_MS = 300;
    private static final long PLAN_T = 1_000_000;
    private static final Pattern PORT = Pattern.compile(":(\\d+)/");

    private final Sent sent = new Sent();

    @Test
    void brokenConnectionsAndASecondServerLoseAndDoubleNothing() throws Exception {
        sent.sent("authority plans/000001", "plans");
        sent.sent("authority approval/000001", "approval");
        try (TestFolder folder = TestFolder.make();
                EmbeddedPostgres postgres =
                        EmbeddedPostgres.start(Settings.in(folder.path().resolve("postgres")))) {
            Matcher port = PORT.matcher(postgres.jdbcUrl());
            assertThat(port.find()).isTrue();
            try (TcpProxy proxy = new TcpProxy(Integer.parseInt(port.group(1)))) {
                String url =
                        port.replaceFirst(":" + proxy.port() + "/")
                                + (postgres.jdbcUrl().contains("?") ? "&" : "?")
                                + "socketTimeout=2&connectTimeout=2";
                harm(folder.path(), postgres, proxy, url);
            }
        }
    }

    private void harm(Path folder, EmbeddedPostgres postgres, TcpProxy proxy, String url)
            throws Exception {
        Path first = Files.createDirectory(folder.resolve("first"));
        try (ServiceOn one = ServiceOn.start(first, url, postgres.user(), postgres.password())) {
            one.put("admin", "authority", Role.ADMINISTRATOR);
            one.put("officer", "authority", Role.PLAN_OFFICER);
            one.put("holder", "P1", Role.ENTERPRISE_REPORTER);
            one.put("stranger", "P2", Role.ENTERPRISE_REPORTER);
            String holder = Http.token(one.uri(), "holder");
            String stranger = Http.token(one.uri(), "stranger");
            Http.grant(
                    one.uri(),
                    Http.token(one.uri(), "admin"),
                    Http.token(one.uri(), "officer"),
                    PLAN_T);
            Load load = new Load(List.of(one.uri()), holder, sent, "c").start();
            Database database =
                    new Database(postgres.jdbcUrl(), postgres.user(), postgres.password());
            cut(proxy, load);
            Path second = Files.createDirectory(folder.resolve("second"));
            Files.copy(first.resolve("log.key"), second.resolve("log.key"));
            try (ServiceOn two =
                    ServiceOn.start(
                            second, postgres.jdbcUrl(), postgres.user(), postgres.password())) {
                load.sendTo(one.uri(), two.uri());
                load.awaitAnswers(2 * ANSWERS);
                mustRefuse(one.uri(), holder);
                // what broke its connection must not make it take the ledger back
                proxy.set(TcpProxy.Mode.REFUSE);
                Thread.sleep(HARM_MS);
                proxy.set(TcpProxy.Mode.PASS);
                load.awaitAnswers(ANSWERS);
                load.stop();
                mustRefuse(one.uri(), holder);
                assertThat(load.surprises()).isEmpty();
                new OutsideCheck().check(two.uri(), database, sent, holder, stranger);
                Notes.add(
                        "two servers: the old one refused; %d requests answered; lost 0, doubled 0"
                                .formatted(sent.answered()));
            }
        }
    }

    private static void cut(TcpProxy proxy, Load load) throws InterruptedException {
        for (int round = 0; round < ROUNDS; round++) {
            for (TcpProxy.Mode mode : TcpProxy.Mode.values()) {
                load.awaitAnswers(ANSWERS);
                proxy.set(mode);
                Thread.sleep(HARM_MS);
                proxy.set(TcpProxy.Mode.PASS);
                Notes.add(
                        "connections, %s: serving again after %d ms"
                                .formatted(mode, load.awaitAnswers(5)));
            }
        }
        assertThat(load.unanswered()).as("the cuts were felt").isPositive();
        assertThat(proxy.cuts()).isPositive();
    }

    private static void mustRefuse(URI old, String token) throws Exception {
        assertThat(
                        Http.post(
                                        old,
                                        "/api/v1/reservations",
                                        token,
                                        "never",
                                        "{\"account\":\"plan:P-1\",\"hold\":\"never\",\"amount\":1,\"until_micros\":4000000000000000}")
                                .statusCode())
                .as("a server that was taken over")
                .isEqualTo(503);
        assertThat(Http.get(old, "/actuator/health/readiness", "").statusCode()).isEqualTo(503);
    }
}
