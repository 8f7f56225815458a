package org.ytterby.server.environment;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.ytterby.core.environment.MineBook;
import org.ytterby.core.environment.ResourceBook;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.ledger.ReserveReport;
import org.ytterby.core.material.Mass;
import org.ytterby.server.analysis.View;
import org.ytterby.server.identity.Allowed;
import org.ytterby.server.identity.Right;

/// What is left in the ground and in the state stockpile.
@RestController
@RequestMapping(path = "/api/v1/resources", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "registers", description = "Capacity and resources / 产能与资源")
class ResourceController {
    /// A mine, t REO; figures are absent where it never reported reserves.
    ///
    /// @param lifeYears absent where nothing was extracted in the last year
    /// @param lostShare of the ore it processed in the last year to tailings; absent where nobody
    ///   tells
    /// @param lostBy `ledger` for what flow records tell, `returns` for what the mine declares
    record MineRow(
            String facility,
            @Nullable String reportedOn,
            @Nullable String standard,
            @Nullable Double reservesT,
            @Nullable Double resourcesT,
            @Nullable Double extractedT,
            @Nullable Double usedUpT,
            @Nullable Double leftT,
            @Nullable Double lifeYears,
            @Nullable Double lostShare,
            @Nullable String lostBy) {
        static MineRow of(View view, MineBook mine) {
            String id = view.registry().facility(mine.facility()).id();
            ReserveReport report = mine.report();
            ResourceBook book = mine.book();
            Double lost = known(mine.lost().share());
            String by = by(mine.lost().source());
            if (report == null || book == null) {
                return new MineRow(id, null, null, null, null, null, null, null, null, lost, by);
            }
            return new MineRow(
                    id,
                    LedgerTime.dateOf(report.atMicros()).toString(),
                    report.standard(),
                    report.provenT(),
                    report.resourcesT(),
                    book.extractedKg() / Mass.KG_PER_T,
                    book.usedUpKg() / Mass.KG_PER_T,
                    book.leftKg() / Mass.KG_PER_T,
                    known(book.lifeYears()),
                    lost,
                    by);
        }
    }

    private static @Nullable String by(MineBook.Source source) {
        return switch (source) {
            case LEDGER -> "ledger";
            case RETURNS -> "returns";
            case NOBODY -> null;
        };
    }

    private static @Nullable Double known(double value) {
        return Double.isFinite(value) ? Double.valueOf(value) : null;
    }

    /// What is held of a product, t REO.
    record HeldRow(String product, double inT, double outT, double heldT) {}

    @Schema(name = "ResourceAnswer")
    record Answer(long position, List<MineRow> mines, List<HeldRow> stockpile) {}

    /// @param on day up to whose end; empty for the last time in the ledger
    @Allowed(Right.SEE_REGISTERS)
    @GetMapping
    @Operation(summary = "Reserves, depletion and life of mines, and the state stockpile, on a day")
    Answer resources(View view, @RequestParam(defaultValue = "") String on) {
        long last = view.ledger().lastMicros();
        long at;
        try {
            at = on.isEmpty() ? last : Registers.day(on, last) + LedgerTime.DAY - 1;
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, e.getMessage(), e);
        }
        return new Answer(
                view.position(),
                MineBook.of(view.ledger(), _ -> true, at).stream()
                        .map(mine -> MineRow.of(view, mine))
                        .toList(),
                MineBook.stockpile(view.ledger().declarations(), at).stream()
                        .map(h ->
                                new HeldRow(
                                        view.ledger()
                                                .declarations()
                                                .products()
                                                .get(h.product())
                                                .id(),
                                        h.inT(),
                                        h.outT(),
                                        h.heldT()))
                        .toList());
    }
}
