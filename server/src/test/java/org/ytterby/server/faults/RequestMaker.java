package org.ytterby.server.faults;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Draws requests to the operations of an API: well meant ones, from names that exist, and such as
/// nobody should send.
final class RequestMaker {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int DEPTH_MAX = 4;
    private static final int WELL_MEANT_OF_TEN = 8;
    private static final List<String> HOSTILE =
            List.of(
                    "",
                    " ",
                    "x".repeat(3_000),
                    "';DROP TABLE ledger.entry;--",
                    "a\0b",
                    "稀土 \"\\",
                    "-1",
                    "9223372036854775807",
                    "99999999999999999999",
                    "1e400",
                    "NaN",
                    "../../etc/passwd",
                    "%00%ff",
                    "null",
                    "\ud840");
    private static final Map<String, List<String>> NAMES =
            Map.ofEntries(
                    Map.entry("facility", List.of("F-1")),
                    Map.entry("lot", List.of("L-1", "L-2")),
                    Map.entry("element", List.of("Nd", "Dy")),
                    Map.entry("account", List.of("plan:P-1")),
                    Map.entry("limit", List.of("1", "10", "100")),
                    Map.entry("perPage", List.of("1", "10")),
                    Map.entry("position", List.of("0", "1", "2", "7")),
                    Map.entry("language", List.of("en", "zh")),
                    Map.entry("mail", List.of("at-once", "daily", "none")),
                    Map.entry("email", List.of("")),
                    Map.entry("webhook", List.of("")),
                    Map.entry("level", List.of("0", "1")),
                    Map.entry("amount", List.of("1", "2")),
                    Map.entry("until_micros", List.of("4000000000000000")));

    private final RandomGenerator random;
    private final ApiModel model;
    private long drawn;

    RequestMaker(RandomGenerator random, ApiModel model) {
        this.random = random;
        this.model = model;
    }

    /// What to send.
    ///
    /// @param type of the body; empty for none
    record Request(
            String method, String path, Map<String, String> headers, String type, byte[] body) {}

    Request next(ApiModel.Operation operation) {
        drawn++;
        boolean isWellMeant = random.nextInt(10) < WELL_MEANT_OF_TEN;
        StringBuilder query = new StringBuilder();
        String path = operation.path();
        Map<String, String> headers = new TreeMap<>();
        for (JsonNode parameter : operation.parameters()) {
            JsonNode p = model.resolved(parameter);
            String name = p.path("name").asString();
            boolean isNeeded = p.path("required").asBoolean(false);
            if (!isNeeded && (isWellMeant ? random.nextInt(4) > 0 : random.nextBoolean())) {
                continue;
            }
            String value = value(name, p.path("schema"), isWellMeant);
            switch (p.path("in").asString()) {
                case "path" -> path = path.replace("{" + name + "}", encoded(value));
                case "query" ->
                        query.append(query.isEmpty() ? '?' : '&')
                                .append(encoded(name))
                                .append('=')
                                .append(encoded(value));
                default -> headers.put(name, header(name, value, isWellMeant));
            }
        }
        path = path.replaceAll("\\{[^}]*}", "x");
        return with(operation, path + query, headers, isWellMeant);
    }

    private Request with(
            ApiModel.Operation operation,
            String path,
            Map<String, String> headers,
            boolean isWellMeant) {
        List<String> types = List.copyOf(operation.body().propertyNames());
        if (types.isEmpty()) {
            return new Request(operation.method(), path, headers, "", new byte[0]);
        }
        String type = types.get(random.nextInt(types.size()));
        if (type.endsWith("zip")) {
            return new Request(operation.method(), path, headers, type, zip(isWellMeant));
        }
        JsonNode body = body(operation, type);
        String text =
                isWellMeant || random.nextInt(3) > 0
                        ? (isWellMeant ? body : harmed(body)).toString()
                        : broken(body.toString());
        return new Request(
                operation.method(),
                path,
                headers,
                type.equals("*/*") ? "application/json" : type,
                text.getBytes(StandardCharsets.UTF_8));
    }

    private String header(String name, String value, boolean isWellMeant) {
        if (name.equals("Idempotency-Key")) {
            return isWellMeant ? "f" + drawn : "f" + random.nextLong(drawn);
        }
        return value.chars().allMatch(c -> c >= ' ' && c < 0x7f) ? value : "x";
    }

    private String value(String name, JsonNode schema, boolean isWellMeant) {
        if (!isWellMeant && random.nextBoolean()) {
            return HOSTILE.get(random.nextInt(HOSTILE.size()));
        }
        if (name.equals("hold")) {
            return "f" + Math.max(1, drawn - random.nextInt(200));
        }
        List<String> known = NAMES.get(name);
        return known == null
                ? of(schema, name, 0).asString("x")
                : known.get(random.nextInt(known.size()));
    }

