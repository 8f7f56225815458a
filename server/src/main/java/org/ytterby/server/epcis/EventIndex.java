package org.ytterby.server.epcis;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ytterby.epcis.EpcisEvent;
import org.ytterby.epcis.Names;
import org.ytterby.epcis.hash.Vocabulary;
import org.ytterby.epcis.json.Json;

/// What an event is found by: terms for what is asked as equal, numbers for more and less, and the
/// resources that it names.
///
/// @param terms each once
record EventIndex(Set<String> terms, List<Figure> numbers, Set<Resource> resources) {
    /// A number or a time.
    ///
    /// @param unit empty where there is none
    record Figure(String path, String unit, double value) {}

    /// Something that a top-level resource lists.
    record Resource(ResourceKind kind, String value) {}

    static EventIndex of(EpcisEvent event) {
        Names names = event.names().with(event.tree().get("@context"));
        EventIndex index =
                new EventIndex(new LinkedHashSet<>(), new ArrayList<>(), new LinkedHashSet<>());
        new Things(index, names).event(event.tree());
        new Happening(index, names).event(event.tree());
        return index;
    }

    void term(String path, String value) {
        terms.add(Term.of(path, value));
    }

    void number(String path, String unit, double value) {
        numbers.add(new Figure(path, unit, value));
    }

    void resource(ResourceKind kind, String value) {
        resources.add(new Resource(kind, value));
    }

    /// Adds a number if the value is one.
    void number(String path, String unit, @Nullable Json value) {
        if (value instanceof Json.Numeral number) {
            number(path, unit, Double.parseDouble(number.digits()));
        }
    }

    /// Adds a time if the value is one.
    void time(String path, @Nullable Json value) {
        if (value instanceof Json.Text(String text)) {
            Micros.parse(text).ifPresent(micros -> number(path, "", micros));
        }
    }

    /// Adds words of a vocabulary, one or several.
    void words(String path, Vocabulary vocabulary, @Nullable Json value, Names names) {
        switch (value) {
            case Json.Text(String word) -> term(path, vocabulary.iri(word, names));
            case Json.Items(var items) ->
                    items.forEach(item -> words(path, vocabulary, item, names));
            case null, default -> {
                // no word
            }
        }
    }
}
