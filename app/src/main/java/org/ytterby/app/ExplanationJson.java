package org.ytterby.app;

import java.io.PrintWriter;
import java.util.List;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.supervision.Cell;
import org.ytterby.core.supervision.Exhibit;
import org.ytterby.core.supervision.Explanation;
import org.ytterby.core.supervision.Finding;
import org.ytterby.core.supervision.Text;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Prints an explanation for a program: every table whole, every figure unrounded, both languages.
final class ExplanationJson {
    private static final JsonMapper JSON = JsonMapper.shared();

    private ExplanationJson() {}

    static void write(Explanation explanation, PrintWriter out) {
        ObjectNode root = JSON.createObjectNode();
        Finding finding = explanation.finding();
        root.put("rank", explanation.rank());
        root.put("rule", finding.rule().code());
        root.put("severity", finding.severity().code());
        number(root, "mass_kg", finding.weight().massKg());
        number(root, "sigma_kg", finding.weight().sigmaKg());
        number(root, "p_value", finding.weight().pValue());
        number(root, "q_value", finding.weight().qValue());
        text(root, "message", finding.message());
        text(root, "rule_says", explanation.rule());
        text(root, "source", explanation.source());
        exhibits(root.putArray("working"), explanation.working());
        exhibits(root.putArray("judgement"), explanation.judgement());
        exhibits(root.putArray("evidence"), explanation.evidence());
        texts(root.putArray("benign_causes"), finding.rule().benignCauses());
        texts(root.putArray("next"), explanation.next());
        out.println(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root));
    }

    private static void number(ObjectNode node, String key, double value) {
        if (Double.isFinite(value)) {
            node.put(key, value);
        }
    }

    private static void text(ObjectNode node, String key, Text text) {
        node.put(key, text.en());
        node.put(key + "_zh", text.zh());
    }

    private static void texts(ArrayNode array, List<Text> texts) {
        texts.forEach(text -> text(array.addObject(), "text", text));
    }

    private static void exhibits(ArrayNode array, List<Exhibit> exhibits) {
        for (Exhibit exhibit : exhibits) {
            switch (exhibit) {
                case Exhibit.Statement(Text text) -> text(array.addObject(), "text", text);
                case Exhibit.Table table -> table(array.addObject(), table);
            }
        }
    }

    private static void table(ObjectNode node, Exhibit.Table table) {
        text(node, "title", table.title());
        texts(node.putArray("columns"), table.columns());
        ArrayNode rows = node.putArray("rows");
        for (List<Cell> row : table.rows()) {
            ArrayNode cells = rows.addArray();
            row.forEach(cell -> cell(cells, cell));
        }
        if (!table.total().isEmpty()) {
            ArrayNode total = node.putArray("total");
            table.total().forEach(cell -> cell(total, cell));
        }
    }

    private static void cell(ArrayNode cells, Cell cell) {
        switch (cell) {
            case Cell.Phrase(Text(String en, String zh)) -> {
                if (en.equals(zh)) {
                    cells.add(en);
                } else {
                    text(cells.addObject(), "text", new Text(en, zh));
                }
            }
            case Cell.Moment(long micros) -> cells.add(LedgerTime.format(micros));
            case Cell.Figure(double value, Cell.Measure measure) -> {
                if (!Double.isFinite(value)) {
                    cells.addNull();
                } else if (measure == Cell.Measure.COUNT) {
                    cells.add(Math.round(value));
                } else {
                    cells.add(value);
                }
            }
        }
    }
}
