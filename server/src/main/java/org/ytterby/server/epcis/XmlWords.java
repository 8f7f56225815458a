package org.ytterby.server.epcis;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ytterby.epcis.json.Json;

/// Words of the standard vocabulary as JSON writes them: bare, where XML writes a URN.
final class XmlWords {
    private static final Set<String> FIELDS =
            Set.of("bizStep", "disposition", "type", "set", "unset", "reason");
    private static final Pattern URN =
            Pattern.compile("urn:epcglobal:cbv:(?:bizstep|disp|btt|sdt|er):(.+)");

    private XmlWords() {}

    /// A document that was read from XML, with bare words.
    static Json bare(Json value) {
        return bare("", value);
    }

    private static Json bare(String field, Json value) {
        return switch (value) {
            case Json.Members(var members) -> {
                Map<String, Json> changed = new LinkedHashMap<>();
                members.forEach((name, member) -> changed.put(name, bare(name, member)));
                yield new Json.Members(changed);
            }
            case Json.Items(var items) ->
                    new Json.Items(items.stream().map(item -> bare(field, item)).toList());
            case Json.Text(String text) -> {
                Matcher urn = URN.matcher(text);
                boolean isWord = FIELDS.contains(field) && urn.matches();
                yield isWord ? new Json.Text(urn.group(1)) : value;
            }
            case Json.Numeral _, Json.Truth _, Json.Null _ -> value;
        };
    }
}
