package org.ytterby.epcis;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ytterby.epcis.json.Json;

/// What the prefixes mean that a document declares in its own `@context`: the part of JSON-LD that
/// the event hash uses. No context is ever loaded, that of the standard included.
///
/// Prefixes that only the context of the standard declares (`gs1:`, `cbvmda:`) stay as they are,
/// and so do those that an event declares for itself: the reference implementation of the hash
/// leaves them, and equal hashes are what a hash is for.
public final class Names {
    /// Nothing but the words of the standard, which stand for themselves.
    public static final Names OF_THE_STANDARD = new Names(Map.of());

    private final Map<String, String> meanings;

    private Names(Map<String, String> meanings) {
        this.meanings = meanings;
    }

    /// These names with those of a context beside them.
    public Names with(@Nullable Json context) {
        Map<String, String> all = new HashMap<>(meanings);
        add(context, all);
        return all.equals(meanings) ? this : new Names(all);
    }

    private static void add(@Nullable Json context, Map<String, String> to) {
        switch (context) {
            case Json.Items(var parts) -> parts.forEach(part -> add(part, to));
            case Json.Members(var terms) ->
                    terms.forEach((term, meaning) -> {
                        String iri = iri(meaning);
                        if (iri != null) {
                            to.put(term, iri);
                        }
                    });
            case null, default -> {
                // addresses of contexts are never followed
            }
        }
    }

    private static @Nullable String iri(Json meaning) {
        return switch (meaning) {
            case Json.Text(String iri) -> iri;
            case Json.Members term -> term.text("@id");
            case Json.Items _, Json.Numeral _, Json.Truth _, Json.Null _ -> null;
        };
    }

    /// The name of an extension field, its namespace in braces; where its prefix has no meaning,
    /// the name as it is.
    public String field(String key) {
        int colon = key.indexOf(':');
        if (colon < 0) {
            return key;
        }
        String namespace = meanings.get(key.substring(0, colon));
        if (namespace != null) {
            return "{" + namespace + "}" + key.substring(colon + 1);
        }
        return key.startsWith("//", colon + 1) ? split(key) : key;
    }

    /// A full URI, divided behind its last separator.
    private static String split(String iri) {
        int end = Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/'));
        end = end < 0 ? iri.lastIndexOf(':') : end;
        return "{" + iri.substring(0, end + 1) + "}" + iri.substring(end + 1);
    }

    /// A value whose prefix is known, in full; any other as it is.
    public String expanded(String value) {
        int colon = value.indexOf(':');
        if (colon <= 0 || value.startsWith("//", colon + 1)) {
            return value;
        }
        String namespace = meanings.get(value.substring(0, colon));
        return namespace == null ? value : namespace + value.substring(colon + 1);
    }
}
