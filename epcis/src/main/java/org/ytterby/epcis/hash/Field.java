package org.ytterby.epcis.hash;

import java.util.List;

/// A field of the standard with the shape of its value.
///
/// @param name as in JSON
/// @param shape how its value is written into the pre-hash text
record Field(String name, Shape shape) {
    /// How a value is written.
    enum Shape {
        TEXT,
        NUMBER,
        TIME,
        /// A name of a thing, in the canonical form of its kind.
        URI,
        BIZ_STEP,
        DISPOSITION,
        TRANSACTION_TYPE,
        SOURCE_DESTINATION_TYPE,
        COMPONENT,
        MEASUREMENT,
        /// Label once, then names, each labelled `epc`.
        EPCS,
        /// Label once, then elements, each labelled `quantityElement`.
        QUANTITIES,
        /// Label once, then pairs of type and name.
        TRANSACTIONS,
        SOURCES,
        DESTINATIONS,
        /// Label once, then elements, each labelled `sensorElement`.
        SENSORS,
        /// Label, then fields.
        PLACE,
        DISPOSITIONS,
        SENSOR_METADATA,
        /// Elements, each with the label.
        SENSOR_REPORTS,
        /// Label, then fields of extensions only.
        MASTER_DATA
    }

    private static Field of(String name, Shape shape) {
        return new Field(name, shape);
    }

    /// Fields of an event after its type, in canonical order (CBV 2.0, 8.9.2).
    static final List<Field> EVENT =
            List.of(
                    of("eventTime", Shape.TIME),
                    of("eventTimeZoneOffset", Shape.TEXT),
                    of("certificationInfo", Shape.URI),
                    of("epcList", Shape.EPCS),
                    of("parentID", Shape.URI),
                    of("inputEPCList", Shape.EPCS),
                    of("childEPCs", Shape.EPCS),
                    of("quantityList", Shape.QUANTITIES),
                    of("childQuantityList", Shape.QUANTITIES),
                    of("inputQuantityList", Shape.QUANTITIES),
                    of("outputEPCList", Shape.EPCS),
                    of("outputQuantityList", Shape.QUANTITIES),
                    of("action", Shape.TEXT),
                    of("transformationID", Shape.URI),
                    of("bizStep", Shape.BIZ_STEP),
                    of("disposition", Shape.DISPOSITION),
                    of("persistentDisposition", Shape.DISPOSITIONS),
                    of("readPoint", Shape.PLACE),
                    of("bizLocation", Shape.PLACE),
                    of("sensorElementList", Shape.SENSORS),
                    of("bizTransactionList", Shape.TRANSACTIONS),
                    of("destinationList", Shape.DESTINATIONS),
                    of("sourceList", Shape.SOURCES),
                    of("ilmd", Shape.MASTER_DATA));

    static final List<Field> QUANTITY =
            List.of(of("epcClass", Shape.URI), of("quantity", Shape.NUMBER), of("uom", Shape.TEXT));

    static final List<Field> TRANSACTION =
            List.of(of("type", Shape.TRANSACTION_TYPE), of("bizTransaction", Shape.URI));

    static final List<Field> SOURCE =
            List.of(of("type", Shape.SOURCE_DESTINATION_TYPE), of("source", Shape.URI));

    static final List<Field> DESTINATION =
            List.of(of("type", Shape.SOURCE_DESTINATION_TYPE), of("destination", Shape.URI));

    static final List<Field> PLACE = List.of(of("id", Shape.URI));

    static final List<Field> DISPOSITIONS =
            List.of(of("set", Shape.DISPOSITION), of("unset", Shape.DISPOSITION));

    static final List<Field> SENSOR_ELEMENT =
            List.of(
                    of("sensorMetadata", Shape.SENSOR_METADATA),
                    of("sensorReport", Shape.SENSOR_REPORTS));

    static final List<Field> SENSOR_METADATA =
            List.of(
                    of("time", Shape.TIME),
                    of("startTime", Shape.TIME),
                    of("endTime", Shape.TIME),
                    of("deviceID", Shape.URI),
                    of("deviceMetadata", Shape.URI),
                    of("rawData", Shape.URI),
                    of("dataProcessingMethod", Shape.URI),
                    of("bizRules", Shape.URI));

    static final List<Field> SENSOR_REPORT =
            List.of(
                    of("type", Shape.MEASUREMENT),
                    of("exception", Shape.MEASUREMENT),
                    of("deviceID", Shape.URI),
                    of("deviceMetadata", Shape.URI),
                    of("rawData", Shape.URI),
                    of("dataProcessingMethod", Shape.URI),
                    of("time", Shape.TIME),
                    of("microorganism", Shape.URI),
                    of("chemicalSubstance", Shape.URI),
                    of("value", Shape.NUMBER),
                    of("component", Shape.COMPONENT),
                    of("stringValue", Shape.TEXT),
                    of("booleanValue", Shape.TEXT),
                    of("hexBinaryValue", Shape.TEXT),
                    of("uriValue", Shape.URI),
                    of("minValue", Shape.NUMBER),
                    of("maxValue", Shape.NUMBER),
                    of("meanValue", Shape.NUMBER),
                    of("sDev", Shape.NUMBER),
                    of("percRank", Shape.NUMBER),
                    of("percValue", Shape.NUMBER),
                    of("uom", Shape.TEXT),
                    of("coordinateReferenceSystem", Shape.URI));
}
