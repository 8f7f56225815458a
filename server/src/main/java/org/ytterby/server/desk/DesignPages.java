package org.ytterby.server.desk;

import java.util.List;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.ytterby.server.identity.OpenToAll;
import org.ytterby.server.web.Language;

/// What every page is made of, shown by itself: tokens, texts, marks, tables, forms, charts,
/// states.
@PageController
class DesignPages {
    private static final List<String> TOKENS =
            List.of(
                    "paper",
                    "sheet",
                    "sunk",
                    "ink",
                    "ink-2",
                    "ink-3",
                    "line",
                    "line-weak",
                    "neutral",
                    "accent",
                    "accent-weak",
                    "on-accent",
                    "serious",
                    "serious-weak",
                    "watch",
                    "watch-weak",
                    "info",
                    "info-weak",
                    "done",
                    "low",
                    "high");

    private static final List<Double> MASSES_KG = List.of(0.0125, 12.5, 9_999.0, 12_345.0, 8.4e6);

    /// A mass as it is written everywhere.
    public record Written(String kg, String shown) {}

    @OpenToAll
    @GetMapping("/design")
    String design(Model model, Language language) {
        model.addAttribute("tokens", TOKENS);
        model.addAttribute(
                "masses",
                MASSES_KG.stream()
                        .map(kg -> new Written(Double.toString(kg), language.mass(kg)))
                        .toList());
        return "design";
    }
}
