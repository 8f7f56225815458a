package org.ytterby.benchmarks.epcis;

import java.util.SplittableRandom;

/// Documents of separations: a lot in, two out, with places, a document and element fractions.
final class Separations {
    private static final int APART = 10_000_000;

    private Separations() {}

    /// @param first number of the first event; those of a number differ from those of any other
    static String document(int first, int count, SplittableRandom random) {
        StringBuilder text = new StringBuilder();
        text.append(
                "{\"@context\":[\"https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld\",");
        text.append("{\"example\":\"https://ns.example.com/\"}],\"type\":\"EPCISDocument\",");
        text.append("\"schemaVersion\":\"2.0\",\"creationDate\":\"2026-01-01T00:00:00Z\",");
        text.append("\"epcisBody\":{\"eventList\":[");
        for (int i = 0; i < count; i++) {
            text.append(i == 0 ? "" : ",").append(event(first + i, random));
        }
        return text.append("]}}").toString();
    }

    private static String event(int number, SplittableRandom random) {
        String lot =
                "{\"epcClass\":\"urn:epc:class:lgtin:4012345.012345.L%d\",\"quantity\":%d.50,\"uom\":\"KGM\"}";
        String in = lot.formatted(number, random.nextInt(10_000));
        String out = lot.formatted(number + APART, random.nextInt(10_000));
        String rest = lot.formatted(number + 2 * APART, random.nextInt(10_000));
        return """
        {"type":"TransformationEvent","eventTime":"2026-01-%02dT08:00:%02d.5+08:00",\
        "eventTimeZoneOffset":"+08:00","inputQuantityList":[%s],"outputQuantityList":[%s,%s],\
        "bizStep":"commissioning","readPoint":{"id":"urn:epc:id:sgln:4012345.00005.0"},\
        "bizTransactionList":[{"type":"prodorder","bizTransaction":"urn:epcglobal:cbv:bt:4012345000009:%d"}],\
        "sensorElementList":[{"sensorReport":[{"type":"Dimensionless","value":0.%d,\
        "chemicalSubstance":"https://ns.example.com/Nd2O3"}]}],\
        "ilmd":{"example:batch":"%d"}}\
        """
                .formatted(
                        1 + number % 28,
                        number % 60,
                        in,
                        out,
                        rest,
                        number,
                        1 + random.nextInt(999),
                        number);
    }
}
