package org.ytterby.epcis.hash;

import java.util.List;

/// A field of the standard with the shape of its value.
///
/// @param name as in JSON
/// @param shape how its value is written into the pre-hash text
record Field(String name, Shape shape) {
    /// How a value is written.
    enum Shape {
        /// Numbers and names of things in the canonical form of their kind.
        TEXT,
        TIME,
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
        SENSOR_REPORTS
    }

    private static Field of(String name, Shape shape) {
        return new Field(name, shape);
    }

    /// Fields of an event after its type, in canonical order (CBV 2.0, 8.9.2).
    static final List<Field> EVENT =
            List.of(
                    of("eventTime", Shape.TIME),
                    of("eventTimeZoneOffset", Shape.TEXT),
                    of("certificationInfo", Shape.TEXT),
                    of("parentID", Shape.TEXT),
                    of("epcList", Shape.EPCS),
                    of("inputEPCList", Shape.EPCS),
                    of("childEPCs", Shape.EPCS),
                    of("quantityList", Shape.QUANTITIES),
                    of("childQuantityList", Shape.QUANTITIES),
                    of("inputQuantityList", Shape.QUANTITIES),
                    of("outputEPCList", Shape.EPCS),
                    of("outputQuantityList", Shape.QUANTITIES),
                    of("action", Shape.TEXT),
                    of("transformationID", Shape.TEXT),
                    of("bizStep", Shape.BIZ_STEP),
                    of("disposition", Shape.DISPOSITION),
                    of("persistentDisposition", Shape.DISPOSITIONS),
                    of("readPoint", Shape.PLACE),
                    of("bizLocation", Shape.PLACE),
                    of("sensorElementList", Shape.SENSORS));

    /// Fields of the standard that stand among those of extensions, in the order of their texts.
    static final List<Field> AMONG_EXTENSIONS =
            List.of(
                    of("bizTransactionList", Shape.TRANSACTIONS),
                    of("destinationList", Shape.DESTINATIONS),
                    of("sourceList", Shape.SOURCES));

    static final List<Field> QUANTITY =
            List.of(of("epcClass", Shape.TEXT), of("quantity", Shape.TEXT), of("uom", Shape.TEXT));

    static final List<Field> TRANSACTION =
            List.of(of("type", Shape.TRANSACTION_TYPE), of("bizTransaction", Shape.TEXT));

    static final List<Field> SOURCE =
            List.of(of("type", Shape.SOURCE_DESTINATION_TYPE), of("source", Shape.TEXT));

    static final List<Field> DESTINATION =
            List.of(of("type", Shape.SOURCE_DESTINATION_TYPE), of("destination", Shape.TEXT));

    static final List<Field> PLACE = List.of(of("id", Shape.TEXT));

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
                    of("deviceID", Shape.TEXT),
                    of("deviceMetadata", Shape.TEXT),
                    of("rawData", Shape.TEXT),
                    of("dataProcessingMethod", Shape.TEXT),
                    of("bizRules", Shape.TEXT));

    static final List<Field> SENSOR_REPORT =
            List.of(
                    of("type", Shape.MEASUREMENT),
                    of("exception", Shape.MEASUREMENT),
                    of("deviceID", Shape.TEXT),
                    of("deviceMetadata", Shape.TEXT),
                    of("rawData", Shape.TEXT),
                    of("dataProcessingMethod", Shape.TEXT),
                    of("time", Shape.TIME),
                    of("microorganism", Shape.TEXT),
                    of("chemicalSubstance", Shape.TEXT),
                    of("value", Shape.TEXT),
                    of("component", Shape.COMPONENT),
                    of("stringValue", Shape.TEXT),
                    of("booleanValue", Shape.TEXT),
                    of("hexBinaryValue", Shape.TEXT),
                    of("uriValue", Shape.TEXT),
                    of("minValue", Shape.TEXT),
                    of("maxValue", Shape.TEXT),
                    of("meanValue", Shape.TEXT),
                    of("sDev", Shape.TEXT),
                    of("percRank", Shape.TEXT),
                    of("percValue", Shape.TEXT),
                    of("uom", Shape.TEXT),
                    of("coordinateReferenceSystem", Shape.TEXT));
}
