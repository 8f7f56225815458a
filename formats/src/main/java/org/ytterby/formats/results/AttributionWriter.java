package org.ytterby.formats.results;

import java.util.List;
import org.ytterby.core.genealogy.Origin;
import org.ytterby.core.genealogy.OriginShares;
import org.ytterby.core.ledger.FlowTable;

/// Puts attribution into rows: by far the largest result, so that each row costs little more than
/// its digits.
final class AttributionWriter implements RowBlocks.RowText {
    static final String HEADER = "lot,element,origin,mass_kg,share";

    /// Lots in a block: some thousands of rows.
    static final int LOTS_PER_BLOCK = 32;

    private final OriginShares attribution;
    private final FlowTable flows;
    private final int[] lots;
    private final List<String> origins;

    AttributionWriter(OriginShares attribution, FlowTable flows) {
        this.attribution = attribution;
        this.flows = flows;
        lots = attribution.lots();
        origins = attribution.origins().stream().map(Origin::code).map(RowBlocks::quoted).toList();
    }

    @Override
    public void append(int item, StringBuilder to) {
        String lot = RowBlocks.quoted(flows.lotId(lots[item]));
        attribution.visit(
                item,
                (element, origin, massKg, share) -> {
                    to.append(lot).append(',').append(element.name()).append(',');
                    to.append(origins.get(origin)).append(',');
                    Decimal.append(to, massKg);
                    Decimal.append(to.append(','), share);
                    to.append('\n');
                });
    }
}
