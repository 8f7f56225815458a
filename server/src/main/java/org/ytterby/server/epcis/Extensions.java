package org.ytterby.server.epcis;

import java.util.Map;
import org.ytterby.epcis.Names;
import org.ytterby.epcis.json.Json;

/// Indexes fields that are not of the standard: those of a user's own namespace, and instance or
/// lot master data.
///
/// Their paths begin with the part of the event that they stand in, such as `ILMD_`; those within
/// another such field have `INNER_` before it.
final class Extensions {
    static final String INNER = "INNER_";

    private final EventIndex index;
    private final Names names;

    Extensions(EventIndex index, Names names) {
        this.index = index;
        this.names = names;
    }

    /// Indexes all such fields of a part.
    ///
    /// @param area what their paths begin with
    void fields(String area, Json.Members of) {
        for (Map.Entry<String, Json> member : of.members().entrySet()) {
            if (member.getKey().indexOf(':') > 0) {
                field(area + names.field(member.getKey()), area, member.getValue());
            }
        }
    }

    private void field(String path, String area, Json value) {
        index.terms().add(Term.present(path));
        values(path, area, value);
    }

    private void values(String path, String area, Json value) {
        switch (value) {
            case Json.Text(String text) -> {
                index.term(path, text);
                index.time(path, value);
            }
            case Json.Numeral number -> {
                index.term(path, Query.number(number.digits()));
                index.number(path, "", number);
            }
            case Json.Truth(boolean truth) -> index.term(path, Boolean.toString(truth));
            case Json.Null _ -> {}
            case Json.Items(var items) -> items.forEach(item -> values(path, area, item));
            case Json.Members(var members) ->
                    members.forEach((name, inner) -> {
                        String below = area.startsWith(INNER) ? area : INNER + area;
                        field(below + names.field(name), below, inner);
                    });
        }
    }
}
