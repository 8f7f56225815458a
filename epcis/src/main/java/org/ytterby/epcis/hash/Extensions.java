package org.ytterby.epcis.hash;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.ytterby.epcis.json.Json;

/// Writes fields of extensions: name, value and fields below, whatever they are.
final class Extensions {
    private static final Set<String> COMMENTS =
            Set.of("{http://www.w3.org/2000/01/rdf-schema#}comment", "rdfs:comment", "comment");

    private static final String LIST = "List";

    private final Spelling spelling;
    private final Set<String> ignored;

    /// @param ignored names of fields, namespace in braces, that are passed over
    Extensions(Spelling spelling, Set<String> ignored) {
        this.spelling = spelling;
        this.ignored = ignored;
    }

    /// Adds the texts of a field.
    void add(String key, Json value, List<String> to) {
        String name = spelling.label(key);
        if (COMMENTS.contains(name) || ignored.contains(name)) {
            return;
        }
        if (!spelling.isOfXml() && name.endsWith(LIST)) {
            List<String> inner = new ArrayList<>();
            generic(name.substring(0, name.length() - LIST.length()), value, inner);
            Texts.below(name, inner, to);
        } else {
            generic(name, value, to);
        }
    }

    private void generic(String name, Json value, List<String> to) {
        for (Json item : PreHash.items(value)) {
            StringBuilder text = new StringBuilder(name);
            List<String> inner = new ArrayList<>();
            if (item instanceof Json.Members members) {
                within(members, text, inner);
            } else if (item instanceof Json.Items) {
                generic("", item, inner);
            } else {
                say(spelling.plain(item), text);
            }
            Texts.sorted(inner, text);
            to.add(text.toString());
        }
    }

    private static void say(String said, StringBuilder to) {
        to.append(said.isEmpty() ? "" : "=").append(said);
    }

    /// An element of XML that has attributes beside its text calls that text `#text` in JSON.
    private void within(Json.Members of, StringBuilder text, List<String> inner) {
        of.members()
                .forEach((key, member) -> {
                    if (key.equals("#text")) {
                        say(spelling.plain(member), text);
                    } else if (!key.startsWith("@xmlns")) {
                        add(key, member, inner);
                    }
                });
    }
}
