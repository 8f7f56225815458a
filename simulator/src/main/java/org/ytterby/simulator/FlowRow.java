package org.ytterby.simulator;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.ytterby.core.ledger.Direction;
import org.ytterby.core.ledger.FlowType;

/// The cells of one row of `flows.csv`, filled again and again.
final class FlowRow {
    private static final String[] COLUMNS = {
        "record",
        "type",
        "time",
        "from",
        "entered",
        "facility",
        "direction",
        "lot",
        "product",
        "mass_kg",
        "moisture",
        "method",
        "partner",
        "destination",
        "document",
        "value",
        "currency",
        "corrects"
    };
    private static final int FIRST_OF_LINE = 6;
    private static final int CORRECTS = 17;
    private static final int MOISTURE_DECIMALS = 4;
    private static final int VALUE_DECIMALS = 2;

    /// Decimals of a mass in kg.
    static final int MASS_DECIMALS = 3;

    private final @Nullable String[] cells = new String[COLUMNS.length];

    static String[] columns() {
        return COLUMNS.clone();
    }

    /// What all lines of a record share.
    void begin(String record, FlowType type, String time, String entered, Site site) {
        Arrays.fill(cells, null);
        cells[0] = record;
        cells[1] = type.code();
        cells[2] = time;
        cells[4] = entered;
        cells[5] = site.id();
    }

    void from(String time) {
        cells[3] = time;
    }

    String record() {
        return String.valueOf(cells[0]);
    }

    /// A line about goods.
    void goods(Direction direction, Parcel parcel, double kg, Deal deal) {
        Lot lot = parcel.lot();
        cells[6] = direction.code();
        cells[7] = lot.id();
        cells[8] = lot.product().id();
        mass(kg);
        cells[10] = lot.moisture() == 0 ? null : Digits.fixed(lot.moisture(), MOISTURE_DECIMALS);
        cells[11] = lot.product().methods().weighing();
        cells[12] = deal.partner();
        cells[13] = deal.destination();
        cells[14] = deal.document();
        cells[15] = deal.valueUsd() > 0 ? Digits.fixed(deal.valueUsd(), VALUE_DECIMALS) : null;
        cells[16] = deal.valueUsd() > 0 ? "USD" : null;
    }

    void mass(double kg) {
        cells[9] = Digits.fixed(kg, MASS_DECIMALS);
    }

    /// A line that says that nothing is there.
    void nothing() {
        cells[6] = Direction.COUNT.code();
        mass(0);
    }

    /// The same record once more under another id.
    ///
    /// @param corrects the record that it replaces, null for none
    void again(String record, @Nullable String corrects) {
        cells[0] = record;
        cells[CORRECTS] = corrects;
    }

    /// Leaves only what a cancellation has.
    void cancellation() {
        cells[1] = FlowType.CANCELLATION.code();
        Arrays.fill(cells, FIRST_OF_LINE, CORRECTS, null);
    }

    @Nullable String[] cells() {
        return cells;
    }
}
