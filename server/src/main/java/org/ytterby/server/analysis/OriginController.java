package org.ytterby.server.analysis;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.ytterby.core.genealogy.ElementOrigins;
import org.ytterby.core.ledger.Ledger;
import org.ytterby.core.material.Element;
import org.ytterby.server.identity.Allowed;
import org.ytterby.server.identity.Right;

/// Where the stock and the exports of a nation came from, element by element.
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "lots")
class OriginController {
    /// @param kind extraction, import, outside, opening, unaccounted or undeclared
    /// @param place the region of mines, the country of imports; else, and where it is not known,
    ///   empty
    @Schema(name = "OriginMass")
    record Row(String kind, String place, double stockKg, double exportedKg) {
        static Row of(ElementOrigins.Row row) {
            return new Row(
                    row.group().kind().name().toLowerCase(Locale.ROOT),
                    row.group().place(),
                    row.stockKg(),
                    row.exportedKg());
        }
    }

    /// @param nowhereKg of the stock, undeclared or unaccounted for
    @Schema(name = "DoubtfulStock")
    record Doubtful(String lot, String facility, double stockKg, double nowhereKg) {
        static Doubtful of(Ledger ledger, ElementOrigins.Doubtful doubtful) {
            return new Doubtful(
                    ledger.flows().lotId(doubtful.lot()),
                    ledger.registry().facility(doubtful.facility()).id(),
                    doubtful.stockKg(),
                    doubtful.nowhereKg());
        }
    }

    /// @param position of the ledger that it was answered from
    /// @param doubtful at most fifty, the most first
    @Schema(name = "NationalOrigins")
    record Answer(long position, String element, List<Row> items, List<Doubtful> doubtful) {}

    @Allowed(Right.SEE_ORIGINS)
    @GetMapping("/origins")
    @Operation(
            summary =
                    "Where stock and exports of an element came from, and stocks that came from"
                            + " nowhere")
    Answer origins(View view, @RequestParam Element element) {
        ElementOrigins found = view.now().tracing().origins(element);
        return new Answer(
                view.position(),
                element.name(),
                found.rows().stream().map(Row::of).toList(),
                found.doubtful().stream().map(d -> Doubtful.of(view.ledger(), d)).toList());
    }
}
