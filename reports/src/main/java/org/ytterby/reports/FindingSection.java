package org.ytterby.reports;

import java.util.List;
import org.ytterby.core.material.Element;
import org.ytterby.core.supervision.Finding;
import org.ytterby.core.supervision.Rule;
import org.ytterby.core.supervision.Severity;
import tools.jackson.core.JsonGenerator;

/// What was found, most serious first, with its evidence.
///
/// Shows no more than [#FINDINGS_MAX] findings and [#EVIDENCE_MAX] records of each; what is left
/// out is counted.
final class FindingSection {
    static final int FINDINGS_MAX = 400;
    static final int EVIDENCE_MAX = 10;

    private final List<Finding> findings;
    private final EvidenceBook evidence;

    FindingSection(List<Finding> findings, EvidenceBook evidence) {
        this.findings = findings;
        this.evidence = evidence;
    }

    void write(JsonGenerator out) {
        out.writeName("findings");
        out.writeStartObject();
        out.writeNumberProperty("total", findings.size());
        for (Severity severity : Severity.values()) {
            out.writeNumberProperty(
                    severity.code(),
                    (int) findings.stream().filter(f -> f.severity() == severity).count());
        }
        out.writeName("shown");
        out.writeStartArray();
        findings.stream().limit(FINDINGS_MAX).forEach(f -> finding(out, f));
        out.writeEndArray();
        out.writeEndObject();
        benignCauses(out);
    }

    private void finding(JsonGenerator out, Finding finding) {
        out.writeStartObject();
        out.writeStringProperty("rule", finding.rule().code());
        out.writeStringProperty("severity", finding.severity().code());
        out.writeStringProperty("party", finding.subject().party());
        out.writeStringProperty("facility", finding.subject().facility());
        out.writeStringProperty("lot", finding.subject().lot());
        out.writeStringProperty("record", finding.subject().record());
        ReportJson.time(out, "from", finding.span().fromMicros());
        ReportJson.time(out, "until", finding.span().untilMicros());
        out.writeName("elements");
        out.writeStartArray();
        for (Element e : finding.elements()) {
            out.writeNumber(e.ordinal());
        }
        out.writeEndArray();
        weight(out, finding.weight());
        ReportJson.text(out, "message", finding.message());
        evidence(out, finding);
        out.writeEndObject();
    }

    private static void weight(JsonGenerator out, Finding.Weight weight) {
        ReportJson.number(out, "massKg", weight.massKg());
        ReportJson.number(out, "sigmaKg", weight.sigmaKg());
        ReportJson.number(out, "p", weight.pValue());
        ReportJson.number(out, "q", weight.qValue());
    }

    private void evidence(JsonGenerator out, Finding finding) {
        out.writeNumberProperty("evidenceCount", finding.evidence().all());
        out.writeName("evidence");
        out.writeStartArray();
        for (String id : finding.evidence().first().stream().limit(EVIDENCE_MAX).toList()) {
            out.writeString(id);
            evidence.add(id);
        }
        out.writeEndArray();
    }

    private static void benignCauses(JsonGenerator out) {
        out.writeName("rules");
        out.writeStartObject();
        for (Rule rule : Rule.values()) {
            out.writeName(rule.code());
            out.writeStartObject();
            out.writeBooleanProperty("statistical", rule.kind() == Rule.Kind.STATISTICAL);
            out.writeName("benign");
            out.writeStartArray();
            rule.benignCauses().forEach(t -> ReportJson.pair(out, t.en(), t.zh()));
            out.writeEndArray();
            out.writeEndObject();
        }
        out.writeEndObject();
    }
}
