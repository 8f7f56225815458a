package org.ytterby.simulator;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import org.jspecify.annotations.Nullable;

/// What a plant of one role does with its feed.
///
/// @param yield part of the feed that becomes product
/// @param scrap by-product that can be recycled
/// @param lots campaigns in a month, of a continuous plant lots of each product
record Recipe(
        Slate slate,
        double yield,
        @Nullable ProductSpec scrap,
        double scrapShare,
        ProductSpec waste,
        int lots) {
    static Recipe of(NamedCsvRecord row, Catalogue catalogue) {
        String scrap = row.getField("scrap");
        return new Recipe(
                catalogue.slate(row.getField("slate")),
                catalogue.recovery(row.getField("yield_facts")),
                scrap.isEmpty() ? null : catalogue.product(scrap),
                Table.number(row, "scrap_share"),
                catalogue.product(row.getField("waste")),
                (int) Table.number(row, "lots"));
    }
}
