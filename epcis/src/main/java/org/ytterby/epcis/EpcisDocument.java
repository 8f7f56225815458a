package org.ytterby.epcis;

import java.util.ArrayList;
import java.util.List;
import org.ytterby.epcis.json.Json;
import org.ytterby.epcis.json.JsonReader;
import org.ytterby.epcis.json.Repetition;
import org.ytterby.epcis.xml.XmlReader;

/// What a file holds: a document of events, the answer to a query, one event by itself, or an array
/// of these.
///
/// @param tree the whole file as JSON
/// @param events all events in it, in order
/// @param repetitions members that stood twice in one object, or one element where one is allowed
public record EpcisDocument(Json tree, List<EpcisEvent> events, List<Repetition> repetitions) {
    public EpcisDocument {
        events = List.copyOf(events);
        repetitions = List.copyOf(repetitions);
    }

    /// Reads JSON, JSON-LD or, where the first character is `<`, XML.
    ///
    /// @throws org.ytterby.epcis.json.JsonUnreadable if the bytes are neither, or pass a bound
    public static EpcisDocument read(byte[] bytes) {
        List<Repetition> repetitions = new ArrayList<>();
        boolean isXml = isXml(bytes);
        Json tree =
                isXml
                        ? XmlReader.read(bytes, repetitions::add)
                        : JsonReader.read(bytes, repetitions::add);
        return new EpcisDocument(tree, new Events(isXml).of(tree), repetitions);
    }

    /// The document that a tree holds.
    public static EpcisDocument of(Json tree) {
        return new EpcisDocument(tree, new Events(false).of(tree), List.of());
    }

    /// The same of another tree with as many events, such as one with other spellings.
    public EpcisDocument with(Json other) {
        boolean isXml = !events.isEmpty() && events.getFirst().cameAsXml();
        return new EpcisDocument(other, new Events(isXml).of(other), repetitions);
    }

    /// Whether bytes begin as XML does.
    public static boolean isXml(byte[] bytes) {
        for (byte b : bytes) {
            boolean skipped = b <= ' ';
            if (!skipped) {
                return b == '<';
            }
        }
        return false;
    }
}
