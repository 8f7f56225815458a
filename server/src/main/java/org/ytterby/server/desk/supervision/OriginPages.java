package org.ytterby.server.desk.supervision;

import java.util.Comparator;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.ytterby.core.genealogy.ElementOrigins;
import org.ytterby.core.genealogy.OriginGroup;
import org.ytterby.core.ledger.Ledger;
import org.ytterby.core.material.Element;
import org.ytterby.core.supervision.Text;
import org.ytterby.server.analysis.View;
import org.ytterby.server.desk.PageController;
import org.ytterby.server.identity.Allowed;
import org.ytterby.server.identity.ReadNote;
import org.ytterby.server.identity.Right;
import org.ytterby.server.web.Language;

/// Where the stock and the exports of a nation came from, for one element.
@PageController
class OriginPages {
    private static final double WHOLE = 100;

    /// An element that can be asked for.
    public record Choice(String code, String name) {}

    /// A group of origins.
    ///
    /// @param tone `doubt` where nobody declared it
    /// @param stockWidth of its bar, in percent of all stock
    public record Row(
            String name,
            String tone,
            String stock,
            String stockShare,
            double stockWidth,
            String exported,
            String exportedShare) {}

    /// A lot in stock of which a part came from nowhere.
    public record Doubtful(
            String lot, String facility, String stock, String nowhere, String share) {
        static Doubtful of(Ledger ledger, ElementOrigins.Doubtful doubtful, Language language) {
            return new Doubtful(
                    ledger.flows().lotId(doubtful.lot()),
                    ledger.registry().facility(doubtful.facility()).id(),
                    language.mass(doubtful.stockKg()),
                    language.mass(doubtful.nowhereKg()),
                    language.percent(doubtful.nowhereKg() / doubtful.stockKg()));
        }
    }

    @Allowed(Right.SEE_ORIGINS)
    @GetMapping("/supervision/origins")
    String origins(
            Model model,
            View view,
            Language language,
            @RequestParam(defaultValue = "Dy") Element element) {
        ElementOrigins found = view.now().tracing().origins(element);
        ReadNote.rows(found.doubtful().size());
        double stockKg = found.rows().stream().mapToDouble(ElementOrigins.Row::stockKg).sum();
        double exportedKg = found.rows().stream().mapToDouble(ElementOrigins.Row::exportedKg).sum();
        model.addAttribute("element", element.name());
        model.addAttribute("elements", Element.ALL.stream().map(e -> choice(e, language)).toList());
        model.addAttribute("stock", language.mass(stockKg));
        model.addAttribute("exported", language.mass(exportedKg));
        model.addAttribute(
                "rows",
                found.rows().stream()
                        .sorted(Comparator.comparingDouble(ElementOrigins.Row::stockKg).reversed())
                        .map(row -> row(row, stockKg, exportedKg, language))
                        .toList());
        model.addAttribute(
                "doubtful",
                found.doubtful().stream()
                        .map(d -> Doubtful.of(view.ledger(), d, language))
                        .toList());
        return "origins";
    }

    private static Choice choice(Element element, Language language) {
        return new Choice(
                element.name(),
                language.pick(element.name(), element.chinese() + " " + element.name()));
    }

    private static Row row(
            ElementOrigins.Row row, double stockKg, double exportedKg, Language language) {
        return new Row(
                language.say(words(row.group())),
                row.group().isDeclared() ? "0" : "doubt",
                language.mass(row.stockKg()),
                language.percent(row.stockKg() / stockKg),
                stockKg > 0 ? WHOLE * row.stockKg() / stockKg : 0,
                language.mass(row.exportedKg()),
                language.percent(row.exportedKg() / exportedKg));
    }

    private static Text words(OriginGroup group) {
        String place = group.place();
        return switch (group.kind()) {
            case EXTRACTION ->
                    place.isEmpty()
                            ? new Text("Mined, region not given", "开采（未注明地区）")
                            : new Text("Mined in " + place, "开采：" + place);
            case IMPORT -> new Text("Imported from " + place, "进口：" + place);
            case OUTSIDE -> new Text("From suppliers without duty to report", "无申报义务的供应方");
            case OPENING -> new Text("Opening stock", "期初库存");
            case UNACCOUNTED -> new Text("Unaccounted for", "不明来源");
            case UNDECLARED -> new Text("Undeclared", "未申报");
        };
    }
}
