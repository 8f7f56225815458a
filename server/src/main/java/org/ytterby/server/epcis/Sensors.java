package org.ytterby.server.epcis;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ytterby.epcis.Names;
import org.ytterby.epcis.hash.Vocabulary;
import org.ytterby.epcis.identifier.DigitalLink;
import org.ytterby.epcis.json.Json;

/// Indexes what sensors said.
final class Sensors {
    static final List<String> TIMES = List.of("time", "startTime", "endTime");
    static final List<String> URIS =
            List.of(
                    "deviceID",
                    "deviceMetadata",
                    "rawData",
                    "dataProcessingMethod",
                    "bizRules",
                    "microorganism",
                    "chemicalSubstance",
                    "uriValue");
    static final List<String> TEXTS = List.of("stringValue", "hexBinaryValue");
    static final List<String> NUMBERS =
            List.of("value", "minValue", "maxValue", "meanValue", "sDev", "percRank", "percValue");

    private final EventIndex index;
    private final Names names;
    private final Extensions extensions;

    Sensors(EventIndex index, Names names, Extensions extensions) {
        this.index = index;
        this.names = names;
        this.extensions = extensions;
    }

    void elements(@Nullable Json list) {
        if (list != null) {
            index.terms().add(Term.present("sensorElementList"));
        }
        Things.each(
                list,
                item -> {
                    if (item instanceof Json.Members element) {
                        extensions.fields("SENSORELEMENT_", element);
                        fields(element.get("sensorMetadata"), "SENSORMETADATA_");
                        Things.each(
                                element.get("sensorReport"),
                                report -> fields(report, "SENSORREPORT_"));
                    }
                });
    }

    private void fields(@Nullable Json value, String area) {
        if (!(value instanceof Json.Members of)) {
            return;
        }
        TIMES.forEach(field -> index.time(field, of.get(field)));
        for (String field : URIS) {
            String uri = of.text(field);
            if (uri != null) {
                index.term(field, DigitalLink.canonical(names.expanded(uri)));
            }
        }
        for (String field : TEXTS) {
            String text = of.text(field);
            if (text != null) {
                index.term(field, text);
            }
        }
        index.words("type", Vocabulary.MEASUREMENT, of.get("type"), names);
        index.words("exception", Vocabulary.MEASUREMENT, of.get("exception"), names);
        index.words("component", Vocabulary.COMPONENT, of.get("component"), names);
        if (of.get("booleanValue") instanceof Json.Truth(boolean truth)) {
            index.term("booleanValue", Boolean.toString(truth));
        }
        String unit = of.text("uom");
        NUMBERS.forEach(field -> index.number(field, unit == null ? "" : unit, of.get(field)));
        extensions.fields(area, of);
    }
}
