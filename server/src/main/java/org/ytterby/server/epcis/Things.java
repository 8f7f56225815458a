package org.ytterby.server.epcis;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ytterby.epcis.Names;
import org.ytterby.epcis.identifier.DigitalLink;
import org.ytterby.epcis.json.Json;

/// Indexes the things that an event is about: objects, lots, and how much of them.
final class Things {
    /// Qualifiers that single an object or a lot out of its class.
    private static final List<String> QUALIFIERS = List.of("/21/", "/235/", "/10/", "/8011/");

    private final EventIndex index;
    private final Names names;

    Things(EventIndex index, Names names) {
        this.index = index;
        this.names = names;
    }

    void event(Json.Members event) {
        objects("epc", event.get("epcList"));
        objects("epc", event.get("childEPCs"));
        objects("inputEPC", event.get("inputEPCList"));
        objects("outputEPC", event.get("outputEPCList"));
        objects("parentID", event.get("parentID"));
        quantities("epcClass", event.get("quantityList"));
        quantities("epcClass", event.get("childQuantityList"));
        quantities("inputEPCClass", event.get("inputQuantityList"));
        quantities("outputEPCClass", event.get("outputQuantityList"));
    }

    private void objects(String path, @Nullable Json value) {
        each(
                value,
                item -> {
                    if (item instanceof Json.Text(String uri)) {
                        thing(path, uri);
                    }
                });
    }

    private void quantities(String path, @Nullable Json value) {
        each(
                value,
                item -> {
                    if (item instanceof Json.Members element) {
                        String uri = element.text("epcClass");
                        if (uri != null) {
                            thing(path, uri);
                        }
                        String unit = element.text("uom");
                        index.number("quantity", unit == null ? "" : unit, element.get("quantity"));
                    }
                });
    }

    private void thing(String path, String uri) {
        String key = DigitalLink.canonical(names.expanded(uri));
        index.term(path, key);
        index.resource(ResourceKind.EPC, key);
        String classKey = classOf(key);
        if (!classKey.equals(key)) {
            index.terms().add(Term.ofClass(path, classKey));
        }
    }

    /// The class that a canonical key belongs to; the key itself if it names no single thing.
    static String classOf(String key) {
        for (String qualifier : QUALIFIERS) {
            int at = key.indexOf(qualifier, "https://".length());
            if (at > 0 && key.startsWith("https://id.gs1.org/")) {
                return key.substring(0, at);
            }
        }
        return key;
    }

    static void each(@Nullable Json value, Consumer<Json> to) {
        switch (value) {
            case Json.Items(var items) -> items.forEach(to);
            case null -> {}
            default -> to.accept(value);
        }
    }
}
