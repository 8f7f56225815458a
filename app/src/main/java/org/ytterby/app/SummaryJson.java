package org.ytterby.app;

import java.io.PrintWriter;
import org.ytterby.core.supervision.Finding;
import org.ytterby.core.supervision.Severity;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Prints the summary for a program.
final class SummaryJson {
    private static final JsonMapper JSON = JsonMapper.shared();

    private SummaryJson() {}

    static void write(Summary summary, PrintWriter out) {
        ObjectNode root = JSON.createObjectNode();
        root.put("partial", summary.answer().isPartial());
        root.put("errors", summary.errors());
        ObjectNode counts = root.putObject("findings");
        for (Severity severity : Severity.values()) {
            counts.put(severity.code(), summary.count(severity));
        }
        ArrayNode worst = root.putArray("worst");
        for (Finding f : summary.worst()) {
            ObjectNode node = worst.addObject();
            node.put("rule", f.rule().code());
            node.put("severity", f.severity().code());
            if (!Double.isNaN(f.weight().massKg())) {
                node.put("mass_kg", f.weight().massKg());
            }
            if (!Double.isNaN(f.weight().qValue())) {
                node.put("q_value", f.weight().qValue());
            }
            node.put("message", f.message().en());
            node.put("message_zh", f.message().zh());
        }
        ArrayNode doubted = root.putArray("uncertainties_doubted");
        summary.doubted().forEach(doubted::add);
        ObjectNode plans = root.putObject("plans");
        summary.plans()
                .forEach((key, plan) -> {
                    ObjectNode node = plans.putObject(key);
                    node.put("granted_t_reo", plan.grantedKg() / 1e3);
                    node.put("used_t_reo", plan.usedKg() / 1e3);
                });
        Summary.Exports exports = summary.exports();
        ObjectNode node = root.putObject("exports");
        node.put("lines", exports.lines());
        node.put("reo_kg", exports.reoKg());
        node.put("traced_share", exports.tracedShare());
        root.put("report", summary.folder().resolve("report.html").toString());
        out.println(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root));
    }
}
