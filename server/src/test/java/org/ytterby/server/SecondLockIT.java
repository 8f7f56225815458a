package org.ytterby.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.ytterby.server.TestService.Answer;
import org.ytterby.server.TestService.Person;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.identity.Jurisdiction;
import org.ytterby.server.identity.JurisdictionTest;
import org.ytterby.server.identity.OpenToAll;
import org.ytterby.server.identity.Role;

/// Two organisations' data, asked for by each other: with both locks, and with row-level security
/// alone.
class SecondLockIT {
    /// What only answers about the first organisation can hold.
    private static final List<String> MARKS = List.of("mark-of-one", "F-ONE", "P-ONE");

    private static final String JSON = "application/json";

    /// What of our own API is read from tables: the rest is answered by the analysis, from memory.
    private static final List<String> FROM_TABLES =
            List.of(
                    "/api/v1/accounts",
                    "/api/v1/reservations",
                    "/api/v1/proposals",
                    "/api/v1/cases",
                    "/api/v1/cases/mine");

    private static TestService service;
    private static Person one;
    private static Person other;
    private static Person supervisor;
    private static Person auditor;
    private static String event;
    private static String job;
    private static long position;
    private static volatile boolean isForged;

    @BeforeAll
    static void start() throws Exception {
        service = new TestService();
        Person admin = service.person("admin", "authority", Role.ADMINISTRATOR);
        one = service.person("one", "P-ONE", Role.ENTERPRISE_REPORTER, Role.LABORATORY);
        other = service.person("other", "P-OTHER", Role.ENTERPRISE_REPORTER, Role.LABORATORY);
        supervisor = service.person("supervisor", "authority", Role.SUPERVISOR);
        auditor = service.person("auditor", "authority", Role.AUDITOR, Role.SUPERVISOR);
        register(admin, "P-ONE", "F-ONE", "150207");
        register(admin, "P-OTHER", "F-OTHER", "360102");
        register(admin, "P-BOTH", "F-BOTH-1", "150207");
        register(admin, "P-BOTH", "F-BOTH-2", "360102");
        event = captured(one, "mark-of-one");
        captured(other, "mark-of-other");
        Person both = service.person("both", "P-BOTH", Role.ENTERPRISE_REPORTER);
        captured(both, "mark-of-both");
        job = one.get("/epcis/capture").json().get(0).path("captureID").asString();
        Answer named =
                one.send(
                        "POST",
                        "/epcis/queries",
                        """
                        {"name":"mine","query":{"@context":{"ex":"https://example.org/mark-of-one/"},
                          "EQ_ex:note":["mark-of-one"]}}
                        """);
        assertThat(named.status()).as(named.body()).isEqualTo(201);
        Answer declared =
                one.post(
                        "/api/v1/declarations",
                        """
                        {"table":"flows","rows":[{"record":"R-1","type":"stocktake","time":"2019-12-31",
                          "facility":"F-ONE","direction":"count","mass_kg":"0"}]}
                        """,
                        "declared-by-one");
        assertThat(declared.status()).as(declared.body()).isEqualTo(200);
        position = declared.json().path("position").asLong();
        EntitledParty.make(service, one);
        service.awaitAnalysis();
        for (int i = 0; one.get("/api/v1/receipts/" + position).status() != 200 && i < 6_000; i++) {
            Thread.sleep(20); // the log follows the commit
        }
        forgeCallers();
    }

    @AfterAll
    static void close() throws Exception {
        service.close();
    }

    private static void register(Person admin, String party, String facility, String region)
            throws Exception {
        declare(
                admin,
                "parties",
                "{\"party\":\"%s\",\"name\":\"%s\",\"kind\":\"enterprise\",\"country\":\"CN\"}"
                        .formatted(party, party));
        declare(
                admin,
                "facilities",
                "{\"facility\":\"%s\",\"party\":\"%s\",\"name\":\"%s\",\"stage\":\"mine\",\"region\":\"%s\"}"
                        .formatted(facility, party, facility, region));
    }

