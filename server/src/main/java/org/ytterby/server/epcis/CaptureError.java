package org.ytterby.server.epcis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ytterby.core.supervision.Text;
import org.ytterby.epcis.json.Json;
import org.ytterby.epcis.json.JsonWriter;
import org.ytterby.epcis.schema.Violation;

/// One thing that kept an event from being captured.
///
/// @param pointer where in the document (RFC 6901); empty for the whole
/// @param value what stands there
record CaptureError(EpcisProblem.Kind kind, String pointer, String value, Text problem) {
    static CaptureError of(Violation violation) {
        return new CaptureError(
                EpcisProblem.Kind.VALIDATION,
                violation.pointer(),
                violation.value(),
                violation.problem());
    }

    /// The error of a part, in the document that the part stands in.
    CaptureError below(String place) {
        return new CaptureError(kind, place + pointer, value, problem);
    }

    /// What is wrong and where, in both languages.
    Text sentence() {
        return new Text(pointer + " " + problem.en(), pointer + " " + problem.zh());
    }

    /// As the problem documents in a job.
    static String json(List<CaptureError> errors) {
        return JsonWriter.compact(
                new Json.Items(errors.stream().map(CaptureError::problemDocument).toList()));
    }

    private Json problemDocument() {
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("type", new Json.Text(kind.type()));
        members.put("title", new Json.Text(kind.title()));
        members.put("status", new Json.Numeral(Integer.toString(kind.status().value())));
        members.put("detail", new Json.Text(problem.en() + " / " + problem.zh()));
        members.put("pointer", new Json.Text(pointer));
        members.put("value", new Json.Text(value));
        return new Json.Members(members);
    }
}
