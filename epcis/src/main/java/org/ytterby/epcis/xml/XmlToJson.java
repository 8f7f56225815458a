package org.ytterby.epcis.xml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ytterby.core.supervision.Text;
import org.ytterby.epcis.json.Json;
import org.ytterby.epcis.json.JsonUnreadable;
import org.ytterby.epcis.json.Repetition;

/// The JSON of an EPCIS document that came as XML (EPCIS 2.0, sections 9 and 10): equal fields with
/// equal names, lists as arrays, attributes of sensor data as fields.
final class XmlToJson {
    private static final String CONTEXT =
            "https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld";
    private static final Pattern NUMBER =
            Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?");

    /// Lists of URIs: what each item is called does not matter.
    private static final Set<String> URI_LISTS =
            Set.of("epcList", "childEPCs", "inputEPCList", "outputEPCList", "correctiveEventIDs");

    private static final Set<String> QUANTITY_LISTS =
            Set.of("quantityList", "childQuantityList", "inputQuantityList", "outputQuantityList");

    private static final Map<String, String> TYPED_LISTS =
            Map.of(
                    "bizTransactionList", "bizTransaction",
                    "sourceList", "source",
                    "destinationList", "destination");

    private static final Set<String> NUMBERS =
            Set.of(
                    "quantity",
                    "value",
                    "minValue",
                    "maxValue",
                    "meanValue",
                    "sDev",
                    "percRank",
                    "percValue");

    /// Parts of a document that are no fields.
    private static final Set<String> PARTS = Set.of("EPCISHeader", "EPCISBody", "extension");

    /// Parts of a query document that may stand below its root without a body.
    private static final Set<String> RESULTS = Set.of("queryName", "subscriptionID", "resultsBody");

    /// Elements of EPCIS 1 that only wrap others.
    private static final Set<String> WRAPPERS = Set.of("extension", "baseExtension");

    private final Consumer<Repetition> repeated;

    /// @param repeated hears of fields that stand twice where one is allowed
    XmlToJson(Consumer<Repetition> repeated) {
        this.repeated = repeated;
    }

    Json document(XmlNode root, Prefixes prefixes) {
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("@context", context(prefixes));
        Map<String, String> attributes = new LinkedHashMap<>();
        root.attributes().forEach(a -> attributes.put(a.name(), a.value()));
        boolean isQuery = root.local().equals("EPCISQueryDocument");
        if (!isQuery && !root.local().equals("EPCISDocument")) {
            throw new JsonUnreadable(
                    1,
                    0,
                    new Text(
                            "the root is " + root.name() + ", not EPCISDocument",
                            "根元素是 " + root.name() + "，不是 EPCISDocument"));
        }
        members.put("type", new Json.Text(root.local()));
        for (String name : List.of("schemaVersion", "creationDate")) {
            if (attributes.containsKey(name)) {
                members.put(name, new Json.Text(attributes.get(name)));
            }
        }
        for (XmlNode child : root.children()) {
            if (child.isPrefixed()) {
                put(child, extension(child), members);
            } else if (!PARTS.contains(child.name())
                    && !(isQuery && RESULTS.contains(child.name()))) {
                put(child, text(child), members); // the schema says that there is no such field
            }
        }
        members.put("epcisBody", isQuery ? queryBody(root) : body(root.child("EPCISBody")));
        return new Json.Members(members);
    }

    private static Json context(Prefixes prefixes) {
        List<Json> parts = new ArrayList<>(List.of(new Json.Text(CONTEXT)));
        prefixes.namespaces()
                .forEach((prefix, namespace) ->
                        parts.add(new Json.Members(Map.of(prefix, new Json.Text(namespace)))));
        return new Json.Items(parts);
    }

    private Json body(@Nullable XmlNode body) {
        return new Json.Members(Map.of("eventList", events(body)));
    }

    private Json queryBody(XmlNode root) {
        XmlNode within = root;
        XmlNode inner = root.child("EPCISBody");
        if (inner != null) {
            within =
                    inner.children().stream()
                            .filter(child -> child.local().equals("QueryResults")) // has a prefix
                            .findFirst()
                            .orElse(inner);
        }
        Map<String, Json> results = new LinkedHashMap<>();
        for (String name : List.of("queryName", "subscriptionID")) {
            XmlNode value = within.child(name);
            if (value != null) {
                results.put(name, new Json.Text(value.value()));
            }
        }
        results.put("resultsBody", body(within.child("resultsBody")));
        return new Json.Members(Map.of("queryResults", new Json.Members(results)));
    }

    private Json events(@Nullable XmlNode body) {
        XmlNode list = body == null ? null : body.child("EventList");
        List<Json> events = new ArrayList<>();
        if (list != null) {
            for (XmlNode node : list.children()) {
                for (XmlNode event : isWrapper(node) ? node.children() : List.of(node)) {
                    events.add(event(event));
                }
            }
        }
        return new Json.Items(events);
    }

    private static boolean isWrapper(XmlNode node) {
        return WRAPPERS.contains(node.name());
    }

    private Json event(XmlNode node) {
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("type", new Json.Text(node.name()));
        fields(node.children(), members);
        return new Json.Members(members);
    }

