package org.ytterby.epcis;

import java.util.Set;
import org.ytterby.epcis.json.Json;

/// One event of a document, with all that it says and what the document says for it.
///
/// @param index place among the events of the document, 0 the first
/// @param pointer where it stands in the document (RFC 6901)
/// @param tree the event as JSON, whole
/// @param names what prefixes mean in the document around it
/// @param ignored extension fields, namespace in braces, that the document keeps out of hashes
/// @param cameAsXml whether the document was XML: the hash tells a few values by what they came as
public record EpcisEvent(
        int index,
        String pointer,
        Json.Members tree,
        Names names,
        Set<String> ignored,
        boolean cameAsXml) {
    public EpcisEvent {
        ignored = Set.copyOf(ignored);
    }

    /// What happened, such as `ObjectEvent`; empty where the event does not say.
    public String type() {
        String type = tree.text("type");
        return type == null ? "" : type;
    }
}
