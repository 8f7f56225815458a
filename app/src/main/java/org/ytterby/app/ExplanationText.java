package org.ytterby.app;

import java.util.List;
import org.ytterby.core.ledger.Span;
import org.ytterby.core.supervision.Cell;
import org.ytterby.core.supervision.Exhibit;
import org.ytterby.core.supervision.Explainer;
import org.ytterby.core.supervision.Explanation;
import org.ytterby.core.supervision.Finding;
import org.ytterby.core.supervision.Say;
import org.ytterby.core.supervision.Text;

/// Prints an explanation for a person at a terminal.
final class ExplanationText {
    private static final String INDENT = "  ";

    private final Explanation explanation;
    private final Screen screen;
    private final Language language;

    ExplanationText(Explanation explanation, Screen screen, Language language) {
        this.explanation = explanation;
        this.screen = screen;
        this.language = language;
    }

    /// @param limit rows of each table
    void print(int limit) {
        Finding finding = explanation.finding();
        paragraph("", screen.bold(explanation.rank() + ". " + language.pick(finding.message())));
        paragraph(INDENT, summary(finding));
        section(language.pick("The rule", "规则"));
        paragraph(INDENT, language.pick(explanation.rule()));
        paragraph(INDENT, language.pick("Source: ", "依据：") + language.pick(explanation.source()));
        section(language.pick("The arithmetic", "计算过程"));
        explanation.working().forEach(exhibit -> show(exhibit, limit));
        printResult(finding);
        if (!explanation.judgement().isEmpty()) {
            section(language.pick("From p to q", "由 p 到 q"));
            explanation.judgement().forEach(exhibit -> show(exhibit, limit));
        }
        if (!explanation.evidence().isEmpty()) {
            section(language.pick("The records", "记录"));
            explanation.evidence().forEach(exhibit -> show(exhibit, limit));
        }
        section(language.pick("Rule out first", "先排除的正当原因"));
        numbered(finding.rule().benignCauses());
        section(language.pick("Next", "下一步"));
        numbered(explanation.next());
    }

    private String summary(Finding finding) {
        String id = Explainer.nameOf(finding);
        String severity =
                switch (finding.severity()) {
                    case HIGH -> language.pick("high", "高");
                    case MEDIUM -> language.pick("medium", "中");
                    case LOW -> language.pick("low", "低");
                };
        return id + " · " + language.pick("severity ", "级别 ") + severity + days(finding.span());
    }

    private String days(Span span) {
        if (span.equals(Finding.NO_SPAN)) {
            return "";
        }
        boolean instant = span.fromMicros() == span.untilMicros();
        return " · " + (instant ? LineWords.day(span.fromMicros()) : language.pick(Say.days(span)));
    }

    private void printResult(Finding finding) {
        Finding.Weight weight = finding.weight();
        StringBuilder line = new StringBuilder(language.pick("Result: ", "结果："));
        if (Double.isNaN(weight.massKg())) {
            line.append(language.pick("no amount", "无数量"));
        } else {
            line.append(language.pick(Say.grams(weight.massKg())));
        }
        if (!Double.isNaN(weight.sigmaKg())) {
            line.append(", σ = ").append(language.pick(Say.grams(weight.sigmaKg())));
        }
        if (!Double.isNaN(weight.pValue())) {
            line.append(", p = ").append(Say.probability(weight.pValue()));
            line.append(", q = ").append(Say.probability(weight.qValue()));
        }
        paragraph(INDENT, screen.bold(line.toString()));
    }

    private void section(String title) {
        screen.out().println();
        screen.out().println(screen.bold(title));
    }

    private void numbered(List<Text> texts) {
        int number = 1;
        for (Text text : texts) {
            paragraph(INDENT, number++ + ". " + language.pick(text));
        }
    }

    private void paragraph(String indent, String text) {
        Grid.wrap(text, Grid.WIDTH - indent.length())
                .forEach(line -> screen.out().println(indent + line));
    }

    private void show(Exhibit exhibit, int limit) {
        switch (exhibit) {
            case Exhibit.Statement(Text text) -> paragraph(INDENT, language.pick(text));
            case Exhibit.Table table -> show(table, limit);
        }
    }

    private void show(Exhibit.Table table, int limit) {
        paragraph(INDENT, language.pick(table.title()));
        Grid grid = new Grid();
        for (int c = 0; c < table.columns().size(); c++) {
            String title = language.pick(table.columns().get(c));
            if (holds(table, c, Cell.Figure.class)) {
                grid.figure(title);
            } else if (holds(table, c, Cell.Moment.class)) {
                grid.fixed(title);
            } else {
                grid.text(title);
            }
        }
        List<List<Cell>> rows = table.rows();
        int cut = Math.min(limit, rows.size());
        rows.subList(0, cut).forEach(row -> grid.row(row.stream().map(this::cell).toList()));
        if (!table.total().isEmpty()) {
            grid.row(table.total().stream().map(this::cell).toList());
        }
        grid.print(screen.out(), INDENT + INDENT);
        if (cut < rows.size()) {
            paragraph(
                    INDENT + INDENT,
                    language.pick(
                                    "… %d of %d rows are not shown; see --limit",
                                    "… 共 %2$d 行，未显示 %1$d 行，见 --limit")
                            .formatted(rows.size() - cut, rows.size()));
        }
    }

    private static boolean holds(Exhibit.Table table, int column, Class<? extends Cell> kind) {
        return table.rows().stream().anyMatch(row -> kind.isInstance(row.get(column)));
    }

    private String cell(Cell cell) {
        return switch (cell) {
            case Cell.Phrase(Text text) -> language.pick(text);
            case Cell.Moment moment -> moment.shown();
            case Cell.Figure figure -> figure.shown();
        };
    }
}