    private static void declare(Person admin, String table, String row) throws Exception {
        Answer answer =
                admin.post(
                        "/api/v1/declarations",
                        "{\"table\":\"%s\",\"rows\":[%s]}".formatted(table, row),
                        "register-" + Integer.toHexString(row.hashCode()));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    /// @return id of the event
    private static String captured(Person person, String mark) throws Exception {
        String document =
                """
                {"@context":["https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld",
                    {"ex":"https://example.org/%1$s/"}],
                 "type":"EPCISDocument","schemaVersion":"2.0","creationDate":"2026-01-01T00:00:00Z",
                 "epcisBody":{"eventList":[{"type":"ObjectEvent","eventID":"urn:example:event:%1$s",
                   "eventTime":"2026-01-01T00:00:00Z","eventTimeZoneOffset":"+08:00","action":"OBSERVE",
                   "epcList":["https://example.org/thing/%1$s"],"bizStep":"packing",
                   "ex:note":"%1$s","ex:weight":7}]}}
                """
                        .formatted(mark);
        Answer answer = person.send("POST", "/epcis/capture", document);
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        return "urn:example:event:" + mark;
    }

    /// From now on, while [#isForged], handlers believe that an auditor of the nation asks who
    /// belongs to the first organisation: the application's own checks let everything through.
    private static void forgeCallers() {
        RequestMappingHandlerAdapter adapter =
                service.service()
                        .bean("requestMappingHandlerAdapter", RequestMappingHandlerAdapter.class);
        List<HandlerMethodArgumentResolver> resolvers = new ArrayList<>();
        resolvers.add(
                new HandlerMethodArgumentResolver() {
                    @Override
                    public boolean supportsParameter(MethodParameter parameter) {
                        return parameter.getParameterType() == Caller.class && isForged;
                    }

                    @Override
                    public Object resolveArgument(
                            MethodParameter parameter,
                            @Nullable ModelAndViewContainer page,
                            NativeWebRequest request,
                            @Nullable WebDataBinderFactory binders) {
                        return new Caller("forged", "P-ONE", Set.of(Role.AUDITOR));
                    }
                });
        resolvers.addAll(List.copyOf(adapter.getArgumentResolvers()));
        adapter.setArgumentResolvers(resolvers);
    }

    /// Every address that something is read from, asking for what is of the first organisation.
    private static Set<String> addresses() {
        Set<String> addresses = new TreeSet<>();
        service.service()
                .bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((info, handler) -> {
                    if (handler.getBeanType().getName().startsWith("org.ytterby.")
                            && !handler.hasMethodAnnotation(OpenToAll.class)
                            && info.getMethodsCondition()
                                    .getMethods()
                                    .contains(RequestMethod.GET)) {
                        info.getPatternValues().forEach(p -> addresses.add(filled(p)));
                    }
                });
        addresses.add("/epcis/events?MATCH_epc=https://example.org/thing/mark-of-one");
        addresses.add("/epcis/events?EQ_bizStep=packing&orderBy=eventTime");
        addresses.add("/epcis/events?GE_ex:weight=1");
        assertThat(addresses).hasSizeGreaterThan(20);
        return addresses;
    }

    private static String filled(String pattern) {
        Map<String, String> ids =
                Map.of(
                        "id",
                        event,
                        "job",
                        job,
                        "name",
                        "mine",
                        "position",
                        "" + position,
                        "kind",
                        "epcs",
                        "value",
                        "https://example.org/thing/mark-of-one",
                        "lot",
                        "LOT-1",
                        "token",
                        "1",
                        "level",
                        "0");
        Matcher variable = Pattern.compile("\\{(\\w+)(:[^}]*)?}").matcher(pattern);
        return variable.replaceAll(found ->
                        Matcher.quoteReplacement(
                                URLEncoder.encode(
                                        ids.getOrDefault(found.group(1), "1"),
                                        StandardCharsets.UTF_8)))
                .replace("/**", "/000");
    }

    /// What an answer tells of the first organisation beyond what was asked with.
    private static List<String> told(Person person, String address) throws Exception {
        Answer answer =
                address.endsWith("/stream") // it has no end
                        ? person.ask("GET", address, JSON)
                        : person.get(address);
        assertThat(answer.status()).as(address).isLessThan(500);
        String body = answer.body().replace(event, "").replace("thing/mark-of-one", "");
        return answer.status() < 400
                ? MARKS.stream().filter(body::contains).toList()
                : MARKS.stream()
                        .filter(mark -> body.contains(mark) && !address.contains(mark))
                        .toList();
    }

    @Test
    void noAnswerTellsOneOrganisationOfAnother() throws Exception {
        for (String address : addresses()) {
            assertThat(told(other, address)).as(address).isEmpty();
        }
        assertThat(told(one, "/epcis/events")).as("the own is told").contains("mark-of-one");
        assertThat(told(auditor, "/epcis/events")).as("all is told").contains("mark-of-one");
    }

    /// Answers of the analysis are made in memory, where row-level security does not reach: there
    /// the first lock is the only one.
    @Test
    void rowLevelSecurityAloneTellsNothingFromTables() throws Exception {
        isForged = true;
        try {
            for (String address : addresses()) {
                if (!address.startsWith("/api/v1/") || address.contains("receipts")) {
                    assertThat(told(other, address)).as(address).isEmpty();
                }
            }
            for (String address : FROM_TABLES) {
                assertThat(told(other, address)).as(address).isEmpty();
                assertThat(told(supervisor, address)).as(address).isNotEmpty();
            }
            assertThat(told(auditor, "/epcis/events"))
                    .as("it is the database that refuses, not the disguise")
                    .contains("mark-of-one");
            assertThat(auditor.get("/api/v1/receipts/" + position).status()).isEqualTo(200);
            assertThat(other.get("/api/v1/receipts/" + position).status()).isEqualTo(404);
        } finally {
            isForged = false;
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anAuthorityOfARegionSeesWhatLiesThere(boolean forged) throws Exception {
        Person regional =
                service.person(
                        new Caller(
                                "regional",
                                "authority-15",
                                Set.of(Role.SUPERVISOR, Role.AUDITOR),
                                new Jurisdiction("15")));
        Person elsewhere =
                service.person(
                        new Caller(
                                "elsewhere",
                                "authority-36",
                                Set.of(Role.SUPERVISOR, Role.AUDITOR),
                                new Jurisdiction("36")));
        isForged = forged;
        try {
            String events = regional.get("/epcis/events").body();
            assertThat(events)
                    .contains("mark-of-one")
                    .doesNotContain("mark-of-other")
                    .as("of an organisation in two regions it cannot be told")
                    .doesNotContain("mark-of-both");
            assertThat(regional.get("/epcis/capture").json()).hasSize(1);
            for (String address : FROM_TABLES) {
                assertThat(told(regional, address)).as(address).isNotEmpty();
                assertThat(told(elsewhere, address)).as(address).isEmpty();
            }
            assertThat(regional.get("/api/v1/receipts/" + position).status()).isEqualTo(200);
            assertThat(regional.get("/api/v1/receipts/0").status()).isEqualTo(404);
        } finally {
            isForged = false;
        }
    }

    @Test
    void whatIsReadOfOthersIsLogged() throws Exception {
        supervisor.get("/epcis/events?EQ_bizStep=packing");
        other.get("/epcis/events?EQ_bizStep=packing");
        auditor.get("/api/v1/receipts/" + position);
        String reads = auditor.get("/api/v1/reads?limit=1000&person=supervisor").body();
        assertThat(reads)
                .contains(
                        "\"person\":\"supervisor\",\"organisation\":\"authority\",\"purpose\":\"see_events\","
                                + "\"path\":\"/epcis/events?EQ_bizStep=packing\",\"about\":\"all\",\"rows\":3");
        assertThat(auditor.get("/api/v1/reads?limit=1000").body())
                .contains("/api/v1/receipts/" + position + "\",\"about\":\"P-ONE\"")
                .doesNotContain("\"person\":\"other\"");
        Answer first = auditor.get("/api/v1/reads?limit=1");
        String next = first.json().path("next").asString();
        assertThat(auditor.get("/api/v1/reads?limit=1&after=" + next).json().path("items").get(0))
                .isNotEqualTo(first.json().path("items").get(0));
        assertThat(auditor.get("/api/v1/reads?after=x").status()).isEqualTo(400);
        for (String change :
                List.of(
                        "UPDATE identity.read SET rows = 0",
                        "DELETE FROM identity.read",
                        "TRUNCATE identity.read")) {
            assertThatThrownBy(() -> asOwner(change)).hasMessageContaining("append-only");
        }
        asOwner(
                """
                INSERT INTO identity.read (at, person, organisation, purpose, path, about)
                VALUES ('2020-01-01', 'p', 'o', 'x', '/', 'all');
                DELETE FROM identity.read WHERE at < '2020-02-01'
                """);
    }

    private static DataSource database() {
        return service.service().bean(DataSource.class);
    }

    private static void asOwner(String sql) throws Exception {
        try (Connection connection = database().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /// The first column of a query as the reader, for somebody.
    private static List<String> asReader(String settings, String query) throws Exception {
        try (Connection connection = database().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            try {
                statement.execute("SET LOCAL ROLE ytterby_reader;" + settings);
                List<String> found = new ArrayList<>();
                try (ResultSet rows = statement.executeQuery(query)) {
                    while (rows.next()) {
                        found.add(rows.getString(1));
                    }
                }
                return found;
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private static final String READABLE =
            """
            SELECT c.oid::regclass::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE n.nspname NOT IN ('pg_catalog', 'information_schema') AND c.relkind IN ('r', 'p', 'v', 'm')
              AND has_any_column_privilege('ytterby_reader', c.oid, 'SELECT')
            """;

    @Test
    void whoSaysNotWhoTheyAreSeesNoRow() throws Exception {
        List<String> tables = asReader("", READABLE + " AND c.relrowsecurity");
        assertThat(tables).contains("epcis.event", "ledger.submission", "identity.person");
        for (String table : tables) {
            assertThat(asReader("", "SELECT count(*) FROM " + table))
                    .as(table)
                    .containsExactly("0");
        }
        assertThat(
                        asReader(
                                "SET LOCAL ytterby.sees_all = 'on';",
                                "SELECT count(*) FROM epcis.event"))
                .containsExactly("3");
    }

    @ParameterizedTest
    @CsvSource({
        "one, P-ONE, off, 1",
        "one, P-ONE, on, 1",
        "other, P-ONE, on, 0",
        "one, P-OTHER, on, 0",
        "'', P-ONE, on, 0"
    })
    void aNoticeIsSeenByWhomItTells(String person, String organisation, String seesAll, String seen)
            throws Exception {
        asOwner(
                """
                INSERT INTO notices.notice (person, organisation, cause, kind, subject, link, at_micros)
                VALUES ('one', 'P-ONE', 'a test', 'x', 'mark-of-one', '/', 1) ON CONFLICT DO NOTHING
                """);
        String settings =
                "SET LOCAL ytterby.person = '%s'; SET LOCAL ytterby.organisation = '%s'; SET LOCAL ytterby.sees_all = '%s';"
                        .formatted(person, organisation, seesAll);
        assertThat(asReader(settings, "SELECT count(*) FROM notices.notice WHERE cause = 'a test'"))
                .containsExactly(seen);
        asOwner("DELETE FROM notices.notice WHERE cause = 'a test'");
    }

    @Test
    void whatTheReaderMayReadIsBehindRowLevelSecurity() throws Exception {
        assertThat(asReader("", READABLE + " AND NOT c.relrowsecurity"))
                .as("contexts are found by hash alone, and every answer tells the position")
                .containsExactly("epcis.context", "ledger.writer");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT password FROM identity.person",
                "SELECT totp FROM identity.person",
                "SELECT secret FROM identity.client",
                "SELECT hash FROM identity.token",
                "SELECT device FROM identity.token",
                "SELECT hash FROM identity.invitation",
                "SELECT person FROM identity.challenge",
                "UPDATE identity.invitation SET revoked = now() RETURNING id",
                "SELECT content FROM ledger.entry",
                "SELECT token_key FROM epcis.writer",
                "DELETE FROM epcis.event RETURNING id",
                "INSERT INTO identity.read (at, person, organisation, purpose, path, about)"
                        + " VALUES (now(), '', '', '', '', '') RETURNING id",
            })
    void theReaderGetsNoSecretsAndChangesNothing(String sql) {
        assertThatThrownBy(() -> asReader("SET LOCAL ytterby.sees_all = 'on';", sql))
                .hasMessageContaining("permission denied");
    }

    @ParameterizedTest
    @CsvSource(textBlock = JurisdictionTest.CASES)
    void theDatabaseJudgesRegionsAsTheApplicationDoes(
            String jurisdiction, String place, boolean covered) throws Exception {
        assertThat(
                        asReader(
                                "",
                                "SELECT identity.covers('%s', '%s')::text"
                                        .formatted(new Jurisdiction(jurisdiction).region(), place)))
                .containsExactly(Boolean.toString(covered));
    }
}
