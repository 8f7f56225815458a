package org.ytterby.server.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.ytterby.core.ledger.entry.Refusal;
import org.ytterby.server.ServiceOn;
import org.ytterby.server.identity.Role;
import org.ytterby.server.postgres.EmbeddedPostgres;
import org.ytterby.server.postgres.Settings;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Every operation that the service describes, asked in many ways, well meant and not: nothing
/// breaks it, answers are of the described form, refusals have codes that are documented.
class ApiFuzzIT {
    private static final int REQUESTS = Integer.getInteger("ytterby.fuzz-requests", 1_500);
    private static final long SEED = Long.getLong("ytterby.seed", 0);
    private static final int SURPRISES_MAX = 20;
    private static final double ACCEPTED_MIN = 0.3;
    private static final Map<String, Role> PEOPLE =
            Map.of(
                    "admin", Role.ADMINISTRATOR,
                    "holder", Role.ENTERPRISE_REPORTER,
                    "supervisor", Role.SUPERVISOR,
                    "customs", Role.CUSTOMS,
                    "officer", Role.PLAN_OFFICER,
                    "auditor", Role.AUDITOR);

    /// What may be answered to anything, by `docs/reference/api.md`.
    private static final Set<Integer> REFUSALS =
            Set.of(400, 401, 403, 404, 405, 406, 409, 411, 413, 415, 422, 429, 501);

    /// Answers that go on until somebody stops listening.
    private static final String STREAM = "text/event-stream";

    private final Set<String> codes =
            Arrays.stream(Refusal.Code.values())
                    .map(Refusal.Code::text)
                    .collect(Collectors.toSet());
    private final Map<String, String> surprises = new TreeMap<>();
    private final Map<Integer, Integer> statuses = new TreeMap<>();
    private final Map<String, Set<String>> forbidden = new HashMap<>();
    private final Map<String, String> heard = new HashMap<>();
    private final List<ApiModel.Operation> answered = new ArrayList<>();

    @Test
    void nothingThatCanBeAskedBreaksIt() throws Exception {
        try (TestFolder folder = TestFolder.make();
                EmbeddedPostgres postgres =
                        EmbeddedPostgres.start(Settings.in(folder.path().resolve("postgres")));
                ServiceOn service =
                        ServiceOn.start(
                                folder.path(),
                                postgres.jdbcUrl(),
                                postgres.user(),
                                postgres.password())) {
            Map<String, String> tokens = new TreeMap<>();
            for (Map.Entry<String, Role> person : PEOPLE.entrySet()) {
                service.put(
                        person.getKey(),
                        person.getValue().isOfAuthority() ? "authority" : "P1",
                        person.getValue());
                tokens.put(person.getKey(), Http.token(service.uri(), person.getKey()));
            }
            String admin = tokens.getOrDefault("admin", "");
            Http.grant(service.uri(), admin, tokens.getOrDefault("officer", ""), 1_000_000);
            facility(service, admin);
            ask(service, tokens);
        }
        int accepted =
                statuses.entrySet().stream()
                        .filter(s -> s.getKey() < 400)
                        .mapToInt(Map.Entry::getValue)
                        .sum();
        Notes.add("API fuzz: %d requests, seed %d: %s".formatted(REQUESTS, SEED, statuses));
        assertThat(surprises).as("-Dytterby.seed=%d", SEED).isEmpty();
        assertThat((double) accepted / REQUESTS).isGreaterThanOrEqualTo(ACCEPTED_MIN);
    }

