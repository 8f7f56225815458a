package org.ytterby.server.desk.planning;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.ytterby.core.environment.MineBook;
import org.ytterby.core.environment.ResourceBook;
import org.ytterby.core.ledger.Facility;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.ledger.ReserveReport;
import org.ytterby.core.ledger.StockpileMovement;
import org.ytterby.core.material.Mass;
import org.ytterby.core.material.Product;
import org.ytterby.server.analysis.View;
import org.ytterby.server.desk.PageController;
import org.ytterby.server.identity.Allowed;
import org.ytterby.server.identity.ReadNote;
import org.ytterby.server.identity.Right;
import org.ytterby.server.web.Language;

/// What is left in the ground and in the state stockpile, beside the plans that use it up.
@PageController
class ResourcePages {
    private static final double WHOLE = 100;
    private static final double SOON_YEARS = 10;

    private final Clock clock;

    ResourcePages(Clock clock) {
        this.clock = clock;
    }

    /// A mine.
    ///
    /// @param usedWidth part of the reported reserves that is used up, of [#WHOLE]
    /// @param life in years; `–` where nothing was extracted in the last year
    /// @param lostBy `ledger`, `returns` or `nobody`
    /// @param isSoon whether it ends within ten years at the last year's rate
    public record MineRow(
            String facility,
            String name,
            String party,
            String reported,
            String standard,
            String reserves,
            String resources,
            String extracted,
            String usedUp,
            String left,
            double usedWidth,
            String life,
            boolean isSoon,
            String notExtracted,
            String lost,
            String lostBy) {}

    /// What is held of a product.
    public record HeldRow(String product, String in, String out, String held) {}

    /// A movement of the stockpile.
    public record MoveRow(
            String day, String direction, String product, String tonnes, String document) {}

    /// @param on day such as `2026-01-31`; empty for the last time in the ledger
    @Allowed(Right.SEE_REGISTERS)
    @GetMapping("/planning/resources")
    String resources(
            Model model, View view, Language language, @RequestParam(defaultValue = "") String on) {
        long at =
                on.isEmpty()
                        ? view.ledger().lastMicros()
                        : CapacityPages.day(on, clock, language) + LedgerTime.DAY - 1;
        List<MineBook> books = MineBook.of(view.ledger(), _ -> true, at);
        List<MineRow> rows = books.stream().map(b -> row(view, b, language)).toList();
        ReadNote.rows(rows.size());
        model.addAttribute("on", LedgerTime.dateOf(at - 1));
        model.addAttribute("rows", rows);
        model.addAttribute("silent", books.stream().filter(b -> b.report() == null).count());
        model.addAttribute("soon", rows.stream().filter(MineRow::isSoon).count());
        model.addAttribute(
                "left",
                language.mass(
                        books.stream()
                                .map(MineBook::book)
                                .filter(Objects::nonNull)
                                .mapToDouble(ResourceBook::leftKg)
                                .sum()));
        model.addAttribute(
                "held",
                MineBook.stockpile(view.ledger().declarations(), at).stream()
                        .map(h ->
                                new HeldRow(
                                        product(view, h.product(), language),
                                        Figures.tonnes(h.inT()),
                                        Figures.tonnes(h.outT()),
                                        Figures.tonnes(h.heldT())))
                        .toList());
        model.addAttribute(
                "moves",
                view.ledger().declarations().context().stewardship().stockpile().stream()
                        .filter(m -> m.atMicros() <= at)
                        .sorted(Comparator.comparingLong(StockpileMovement::atMicros).reversed())
                        .map(m ->
                                new MoveRow(
                                        LedgerTime.dateOf(m.atMicros()).toString(),
                                        m.isIn() ? "in" : "out",
                                        product(view, m.product(), language),
                                        Figures.tonnes(m.tonnesReo()),
                                        m.document()))
                        .toList());
        return "resources";
    }

    private static String product(View view, int product, Language language) {
        Product p = view.ledger().declarations().products().get(product);
        return language.pick(p.name(), p.nameZh().isEmpty() ? p.name() : p.nameZh());
    }

    private static MineRow row(View view, MineBook mine, Language language) {
        Facility facility = view.registry().facility(mine.facility());
        String party = language.name(view.registry().ownerOf(mine.facility()));
        ReserveReport report = mine.report();
        ResourceBook book = mine.book();
        String lost = language.percent(mine.lost().share());
        String lostBy = mine.lost().source().name().toLowerCase(Locale.ROOT);
        if (report == null || book == null) {
            return new MineRow(
                    facility.id(),
                    facility.name(),
                    party,
                    "",
                    "",
                    "–",
                    "–",
                    "–",
                    "–",
                    "–",
                    0,
                    "–",
                    false,
                    "–",
                    lost,
                    lostBy);
        }
        boolean isEnding = Double.isFinite(book.lifeYears());
        return new MineRow(
                facility.id(),
                facility.name(),
                party,
                LedgerTime.dateOf(report.atMicros()).toString(),
                report.standard(),
                language.mass(report.provenT() * Mass.KG_PER_T),
                language.mass(report.resourcesT() * Mass.KG_PER_T),
                language.mass(book.extractedKg()),
                language.mass(book.usedUpKg()),
                language.mass(book.leftKg()),
                WHOLE
                        * Math.min(
                                1, book.usedUpKg() / Math.max(1, report.provenT() * Mass.KG_PER_T)),
                isEnding ? String.format(Locale.ROOT, "%.1f", book.lifeYears()) : "–",
                isEnding && book.lifeYears() < SOON_YEARS,
                language.percent(mine.leftInGroundShare()),
                lost,
                lostBy);
    }
}
