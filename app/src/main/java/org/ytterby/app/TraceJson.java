package org.ytterby.app;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.ytterby.core.genealogy.Births;
import org.ytterby.core.genealogy.Trace;
import org.ytterby.core.ledger.Ledger;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.ledger.Span;
import org.ytterby.core.material.Mass;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Prints a trace for a program: everything, uncut.
final class TraceJson {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Births births;
    private final Ledger ledger;
    private final LineWords words;

    private TraceJson(Births births) {
        this.births = births;
        ledger = births.ledger();
        words = new LineWords(ledger, Language.EN);
    }

    static void write(Births births, Trace trace, PrintWriter out) {
        TraceJson writer = new TraceJson(births);
        ObjectNode root = JSON.createObjectNode();
        writer.step(root.putObject("lot"), trace.subject());
        writer.steps(root.putArray("backward"), trace.backward());
        writer.steps(root.putArray("forward"), trace.forward());
        ArrayNode recall = root.putArray("recall");
        trace.recall().forEach(holding -> writer.holding(recall.addObject(), holding));
        ObjectNode totals = root.putObject("totals_reo_kg");
        for (Trace.Way way : Trace.Way.values()) {
            totals.put(code(way), trace.leftReoKg(way));
        }
        totals.put("in_stock", trace.stockReoKg());
        root.put("settled", trace.isSettled());
        out.println(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root));
    }

    private static String code(Trace.Way way) {
        return way.name().toLowerCase(Locale.ROOT);
    }

    private void steps(ArrayNode array, List<Trace.Step> steps) {
        steps.forEach(step -> step(array.addObject(), step));
    }

    private void step(ObjectNode node, Trace.Step step) {
        node.put("lot", words.lot(step.lot()));
        node.put("depth", step.depth());
        node.put("facility", words.facility(step.facility()));
        node.put("product", words.product(step.product()));
        node.put("stage", ledger.declarations().products().get(step.product()).stage().code());
        node.put("undeclared", births.isUndeclared(step.lot()));
        span(node, step.time());
        node.put("mass_kg", step.massMg() / Mass.MG_PER_KG);
        node.put("reo_kg", step.reoKg());
        node.put("traced_reo_kg", step.tracedReoKg());
    }

    private void holding(ObjectNode node, Trace.Holding holding) {
        node.put("lot", words.lot(holding.lot()));
        node.put("depth", holding.depth());
        node.put("facility", words.facility(holding.facility()));
        span(node, holding.time());
        node.put("came_reo_kg", holding.cameReoKg());
        node.put("in_stock_reo_kg", holding.stockReoKg());
        ArrayNode departures = node.putArray("departures");
        for (Trace.Departure departure : holding.departures()) {
            ObjectNode left = departures.addObject();
            left.put("way", code(departure.way()));
            left.put("record", words.record(departure.line()));
            left.put("time", LedgerTime.format(ledger.timeMicros(departure.line())));
            left.put("partner", words.partner(departure.line()));
            left.put("document", words.document(departure.line()));
            left.put("mass_kg", ledger.flows().massMg(departure.line()) / Mass.MG_PER_KG);
            left.put("reo_kg", departure.reoKg());
        }
    }

    private static void span(ObjectNode node, Span span) {
        node.put("from", LedgerTime.format(span.fromMicros()));
        node.put("until", LedgerTime.format(span.untilMicros()));
    }
}
