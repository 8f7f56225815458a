package org.ytterby.server.epcis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.ytterby.epcis.Names;
import org.ytterby.epcis.json.Json;
import org.ytterby.epcis.json.JsonReader;
import org.ytterby.epcis.json.JsonUnreadable;

/// A query that an organisation gave a name.
///
/// @param definition its parameters; `@context` among them says what their prefixes mean
record NamedQuery(String name, Json.Members definition) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._~-]{1,100}");
    private static final String CONTEXT = "@context";

    /// @throws EpcisProblem if it is no query with a name
    static NamedQuery parse(byte[] body) {
        if (object(body) instanceof Json.Members members
                && members.get("name") instanceof Json.Text(String name)
                && members.get("query") instanceof Json.Members definition
                && members.members().size() == 2) {
            if (!NAME.matcher(name).matches()) {
                throw EpcisProblem.of(
                        EpcisProblem.Kind.VALIDATION,
                        "/name: 1 to 100 letters, digits, and . _ ~ -, not " + name,
                        "/name：1 至 100 个字母、数字或 . _ ~ -，而不是 " + name);
            }
            return new NamedQuery(name, definition);
        }
        throw EpcisProblem.of(
                EpcisProblem.Kind.VALIDATION,
                "an object with name and query, and nothing else, is expected",
                "应为只含 name 与 query 的对象");
    }

    /// The JSON of a body that is no document of events.
    static Json object(byte[] body) {
        try {
            return JsonReader.read(body, _ -> {});
        } catch (JsonUnreadable e) {
            throw EpcisProblem.of(EpcisProblem.Kind.VALIDATION, e.wording());
        }
    }

    /// What its prefixes mean.
    Names names() {
        return Names.OF_THE_STANDARD.with(definition.get(CONTEXT));
    }

    /// The query for somebody.
    Query query(Prefixes prefixes) {
        Map<String, List<String>> parameters = new TreeMap<>();
        definition
                .members()
                .forEach((name, value) -> {
                    if (!name.equals(CONTEXT)) {
                        parameters.put(name, values(name, value));
                    }
                });
        return QueryParser.parse(parameters, prefixes);
    }

    private static List<String> values(String name, Json value) {
        return switch (value) {
            case Json.Text(String text) -> List.of(text);
            case Json.Numeral(String digits) -> List.of(digits);
            case Json.Truth(boolean truth) -> List.of(Boolean.toString(truth));
            case Json.Null _ -> List.of("");
            case Json.Items(var items) ->
                    items.stream().flatMap(item -> values(name, item).stream()).toList();
            case Json.Members _ ->
                    throw EpcisProblem.of(
                            EpcisProblem.Kind.QUERY_PARAMETER,
                            name + ": no object is expected",
                            name + "：不应为对象");
        };
    }

    Json json() {
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("name", new Json.Text(name));
        members.put("query", definition);
        return new Json.Members(members);
    }
}
