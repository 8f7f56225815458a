package org.ytterby.epcis.schema;

import org.jspecify.annotations.Nullable;

/// A place in a document, below another; null is the document itself.
record Place(@Nullable Place above, String name) {
    static String pointer(@Nullable Place place) {
        if (place == null) {
            return "";
        }
        return pointer(place.above) + "/" + place.name.replace("~", "~0").replace("/", "~1");
    }
}
