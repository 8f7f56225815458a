package org.ytterby.server.epcis;

import org.jspecify.annotations.Nullable;
import org.ytterby.epcis.Names;
import org.ytterby.epcis.hash.Vocabulary;
import org.ytterby.epcis.identifier.DigitalLink;
import org.ytterby.epcis.json.Json;

/// Indexes what happened: where, in which step, between whom, under which documents, and what was
/// declared wrong about it.
final class Happening {
    private final EventIndex index;
    private final Names names;
    private final Extensions extensions;

    Happening(EventIndex index, Names names) {
        this.index = index;
        this.names = names;
        extensions = new Extensions(index, names);
    }

    void event(Json.Members event) {
        String type = event.text("type");
        if (type != null) {
            index.term("eventType", names.expanded(type));
            index.resource(ResourceKind.EVENT_TYPE, names.expanded(type));
        }
        word(ResourceKind.BIZ_STEP, "bizStep", event);
        word(ResourceKind.DISPOSITION, "disposition", event);
        place(ResourceKind.READ_POINT, "readPoint", event);
        place(ResourceKind.BIZ_LOCATION, "bizLocation", event);
        plain("action", "action", event);
        uri("transformationID", "transformationID", event);
        if (event.get("persistentDisposition") instanceof Json.Members lasting) {
            index.words(
                    "persistentDisposition_set", Vocabulary.DISPOSITION, lasting.get("set"), names);
            index.words(
                    "persistentDisposition_unset",
                    Vocabulary.DISPOSITION,
                    lasting.get("unset"),
                    names);
        }
        pairs("bizTransaction", Vocabulary.TRANSACTION_TYPE, event.get("bizTransactionList"));
        pairs("source", Vocabulary.SOURCE_DESTINATION_TYPE, event.get("sourceList"));
        pairs("destination", Vocabulary.SOURCE_DESTINATION_TYPE, event.get("destinationList"));
        new Sensors(index, names, extensions).elements(event.get("sensorElementList"));
        error(event.get("errorDeclaration"));
        extensions.fields("", event);
        if (event.get("ilmd") instanceof Json.Members masterData) {
            extensions.fields("ILMD_", masterData);
        }
    }

    private void word(ResourceKind kind, String field, Json.Members event) {
        String word = event.text(field);
        if (word != null) {
            String iri = kind.canonical(word, names);
            index.term(field, iri);
            index.resource(kind, iri);
        }
    }

    private void place(ResourceKind kind, String field, Json.Members event) {
        if (event.get(field) instanceof Json.Members place) {
            String id = place.text("id");
            if (id != null) {
                String key = DigitalLink.canonical(names.expanded(id));
                index.term(field, key);
                index.resource(kind, key);
                within(field, key);
            }
            extensions.fields(field + "_", place);
        }
    }

    /// A place lies within the location whose number it extends.
    private void within(String field, String key) {
        int extension = key.indexOf("/254/");
        index.terms().add(Term.ofClass(field, extension < 0 ? key : key.substring(0, extension)));
        if (extension >= 0) {
            index.terms().add(Term.ofClass(field, key));
        }
    }

    private void plain(String path, String field, Json.Members of) {
        String text = of.text(field);
        if (text != null) {
            index.term(path, text);
        }
    }

    private void uri(String path, String field, Json.Members of) {
        String text = of.text(field);
        if (text != null) {
            index.term(path, DigitalLink.canonical(names.expanded(text)));
        }
    }

    /// Type and name: a document, a source, a destination.
    private void pairs(String field, Vocabulary types, @Nullable Json list) {
        Things.each(
                list,
                item -> {
                    if (item instanceof Json.Members pair) {
                        String type = pair.text("type");
                        uri(
                                field + "_" + (type == null ? "" : types.iri(type, names)),
                                field,
                                pair);
                    }
                });
    }

    private void error(@Nullable Json declaration) {
        if (declaration instanceof Json.Members error) {
            index.terms().add(Term.present("errorDeclaration"));
            index.time("errorDeclarationTime", error.get("declarationTime"));
            String reason = error.text("reason");
            if (reason != null) {
                index.term("errorReason", errorReason(reason, names));
            }
            Things.each(
                    error.get("correctiveEventIDs"),
                    id -> {
                        if (id instanceof Json.Text(String corrective)) {
                            index.term("correctiveEventID", corrective);
                        }
                    });
            extensions.fields("ERROR_DECLARATION_", error);
        }
    }

    /// A reason in full.
    static String errorReason(String word, Names names) {
        return word.indexOf(':') < 0
                ? "https://ref.gs1.org/cbv/ER-" + word
                : Vocabulary.BIZ_STEP.iri(word, names);
    }
}
