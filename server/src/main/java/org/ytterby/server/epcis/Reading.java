package org.ytterby.server.epcis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.ytterby.core.supervision.Text;
import org.ytterby.epcis.EpcisDocument;
import org.ytterby.epcis.EpcisEvent;
import org.ytterby.epcis.Names;
import org.ytterby.epcis.json.Json;
import org.ytterby.epcis.json.JsonUnreadable;
import org.ytterby.epcis.schema.Schema;
import org.ytterby.epcis.schema.Verdict;
import org.ytterby.epcis.schema.Violation;

/// What was sent to be captured, read and judged.
///
/// @param context what the document says of prefixes; null if it says nothing
/// @param prefixes all meanings in the document and its events
/// @param masterData what the header says
/// @param errors what keeps the other events out
record Reading(
        @Nullable Json context,
        Map<String, String> prefixes,
        List<Prepared> events,
        MasterData masterData,
        List<CaptureError> errors) {
    /// Events of one document.
    static final int EVENTS_MAX = 20_000;

    private static final String CONTEXT = "@context";

    Reading {
        events = List.copyOf(events);
        errors = List.copyOf(errors);
    }

    /// Reads a document.
    ///
    /// @param isWhole whether one wrong event keeps all out
    /// @throws EpcisProblem if it is no document of the standard, or is to be taken whole and is
    ///   wrong somewhere
    static Reading of(byte[] body, boolean isWhole) {
        EpcisDocument document = parse(body);
        if (document.events().size() > EVENTS_MAX) {
            throw EpcisProblem.of(
                    EpcisProblem.Kind.CAPTURE_LIMIT,
                    "at most " + EVENTS_MAX + " events at once",
                    "每次最多 " + EVENTS_MAX + " 个事件");
        }
        Json context = contextOf(document);
        Verdict verdict = Schema.epcis().verdict(document.tree());
        List<CaptureError> errors = new ArrayList<>();
        List<Prepared> events = new ArrayList<>();
        if (!verdict.isValid()) {
            refuseBroken(document, verdict, isWhole);
        }
        for (EpcisEvent event : document.events()) {
            List<CaptureError> wrong = verdict.isValid() ? List.of() : violations(event, context);
            if (wrong.isEmpty()) {
                events.add(Prepared.of(event));
            }
            errors.addAll(wrong);
        }
        MasterData masterData = MasterData.of(document.tree(), Names.OF_THE_STANDARD.with(context));
        return new Reading(context, prefixes(document, context), events, masterData, errors);
    }

    private static EpcisDocument parse(byte[] body) {
        try {
            EpcisDocument document = EpcisDocument.read(body);
            return EpcisDocument.isXml(body)
                    ? document.with(XmlWords.bare(document.tree()))
                    : document;
        } catch (JsonUnreadable e) {
            throw EpcisProblem.of(
                    EpcisProblem.Kind.VALIDATION,
                    "line %d, column %d: %s".formatted(e.line(), e.column(), e.wording().en()),
                    "第 %d 行第 %d 列：%s".formatted(e.line(), e.column(), e.wording().zh()));
        }
    }

    private static @Nullable Json contextOf(EpcisDocument document) {
        boolean isDocument =
                document.tree() instanceof Json.Members tree && tree.get("epcisBody") != null;
        return isDocument ? ((Json.Members) document.tree()).get(CONTEXT) : null;
    }

    /// Refuses a document that is wrong outside its events, or that is to be taken whole.
    private static void refuseBroken(EpcisDocument document, Verdict verdict, boolean isWhole) {
        List<Violation> outside =
                verdict.violations().stream()
                        .filter(v ->
                                document.events().stream()
                                        .noneMatch(e -> v.pointer().startsWith(e.pointer() + "/")))
                        .toList();
        List<Violation> told = isWhole ? verdict.violations() : outside;
        if (!told.isEmpty()) {
            List<CaptureError> errors = told.stream().map(CaptureError::of).toList();
            Text first = errors.getFirst().sentence();
            throw EpcisProblem.of(EpcisProblem.Kind.VALIDATION, first, errors);
        }
    }

    private static List<CaptureError> violations(EpcisEvent event, @Nullable Json context) {
        Json.Members alone =
                context == null || event.tree().get(CONTEXT) != null
                        ? event.tree()
                        : event.tree().with(CONTEXT, context);
        return Schema.epcis().verdict(alone).violations().stream()
                .map(violation -> CaptureError.of(violation).below(event.pointer()))
                .toList();
    }

    private static Map<String, String> prefixes(EpcisDocument document, @Nullable Json context) {
        Map<String, String> all = new TreeMap<>(Prefixes.declared(context));
        for (EpcisEvent event : document.events()) {
            Json own = event.tree().get(CONTEXT);
            if (own != null) {
                all.putAll(Prefixes.declared(own));
            }
        }
        return all;
    }
}
