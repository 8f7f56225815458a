package org.ytterby.server.desk.supervision;

import java.util.List;
import org.ytterby.core.supervision.Cell;
import org.ytterby.core.supervision.Exhibit;
import org.ytterby.server.web.Language;

/// A sentence or a table of an explanation, in one language.
///
/// @param text the sentence, or the title of the table
/// @param columns empty for a sentence
/// @param total empty where nothing is summed up
public record ExhibitView(
        String text, List<String> columns, List<List<Entry>> rows, List<Entry> total) {
    /// An entry of a table.
    public record Entry(String text, boolean isNumber) {}

    static List<ExhibitView> of(List<Exhibit> exhibits, Language language) {
        return exhibits.stream().map(exhibit -> of(exhibit, language)).toList();
    }

    private static ExhibitView of(Exhibit exhibit, Language language) {
        return switch (exhibit) {
            case Exhibit.Statement statement ->
                    new ExhibitView(
                            language.statement(statement.text()), List.of(), List.of(), List.of());
            case Exhibit.Table table ->
                    new ExhibitView(
                            language.say(table.title()),
                            table.columns().stream().map(language::say).toList(),
                            table.rows().stream().map(row -> entries(row, language)).toList(),
                            entries(table.total(), language));
        };
    }

    private static List<Entry> entries(List<Cell> cells, Language language) {
        return cells.stream().map(cell -> entry(cell, language)).toList();
    }

    private static Entry entry(Cell cell, Language language) {
        return switch (cell) {
            case Cell.Phrase(var text) -> new Entry(language.say(text), false);
            case Cell.Moment moment -> new Entry(moment.shown(), false);
            case Cell.Figure(double value, var measure) when measure == Cell.Measure.KG ->
                    new Entry(language.booked(value), true);
            case Cell.Figure figure -> new Entry(figure.shown(), true);
        };
    }
}