    private JsonNode body(ApiModel.Operation operation, String type) {
        if (operation.path().endsWith("/declarations")) {
            return JSON.readTree(
                    """
                    {"table":"flows","rows":[{"record":"R-%d","type":"stocktake","time":"2026-10-01",
                     "facility":"F-1","direction":"count","lot":"L-%d","product":"nd-oxide","mass_kg":"%d"}]}
                    """
                            .formatted(drawn, random.nextInt(3), random.nextInt(1_000)));
        }
        if (operation.path().endsWith("/reservations")) {
            return JSON.readTree(
                    """
                    {"account":"plan:P-1","hold":"f%d","amount":%d,"until_micros":4000000000000000}
                    """
                            .formatted(drawn, 1 + random.nextInt(3)));
        }
        if (operation.path().endsWith("/events") || operation.path().endsWith("/capture")) {
            return event(operation.path().endsWith("/capture"));
        }
        return of(operation.body().path(type).path("schema"), "", 0);
    }

    private JsonNode event(boolean isDocument) {
        String context =
                "\"@context\":[\"https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld\"]";
        String one =
                """
                {"type":"ObjectEvent","eventID":"urn:uuid:%08x-0000-4000-8000-%012x","action":"OBSERVE",
                 "bizStep":"inspecting","epcList":["urn:epc:id:sgtin:0614141.107346.%d"],
                 "eventTime":"2026-10-01T00:00:00Z","eventTimeZoneOffset":"+08:00"%s}
                """
                        .formatted(
                                random.nextInt(),
                                random.nextLong(1L << 48),
                                random.nextInt(1_000),
                                isDocument ? "" : "," + context);
        return JSON.readTree(
                isDocument
                        ? """
                        {%s,"type":"EPCISDocument","schemaVersion":"2.0","creationDate":"2026-10-02T00:00:00Z",
                         "epcisBody":{"eventList":[%s]}}
                        """
                                .formatted(context, one)
                        : one);
    }

    /// Something of the form that a schema asks for.
    private JsonNode of(JsonNode reference, String name, int depth) {
        JsonNode schema = model.resolved(reference);
        if (schema.has("enum")) {
            return schema.path("enum").get(random.nextInt(schema.path("enum").size()));
        }
        List<String> known = NAMES.get(name);
        return switch (type(schema)) {
            case "object" -> {
                ObjectNode object = JSON.createObjectNode();
                for (Map.Entry<String, JsonNode> each : schema.path("properties").properties()) {
                    if (depth < DEPTH_MAX) {
                        object.set(each.getKey(), of(each.getValue(), each.getKey(), depth + 1));
                    }
                }
                yield object;
            }
            case "array" -> {
                ArrayNode array = JSON.createArrayNode();
                for (int i = random.nextInt(3); i > 0 && depth < DEPTH_MAX; i--) {
                    array.add(of(schema.path("items"), name, depth + 1));
                }
                yield array;
            }
            case "integer", "number" ->
                    JSON.getNodeFactory()
                            .numberNode(
                                    known == null
                                            ? random.nextInt(10)
                                            : Long.parseLong(known.getFirst()));
            case "boolean" -> JSON.getNodeFactory().booleanNode(random.nextBoolean());
            default ->
                    JSON.getNodeFactory()
                            .stringNode(known == null ? "x" + random.nextInt(9) : known.getFirst());
        };
    }

    private static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        return type.isArray() ? type.get(0).asString() : type.asString("string");
    }

    /// One member is something else, or gone.
    private JsonNode harmed(JsonNode body) {
        if (!(body instanceof ObjectNode object) || object.isEmpty()) {
            return JSON.getNodeFactory().stringNode(HOSTILE.get(random.nextInt(HOSTILE.size())));
        }
        List<String> names = List.copyOf(object.propertyNames());
        String name = names.get(random.nextInt(names.size()));
        switch (random.nextInt(6)) {
            case 0 -> object.remove(name);
            case 1 -> object.putNull(name);
            case 2 -> object.put(name, HOSTILE.get(random.nextInt(HOSTILE.size())));
            case 3 -> object.put(name, random.nextLong());
            case 4 -> object.set(name, JSON.createArrayNode().add(random.nextInt()));
            default -> {
                JsonNode inner = object.path(name);
                object.set(name, inner.isArray() && !inner.isEmpty() ? harmedIn(inner) : inner);
            }
        }
        return object;
    }

    private JsonNode harmedIn(JsonNode array) {
        return JSON.createArrayNode().add(harmed(array.get(0)));
    }

    private String broken(String body) {
        return switch (random.nextInt(4)) {
            case 0 -> "";
            case 1 -> body.substring(0, random.nextInt(body.length()));
            case 2 -> "[".repeat(2_000);
            default -> "null";
        };
    }

    private byte[] zip(boolean isWellMeant) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            out.putNextEntry(new ZipEntry(isWellMeant ? "plans.csv" : "../plans.csv"));
            out.write(
                    "plan,year,batch,kind,ore_type,holder,tonnes_reo,issued_on\nP-%d,2026,1,mining,rock,P1,%d,2026-01-01\n"
                            .formatted(drawn, 1 + random.nextInt(9))
                            .getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byte[] whole = bytes.toByteArray();
        return isWellMeant || random.nextBoolean()
                ? whole
                : Arrays.copyOf(whole, random.nextInt(whole.length));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