    private void fields(List<XmlNode> nodes, Map<String, Json> to) {
        for (XmlNode node : nodes) {
            if (isWrapper(node)) {
                fields(node.children(), to);
            } else if (!node.isNil()) { // nil says that there is none
                present(node, to);
            }
        }
    }

    private void present(XmlNode node, Map<String, Json> to) {
        if (node.isPrefixed()) {
            add(node.name(), extension(node), to);
        } else {
            field(node, to);
        }
    }

    private void field(XmlNode node, Map<String, Json> to) {
        String name = node.name();
        String typed = TYPED_LISTS.get(name);
        if (URI_LISTS.contains(name)) {
            put(node, new Json.Items(node.children().stream().map(XmlToJson::text).toList()), to);
        } else if (QUANTITY_LISTS.contains(name)) {
            put(node, new Json.Items(node.children().stream().map(this::object).toList()), to);
        } else if (typed != null) {
            put(
                    node,
                    new Json.Items(node.children().stream().map(n -> pair(typed, n)).toList()),
                    to);
        } else {
            switch (name) {
                case "readPoint", "bizLocation", "errorDeclaration", "ilmd" ->
                        put(node, object(node), to);
                case "persistentDisposition" -> put(node, dispositions(node), to);
                case "sensorElementList" ->
                        put(
                                node,
                                new Json.Items(node.children().stream().map(this::sensor).toList()),
                                to);
                default -> add(name, scalar(name, node.value()), to);
            }
        }
    }

    /// A field of which there is one; of several the last one counts.
    private void put(XmlNode node, Json value, Map<String, Json> to) {
        if (to.put(node.name(), value) != null) {
            repeated.accept(new Repetition(node.name(), node.line(), node.column()));
        }
    }

    private static Json text(XmlNode node) {
        return new Json.Text(node.value());
    }

    private Json object(XmlNode node) {
        Map<String, Json> members = new LinkedHashMap<>();
        fields(node.children(), members);
        return new Json.Members(members);
    }

    private static Json pair(String name, XmlNode node) {
        Map<String, Json> members = new LinkedHashMap<>();
        node.attributes().stream()
                .filter(a -> a.name().equals("type"))
                .forEach(a -> members.put("type", new Json.Text(a.value())));
        members.put(name, text(node));
        return new Json.Members(members);
    }

    private static Json dispositions(XmlNode node) {
        Map<String, Json> members = new LinkedHashMap<>();
        for (String name : List.of("set", "unset")) {
            List<Json> values =
                    node.children().stream()
                            .filter(n -> n.name().equals(name))
                            .map(XmlToJson::text)
                            .toList();
            if (!values.isEmpty()) {
                members.put(name, new Json.Items(values));
            }
        }
        return new Json.Members(members);
    }

    private Json sensor(XmlNode node) {
        Map<String, Json> members = new LinkedHashMap<>();
        List<Json> reports = new ArrayList<>();
        for (XmlNode child : node.children()) {
            if (child.name().equals("sensorReport")) {
                reports.add(attributes(child));
            } else if (child.name().equals("sensorMetadata")) {
                put(child, attributes(child), members);
            } else {
                add(child.name(), extension(child), members);
            }
        }
        if (!reports.isEmpty()) {
            members.put("sensorReport", new Json.Items(reports));
        }
        return new Json.Members(members);
    }

    private Json attributes(XmlNode node) {
        Map<String, Json> members = new LinkedHashMap<>();
        for (XmlNode.Attribute a : node.attributes()) {
            members.put(a.name(), scalar(a.name(), a.value().strip()));
        }
        fields(node.children(), members);
        return new Json.Members(members);
    }

    private static Json scalar(String name, String value) {
        if (NUMBERS.contains(name) && NUMBER.matcher(value).matches()) {
            return new Json.Numeral(value);
        }
        if (name.equals("booleanValue") && (value.equals("true") || value.equals("false"))) {
            return new Json.Truth(value.equals("true"));
        }
        return new Json.Text(value);
    }

    /// Attributes become fields; a text beside them is called `#text`.
    private static Json extension(XmlNode node) {
        Map<String, Json> members = new LinkedHashMap<>();
        for (XmlNode.Attribute a : node.attributes()) {
            if (!a.isNote()) {
                members.put(a.name(), new Json.Text(a.value().strip()));
            }
        }
        if (node.children().isEmpty()) {
            if (members.isEmpty()) {
                return new Json.Text(node.value());
            }
            if (!node.value().isEmpty()) {
                members.put("#text", new Json.Text(node.value()));
            }
        }
        for (XmlNode child : node.children()) {
            Json value =
                    child.children().isEmpty()
                                    && child.attributes().isEmpty()
                                    && !child.isPrefixed()
                            ? scalar(child.name(), child.value())
                            : extension(child);
            add(child.name(), value, members);
        }
        return new Json.Members(members);
    }

    /// A field that stands again becomes an array.
    private static void add(String name, Json value, Map<String, Json> to) {
        Json before = to.get(name);
        switch (before) {
            case null -> to.put(name, value);
            case Json.Items(var items) -> {
                List<Json> more = new ArrayList<>(items);
                more.add(value);
                to.put(name, new Json.Items(more));
            }
            default -> to.put(name, new Json.Items(new ArrayList<>(List.of(before, value))));
        }
    }
}
