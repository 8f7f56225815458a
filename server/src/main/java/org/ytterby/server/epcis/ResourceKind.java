package org.ytterby.server.epcis;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ytterby.epcis.Names;
import org.ytterby.epcis.hash.Vocabulary;
import org.ytterby.epcis.identifier.DigitalLink;

/// The top-level resources: values that events bear, listed, each with its events.
enum ResourceKind {
    EVENT_TYPE("eventTypes", List.of("eventType")),
    EPC(
            "epcs",
            List.of(
                    "epc",
                    "inputEPC",
                    "outputEPC",
                    "parentID",
                    "epcClass",
                    "inputEPCClass",
                    "outputEPCClass")),
    BIZ_STEP("bizSteps", List.of("bizStep")),
    BIZ_LOCATION("bizLocations", List.of("bizLocation")),
    READ_POINT("readPoints", List.of("readPoint")),
    DISPOSITION("dispositions", List.of("disposition"));

    private final String path;
    private final List<String> terms;

    ResourceKind(String path, List<String> terms) {
        this.path = path;
        this.terms = terms;
    }

    /// The word in addresses and in tables.
    String path() {
        return path;
    }

    /// What is asked of the events of a value.
    Condition condition(String value, Names names) {
        String canonical = canonical(value, names);
        return new Condition.Terms(
                terms.stream().map(term -> Term.of(term, canonical)).toList(), true);
    }

    static Optional<ResourceKind> of(String path) {
        return Stream.of(values()).filter(kind -> kind.path.equals(path)).findFirst();
    }

    /// A value in the one form in which it is kept.
    String canonical(String value, Names names) {
        return switch (this) {
            case EVENT_TYPE -> names.expanded(value);
            case EPC, BIZ_LOCATION, READ_POINT -> DigitalLink.canonical(names.expanded(value));
            case BIZ_STEP -> Vocabulary.BIZ_STEP.iri(value, names);
            case DISPOSITION -> Vocabulary.DISPOSITION.iri(value, names);
        };
    }

    /// A kept value as it is shown: words of the standard bare.
    String shown(String value) {
        return switch (this) {
            case EVENT_TYPE, EPC, BIZ_LOCATION, READ_POINT -> value;
            case BIZ_STEP -> Vocabulary.BIZ_STEP.word(value);
            case DISPOSITION -> Vocabulary.DISPOSITION.word(value);
        };
    }
}
