package org.ytterby.benchmarks.detection;

import java.util.List;
import org.ytterby.core.ledger.Declarations;
import org.ytterby.core.ledger.FlowTable;
import org.ytterby.core.ledger.FlowTableBuilder;
import org.ytterby.core.ledger.FlowType;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.ledger.Names;
import org.ytterby.core.ledger.PartnerImport;

/// What was known when the reports of a month were due: its flows, the stocktake that closes it,
/// and what was entered by the tenth of the next month.
final class UntilMonth {
    private static final int DUE_DAYS = 10;

    private final FlowTable flows;
    private final FlowTableBuilder kept;
    private final long end;

    private UntilMonth(Declarations all, long end) {
        flows = all.flows();
        kept = new FlowTableBuilder(flows.texts().lots());
        this.end = end;
    }

    /// @param month counted from year 0, see [LedgerTime#monthOf]
    static Declarations of(Declarations all, int month) {
        long end = LedgerTime.startOfMonth(month + 1);
        List<PartnerImport> imports =
                all.context().partnerImports().stream()
                        .filter(each -> each.month() > 0)
                        .filter(each -> each.year() * 12 + each.month() - 1 <= month)
                        .toList();
        return new Declarations(
                all.registry(),
                all.products(),
                all.methods(),
                all.assays(),
                new UntilMonth(all, end).flows(),
                all.entitlements(),
                new Declarations.Context(all.context().deposits(), imports, all.context().limits()),
                all.problems());
    }

    private FlowTable flows() {
        for (int r = 0; r < flows.recordCount(); r++) {
            if (isKnown(r)) {
                copy(r);
            }
        }
        return kept.build();
    }

    private boolean isKnown(int r) {
        long time = flows.timeMicros(r);
        boolean happened = time < end || (time == end && flows.type(r) == FlowType.STOCKTAKE);
        return happened && flows.enteredMicros(r) < end + DUE_DAYS * LedgerTime.DAY;
    }

    private void copy(int r) {
        int corrects =
                flows.corrects(r) == Names.NONE
                        ? Names.NONE
                        : kept.reserve(flows.recordId(flows.corrects(r)));
        int copy =
                kept.declare(
                        flows.recordId(r),
                        new FlowTableBuilder.Header(
                                flows.type(r),
                                flows.timeMicros(r),
                                flows.isDateOnly(r),
                                flows.fromMicros(r),
                                flows.enteredMicros(r),
                                flows.facility(r),
                                corrects,
                                flows.recordRow(r)));
        if (flows.isBad(r)) {
            kept.markBad(copy);
        }
        for (int line = flows.lineFrom(r); line < flows.lineTo(r); line++) {
            kept.add(
                    copy,
                    new FlowTableBuilder.Line(
                            flows.direction(line),
                            flows.lot(line),
                            flows.product(line),
                            flows.massMg(line),
                            flows.moisture(line),
                            flows.method(line),
                            counterpart(r, line),
                            flows.row(line)));
        }
    }

    private FlowTableBuilder.Counterpart counterpart(int r, int line) {
        int partner = flows.partner(line);
        if (flows.type(r) == FlowType.IMPORT && partner != Names.NONE) {
            partner = again(flows.texts().countries(), partner, kept.texts().countries());
        }
        return new FlowTableBuilder.Counterpart(
                partner,
                again(flows.texts().countries(), flows.destination(line), kept.texts().countries()),
                again(flows.texts().documents(), flows.document(line), kept.texts().documents()));
    }

    private static int again(Names from, int number, Names into) {
        return number == Names.NONE ? Names.NONE : into.number(from.name(number));
    }
}
