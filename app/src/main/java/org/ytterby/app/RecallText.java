package org.ytterby.app;

import java.util.ArrayList;
import java.util.List;
import org.ytterby.core.genealogy.Trace;
import org.ytterby.core.ledger.Ledger;
import org.ytterby.core.supervision.Say;

/// Prints where the material of a lot lies and went: a row for each lot in a facility, and one for
/// each thing that left it.
final class RecallText {
    private final List<Trace.Holding> holdings;
    private final Screen screen;
    private final Language language;
    private final LineWords words;
    private final Ledger ledger;

    RecallText(Ledger ledger, List<Trace.Holding> holdings, Screen screen, Language language) {
        this.ledger = ledger;
        this.holdings = holdings;
        this.screen = screen;
        this.language = language;
        words = new LineWords(ledger, language);
    }

    /// @param limit rows shown
    void print(int limit) {
        long places = holdings.stream().mapToInt(Trace.Holding::facility).distinct().count();
        long lots = holdings.stream().mapToInt(Trace.Holding::lot).distinct().count();
        screen.out().println();
        screen.out()
                .println(
                        screen.bold(
                                language.pick(
                                                "Recall set: %d lots at %d facilities",
                                                "追溯范围：%d 个批次，%d 个场所")
                                        .formatted(lots, places)));
        List<List<String>> rows = rows();
        Grid grid =
                new Grid()
                        .text(language.pick("lot", "批次"))
                        .text(language.pick("facility", "场所"))
                        .fixed(language.pick("dates", "日期"))
                        .text(language.pick("what became of it", "去向"))
                        .figure("REO");
        rows.stream().limit(limit).forEach(grid::row);
        grid.print(screen.out(), "  ");
        if (rows.size() > limit) {
            screen.out()
                    .println(
                            language.pick("  … %d more; see --limit", "  … 另有 %d 行，见 --limit")
                                    .formatted(rows.size() - limit));
        }
    }

    private List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>();
        for (Trace.Holding holding : holdings) {
            String stock =
                    holding.stockReoKg() > 0
                            ? language.pick("came in; in stock ", "入库；现存 ")
                                    + language.pick(Say.mass(holding.stockReoKg()))
                            : language.pick("came in; none left", "入库；已无存");
            rows.add(
                    List.of(
                            words.lot(holding.lot()),
                            words.facility(holding.facility()),
                            LineWords.days(holding.time()),
                            stock,
                            language.pick(Say.mass(holding.cameReoKg()))));
            holding.departures().forEach(departure -> rows.add(row(departure)));
        }
        return rows;
    }

    private List<String> row(Trace.Departure departure) {
        int line = departure.line();
        String paper = words.document(line);
        String to = words.partner(line);
        String what =
                switch (departure.way()) {
                    case USED -> language.pick("used in ", "用于 ") + words.record(line);
                    case SHIPPED -> language.pick("shipped to ", "发往 ") + to;
                    case UNRECEIVED -> language.pick("shipped, not received by ", "已发未收：") + to;
                    case OUTSIDE -> language.pick("sold outside to ", "售予外部 ") + to;
                    case EXPORTED -> language.pick("exported to ", "出口至 ") + to;
                    case DISPOSED -> language.pick("disposed of", "已处置");
                };
        return List.of(
                "",
                "",
                LineWords.day(ledger.timeMicros(line)),
                "→ " + what + (paper.isEmpty() ? "" : " (" + paper + ")"),
                language.pick(Say.mass(departure.reoKg())));
    }
}
