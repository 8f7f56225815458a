package org.ytterby.epcis.hash;

import org.ytterby.epcis.EpcisEvent;
import org.ytterby.epcis.Names;
import org.ytterby.epcis.identifier.DigitalLink;
import org.ytterby.epcis.json.Json;

/// One spelling for each value and name that may be written in several.
final class Spelling {
    private final Names names;
    private final boolean isXml;

    Spelling(EpcisEvent event) {
        names = event.names();
        isXml = event.cameAsXml();
    }

    boolean isOfXml() {
        return isXml;
    }

    String text(Field.Shape shape, Json value) {
        if (!(value instanceof Json.Text(String text))) {
            return plain(value);
        }
        String word = text.strip();
        return switch (shape) {
            case TIME -> UtcTime.of(word);
            case BIZ_STEP -> word(Vocabulary.BIZ_STEP, word);
            case DISPOSITION -> word(Vocabulary.DISPOSITION, word);
            case TRANSACTION_TYPE -> word(Vocabulary.TRANSACTION_TYPE, word);
            case SOURCE_DESTINATION_TYPE -> word(Vocabulary.SOURCE_DESTINATION_TYPE, word);
            case COMPONENT -> word(Vocabulary.COMPONENT, word);
            case MEASUREMENT -> word(Vocabulary.MEASUREMENT, word);
            case TEXT,
                    EPCS,
                    QUANTITIES,
                    TRANSACTIONS,
                    SOURCES,
                    DESTINATIONS,
                    SENSORS,
                    PLACE,
                    DISPOSITIONS,
                    SENSOR_METADATA,
                    SENSOR_REPORTS ->
                    canonical(word);
        };
    }

    private String word(Vocabulary part, String word) {
        return word.indexOf(':') < 0
                ? part.iri(word, Names.OF_THE_STANDARD)
                : Vocabulary.ofUrn(expanded(word));
    }

    String plain(Json value) {
        return switch (value) {
            case Json.Text(String text) -> canonical(text.strip());
            case Json.Numeral(String digits) -> NumberText.canonical(digits);
            case Json.Truth(boolean truth) -> truth(truth);
            case Json.Null _ -> "None";
            case Json.Items _, Json.Members _ -> "";
        };
    }

    private String truth(boolean truth) {
        if (isXml) {
            return truth ? "true" : "false";
        }
        return truth ? "True" : "False";
    }

    /// One spelling for words, numbers and keys that may be written in several.
    private String canonical(String text) {
        String full = Vocabulary.ofUrn(expanded(text));
        return DigitalLink.canonical(NumberText.canonical(full));
    }

    /// In XML only the prefixes of the vocabularies stand for something within a value.
    String expanded(String value) {
        return isXml ? Vocabulary.ofPrefix(value) : names.expanded(value);
    }

    /// The name of an extension field with its namespace in braces; a full URI stands as it is.
    String label(String key) {
        return key.contains("://") ? key : names.field(key);
    }
}
