package org.ytterby.core.genealogy;

import java.util.function.IntToLongFunction;
import org.ytterby.core.ledger.Direction;
import org.ytterby.core.ledger.FacilityStage;
import org.ytterby.core.ledger.FlowTable;
import org.ytterby.core.ledger.FlowType;
import org.ytterby.core.ledger.Groups;
import org.ytterby.core.ledger.Ledger;

/// Which lines bring lots into being, and which lots never came into being.
///
/// A lot is made by extraction, import, the output of processing, receipt from a facility without
/// duty to report, or by being counted in the first record of a facility when that is a stocktake.
/// A count does not make a lot a second time when it was made at another facility. Immutable.
public final class Births {
    /// How a line makes its lot.
    public enum Kind {
        NONE,
        EXTRACTION,
        IMPORT,
        PROCESSING,
        OUTSIDE,
        OPENING
    }

    private static final Kind[] KINDS = Kind.values();

    private final Ledger ledger;
    private final FlowTable flows;
    private final byte[] kind;
    private final boolean[] opening;

    private Births(Ledger ledger) {
        this.ledger = ledger;
        flows = ledger.flows();
        kind = new byte[flows.lineCount()];
        opening = new boolean[flows.lineCount()];
        markOpenings();
        Groups lots = ledger.linesByLot();
        for (int lot = 0; lot < lots.groupCount(); lot++) {
            markLot(lots, lot);
        }
    }

    /// Finds the births in a ledger. O(lines).
    public static Births of(Ledger ledger) {
        return new Births(ledger);
    }

    private void markOpenings() {
        Groups facilities = ledger.linesByFacility();
        for (int f = 0; f < facilities.groupCount(); f++) {
            if (facilities.size(f) == 0) {
                continue;
            }
            long first = ledger.timeMicros(facilities.get(f, 0));
            for (int i = 0; i < facilities.size(f); i++) {
                int line = facilities.get(f, i);
                if (ledger.type(line) != FlowType.STOCKTAKE || ledger.timeMicros(line) != first) {
                    break;
                }
                opening[line] = flows.lot(line) >= 0;
            }
        }
    }

    private void markLot(Groups lots, int lot) {
        for (int i = 0; i < lots.size(lot); i++) {
            int line = lots.get(lot, i);
            kind[line] = (byte) declaredKind(line).ordinal();
        }
        for (int i = 0; i < lots.size(lot); i++) {
            int line = lots.get(lot, i);
            if (opening[line] && !isMadeElsewhere(lots, lot, facility(line))) {
                kind[line] = (byte) Kind.OPENING.ordinal();
            }
        }
    }

    private Kind declaredKind(int line) {
        return switch (ledger.type(line)) {
            case EXTRACTION -> Kind.EXTRACTION;
            case IMPORT -> Kind.IMPORT;
            case PROCESSING -> flows.direction(line) == Direction.OUT ? Kind.PROCESSING : Kind.NONE;
            case RECEIPT -> isFromOutside(line) ? Kind.OUTSIDE : Kind.NONE;
            case SHIPMENT, EXPORT, DISPOSAL, STOCKTAKE, CANCELLATION -> Kind.NONE;
        };
    }

    private boolean isFromOutside(int line) {
        return ledger.registry().facility(flows.partner(line)).stage() == FacilityStage.OUTSIDE;
    }

    private boolean isMadeElsewhere(Groups lots, int lot, int facility) {
        for (int i = 0; i < lots.size(lot); i++) {
            int line = lots.get(lot, i);
            Kind k = kind(line);
            if (k != Kind.NONE && k != Kind.OPENING && facility(line) != facility) {
                return true;
            }
        }
        return false;
    }

    private int facility(int line) {
        return flows.facility(flows.record(line));
    }

    /// The ledger whose lots are meant.
    public Ledger ledger() {
        return ledger;
    }

    /// How a line makes its lot, [Kind#NONE] if it does not.
    public Kind kind(int line) {
        return KINDS[kind[line]];
    }

    /// Whether a line counts stock that was there before the first flow of its facility.
    public boolean isOpening(int line) {
        return opening[line];
    }

    /// Whether any line makes a lot.
    public boolean isMade(int lot) {
        Groups lots = ledger.linesByLot();
        for (int i = 0; i < lots.size(lot); i++) {
            if (kind(lots.get(lot, i)) != Kind.NONE) {
                return true;
            }
        }
        return false;
    }

    /// Whether a lot was shipped, exported, used or disposed of but never came into being.
    public boolean isUndeclared(int lot) {
        Groups lots = ledger.linesByLot();
        boolean taken = false;
        for (int i = 0; i < lots.size(lot); i++) {
            taken |= isTaking(lots.get(lot, i));
        }
        return taken && !isMade(lot);
    }

    /// Whether a line takes material out of a lot.
    public boolean isTaking(int line) {
        return switch (ledger.type(line)) {
            case SHIPMENT, EXPORT, DISPOSAL -> true;
            case PROCESSING -> flows.direction(line) == Direction.IN;
            case EXTRACTION, RECEIPT, IMPORT, STOCKTAKE, CANCELLATION -> false;
        };
    }

    /// How a line enters the stock of its lot in its facility: +1 comes in, -1 is taken out, 0
    /// neither.
    public int stockSign(int line) {
        if (isTaking(line)) {
            return -1;
        }
        boolean comes =
                kind(line) != Kind.NONE || isOpening(line) || ledger.type(line) == FlowType.RECEIPT;
        return comes ? 1 : 0;
    }

    /// Element mass that a lot was made with, mg. Of a lot that never came into being: what left
    /// the facility of its first line.
    public long madeMg(int lot, int element) {
        return madeMg(lot, line -> ledger.elementMg(line, element));
    }

    /// Mass as weighed that a lot was made with, mg; of a lot that never came into being as in
    /// [#madeMg].
    public long madeWeighedMg(int lot) {
        return madeMg(lot, flows::massMg);
    }

    /// Dry mass that a lot was made with, mg; of a lot that never came into being as in [#madeMg].
    long madeDryMg(int lot) {
        return madeMg(lot, ledger::dryMg);
    }

    private long madeMg(int lot, IntToLongFunction lineMg) {
        Groups lots = ledger.linesByLot();
        long made = 0;
        boolean isMade = false;
        for (int i = 0; i < lots.size(lot); i++) {
            int line = lots.get(lot, i);
            if (kind(line) != Kind.NONE) {
                isMade = true;
                made += lineMg.applyAsLong(line);
            }
        }
        return isMade || lots.size(lot) == 0 ? made : appearedMg(lot, lineMg);
    }

    private long appearedMg(int lot, IntToLongFunction lineMg) {
        Groups lots = ledger.linesByLot();
        int first = facility(lots.get(lot, 0));
        long arrived = 0;
        long left = 0;
        for (int i = 0; i < lots.size(lot); i++) {
            int line = lots.get(lot, i);
            if (facility(line) == first) {
                boolean isReceipt = ledger.type(line) == FlowType.RECEIPT;
                arrived += isReceipt ? lineMg.applyAsLong(line) : 0;
                left += isTaking(line) ? lineMg.applyAsLong(line) : 0;
            }
        }
        return left > 0 ? left : arrived;
    }
}
