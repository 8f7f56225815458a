package org.ytterby.epcis.profile;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.ytterby.core.ledger.FlowType;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.epcis.json.Json;

/// Words of the profile: its namespace, and the URIs of what the ledger calls by opaque ids.
final class Terms {
    static final String PREFIX = "ytterby";
    static final String NAMESPACE = "https://ns.ytterby.org/epcis/";
    static final String CONTEXT = "https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld";
    static final String LOT = "https://id.ytterby.org/lot/";
    static final String FACILITY = "https://id.ytterby.org/facility/";
    static final String PARTY = "https://id.ytterby.org/party/";
    static final String COUNTRY = "https://id.ytterby.org/country/";
    static final String DOCUMENT = "https://id.ytterby.org/document/";
    static final String RECORD = "https://id.ytterby.org/record/";

    private Terms() {}

    /// The name of a field of the profile.
    static String field(String name) {
        return PREFIX + ":" + name;
    }

    static Json.Text uri(String start, String id) {
        return text(start + URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20"));
    }

    /// The id in a URI of the profile.
    ///
    /// @throws OutsideProfile if the URI does not begin so
    static String id(String start, @Nullable String uri) {
        if (uri == null || !uri.startsWith(start)) {
            throw new OutsideProfile(
                    "a URI that begins with " + start + ", not " + uri,
                    "以 " + start + " 开头的 URI，而不是 " + uri);
        }
        try {
            return URLDecoder.decode(
                    uri.substring(start.length()).replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new OutsideProfile("an escaped id, not " + uri, "正确转义的编号，而不是 " + uri);
        }
    }

    static List<Json> items(Json.Members tree, String name) {
        return tree.get(name) instanceof Json.Items(var items) ? items : List.of();
    }

    static long time(@Nullable String text) {
        OptionalLong micros = text == null ? OptionalLong.empty() : LedgerTime.parse(text);
        return micros.orElseThrow(() ->
                new OutsideProfile("a time with offset, not " + text, "带时区偏移的时间，而不是 " + text));
    }

    static Json.Text text(String value) {
        return new Json.Text(value);
    }

    /// The business step that tells a type of flow; null where the standard has none.
    static @Nullable String step(FlowType type) {
        return switch (type) {
            case EXTRACTION -> "commissioning";
            case SHIPMENT -> "shipping";
            case RECEIPT -> "receiving";
            case IMPORT -> "arriving";
            case EXPORT -> "departing";
            case DISPOSAL -> "decommissioning";
            case STOCKTAKE -> "stock_taking";
            case PROCESSING, CANCELLATION -> null;
        };
    }

    static String action(FlowType type) {
        return switch (type) {
            case EXTRACTION -> "ADD";
            case DISPOSAL, CANCELLATION -> "DELETE";
            case PROCESSING, SHIPMENT, RECEIPT, IMPORT, EXPORT, STOCKTAKE -> "OBSERVE";
        };
    }

    /// A document around events.
    static Json.Members document(List<Json> events, String created) {
        Map<String, Json> body = new LinkedHashMap<>();
        body.put("eventList", new Json.Items(events));
        Map<String, Json> members = new LinkedHashMap<>();
        members.put(
                "@context",
                new Json.Items(
                        List.of(text(CONTEXT), new Json.Members(Map.of(PREFIX, text(NAMESPACE))))));
        members.put("type", text("EPCISDocument"));
        members.put("schemaVersion", text("2.0"));
        members.put("creationDate", text(created));
        members.put("epcisBody", new Json.Members(body));
        return new Json.Members(members);
    }
}
