package org.ytterby.epcis.xml;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The prefixes of a whole XML document, each with one namespace, wherever it was declared. The
/// namespaces of EPCIS itself have none: their elements are the fields of the standard.
final class Prefixes {
    private static final String STANDARD = "urn:epcglobal:epcis";

    private final Map<String, String> namespaces = new LinkedHashMap<>();
    private final Map<String, String> prefixes = new LinkedHashMap<>();

    /// Notes a declaration; a prefix that means something else elsewhere gets a number.
    void declare(@Nullable String prefix, @Nullable String namespace) {
        if (prefix == null || prefix.isEmpty() || namespace == null || namespace.isEmpty()) {
            return;
        }
        String free = prefix;
        for (int i = 2; !namespaces.getOrDefault(free, namespace).equals(namespace); i++) {
            free = prefix + i;
        }
        namespaces.put(free, namespace);
        prefixes.putIfAbsent(namespace, free);
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