    private static void facility(ServiceOn service, String token) throws Exception {
        HttpResponse<String> answer =
                Http.post(
                        service.uri(),
                        "/api/v1/declarations",
                        token,
                        "facility",
                        """
                        {"table":"facilities","rows":[{"facility":"F-1","party":"P1","name":"一号（虚构）","stage":"mine",
                         "region":"North Basin","latitude":"44","longitude":"152"}]}
                        """);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private void ask(ServiceOn service, Map<String, String> tokens) throws Exception {
        ApiModel model = new ApiModel(Http.json(Http.get(service.uri(), "/api/openapi", "")));
        List<ApiModel.Operation> operations =
                model.operations().stream()
                        .filter(o -> !o.responses().toString().contains(STREAM))
                        .toList();
        assertThat(operations).hasSizeGreaterThan(15);
        SplittableRandom random = new SplittableRandom(SEED);
        RequestMaker maker = new RequestMaker(random, model);
        for (int i = 0; i < REQUESTS && surprises.size() < SURPRISES_MAX; i++) {
            // one in three of those that were answered before, so that much gets behind the door
            List<ApiModel.Operation> from =
                    answered.isEmpty() || random.nextInt(3) > 0 ? operations : answered;
            ApiModel.Operation operation = from.get(random.nextInt(from.size()));
            String person = person(operation, tokens, random);
            RequestMaker.Request request = maker.next(operation);
            HttpResponse<String> answer =
                    Http.send(service.uri(), request, tokens.getOrDefault(person, ""));
            statuses.merge(answer.statusCode(), 1, Integer::sum);
            if (answer.statusCode() < 300 && !answered.contains(operation)) {
                answered.add(operation);
            }
            if (answer.statusCode() == 403) {
                forbidden.computeIfAbsent(operation.name(), _ -> new HashSet<>()).add(person);
            } else if (!person.equals("nobody")) {
                heard.put(operation.name(), person);
            }
            judge(model, operation, request, answer);
        }
    }

    /// Mostly one who was heard before, else one who was not turned away.
    private String person(
            ApiModel.Operation operation, Map<String, String> tokens, SplittableRandom random) {
        List<String> people = new ArrayList<>(tokens.keySet());
        if (random.nextInt(10) == 0) {
            people.add("nobody");
        } else {
            String known = heard.get(operation.name());
            if (known != null && random.nextInt(10) < 8) {
                return known;
            }
            people.removeAll(forbidden.getOrDefault(operation.name(), Set.of()));
        }
        return people.isEmpty() ? "nobody" : people.get(random.nextInt(people.size()));
    }

    private void judge(
            ApiModel model,
            ApiModel.Operation operation,
            RequestMaker.Request request,
            HttpResponse<String> answer) {
        int status = answer.statusCode();
        String type = answer.headers().firstValue("Content-Type").orElse("").replaceAll(";.*", "");
        boolean isDocumented =
                REFUSALS.contains(status)
                        || (status < 500 && operation.responses().has(Integer.toString(status)));
        // of refusals, too, the form is as described
        model.difference(operation, status, type, answer.body())
                .ifPresent(d -> surprise(operation, request, answer, d));
        if (!isDocumented) {
            surprise(operation, request, answer, "status");
        } else if (status >= 300 && type.endsWith("json") && !hasReason(answer.body())) {
            surprise(operation, request, answer, "a refusal without reason");
        }
    }

    /// A code of the ledger, problems by row, or a problem document.
    private boolean hasReason(String body) {
        try {
            JsonNode json = JsonMapper.shared().readTree(body);
            JsonNode code = json.path("reason").path("code");
            return code.isString()
                    ? codes.contains(code.asString())
                    : json.has("problems")
                            || json.has("answers") // one for each of several
                            || json.has("error_description") // as RFC 6749 has it
                            || (json.has("status") && json.has("title"));
        } catch (JacksonException e) {
            return false;
        }
    }

    private void surprise(
            ApiModel.Operation operation,
            RequestMaker.Request request,
            HttpResponse<String> answer,
            String what) {
        String body = new String(request.body(), StandardCharsets.UTF_8);
        surprises.putIfAbsent(
                "%s → %d: %s".formatted(operation.name(), answer.statusCode(), what),
                "%s %s | %s"
                        .formatted(
                                request.path(),
                                body.substring(0, Math.min(200, body.length())),
                                answer.body().substring(0, Math.min(200, answer.body().length()))));
    }
}
