package org.ytterby.epcis.xml;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The prefixes of a whole XML document, each with one namespace, wherever it was declared. The
/// namespaces of EPCIS itself have none: their elements are the fields of the standard.
final class Prefixes {
    private static final String STANDARD = "urn:epcglobal:epcis";

    private static final int NAMESPACES_MAX = 10_000;

    private final Map<String, String> namespaces = new LinkedHashMap<>();
    private final Map<String, String> prefixes = new LinkedHashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    /// Notes a declaration; a prefix that means something else elsewhere gets a number.
    void declare(@Nullable String prefix, @Nullable String namespace) {
        if (prefix == null || prefix.isEmpty() || namespace == null || namespace.isEmpty()) {
            return;
        }
        if (isFull()) {
            return; // the reader refuses the document
        }
        String meaning = namespaces.putIfAbsent(prefix, namespace);
        if (meaning == null || meaning.equals(namespace)) {
            prefixes.putIfAbsent(namespace, prefix);
        } else if (!prefixes.containsKey(namespace)) {
            String free = numbered(prefix);
            namespaces.put(free, namespace);
            prefixes.put(namespace, free);
        }
    }

    private String numbered(String prefix) {
        String free = prefix;
        while (namespaces.containsKey(free)) {
            free = prefix + (1 + numbers.merge(prefix, 1, Integer::sum));
        }
        return free;
    }

    /// Whether there are more than any document needs; those beyond are not kept.
    boolean isFull() {
        return namespaces.size() >= NAMESPACES_MAX;
    }

    /// The name of an element or attribute with its prefix for the whole document.
    String name(@Nullable String namespace, String local) {
        if (namespace == null || namespace.isEmpty() || namespace.startsWith(STANDARD)) {
            return local;
        }
        if (!prefixes.containsKey(namespace)) {
            declare("ns", namespace);
        }
        return prefixes.get(namespace) + ":" + local;
    }

    /// Namespaces by prefix, in the order in which they were met.
    Map<String, String> namespaces() {
        return namespaces;
    }
}
