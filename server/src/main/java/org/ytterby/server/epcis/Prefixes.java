package org.ytterby.server.epcis;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ytterby.epcis.Names;
import org.ytterby.epcis.json.Json;

/// What prefixes mean for whoever asks: by their own word, or else as in the events that they may
/// see, where one prefix may have several meanings.
record Prefixes(Names names, Map<String, Set<String>> meanings) {
    static final Prefixes NONE = new Prefixes(Names.OF_THE_STANDARD, Map.of());

    /// The prefixes that a context declares, with their meanings.
    static Map<String, String> declared(@Nullable Json context) {
        Map<String, String> found = new LinkedHashMap<>();
        collect(context, found);
        return found;
    }

    private static void collect(@Nullable Json context, Map<String, String> to) {
        switch (context) {
            case Json.Items(var parts) -> parts.forEach(part -> collect(part, to));
            case Json.Members(var terms) ->
                    terms.forEach((term, meaning) -> {
                        if (meaning instanceof Json.Text(String iri) && !term.startsWith("@")) {
                            to.put(term, iri);
                        }
                    });
            case null, default -> {
                // declares no prefix
            }
        }
    }

    /// The names that a field may have, namespaces in braces.
    List<String> fields(String name) {
        int colon = name.indexOf(':');
        String own = names.field(name);
        if (colon < 0 || !own.equals(name)) {
            return List.of(own);
        }
        Set<String> all = new LinkedHashSet<>();
        for (String meaning : meanings.getOrDefault(name.substring(0, colon), Set.of())) {
            all.add("{" + meaning + "}" + name.substring(colon + 1));
        }
        return all.isEmpty() ? List.of(own) : List.copyOf(all);
    }
}
