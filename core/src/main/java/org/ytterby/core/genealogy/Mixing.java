package org.ytterby.core.genealogy;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import org.ytterby.core.ledger.Direction;
import org.ytterby.core.ledger.FlowTable;
import org.ytterby.core.ledger.Ledger;
import org.ytterby.core.material.Element;

/// How lots mix: the part of a process that an input line stands for, and the part of a lot that an
/// output line stands for, element by element.
///
/// Remembers what it has summed: 4 bytes a lot and record, and 128 bytes for each that was met.
/// Safe for use by several threads.
final class Mixing {
    private final Births births;
    private final RecordExcess excess;
    private final Ledger ledger;
    private final AtomicReferenceArray<double @Nullable []> made;
    private final AtomicReferenceArray<double @Nullable []> passed;

    Mixing(Births births, RecordExcess excess) {
        this.excess = excess;
        this.births = births;
        ledger = births.ledger();
        made = new AtomicReferenceArray<>(ledger.linesByLot().groupCount());
        passed = new AtomicReferenceArray<>(ledger.flows().recordCount());
    }

    /// Element masses that a lot was made with, mg; not to be written to.
    double[] madeMg(int lot) {
        double[] known = made.get(lot);
        if (known == null) {
            known = new double[Element.COUNT];
            for (int e = 0; e < known.length; e++) {
                known[e] = births.madeMg(lot, e);
            }
            made.set(lot, known);
        }
        return known;
    }

    /// Adds what a lot gives to a process by an input line: its values times the line's part of the
    /// inputs. An input whose lot was never made with an element gives nothing of it.
    void addInput(int line, double[] values, double[] into) {
        double[] perMg = passed(ledger.flows().record(line));
        double[] mg = madeMg(ledger.flows().lot(line));
        for (int e = 0; e < into.length; e++) {
            if (values[e] != 0 && mg[e] > 0) {
                into[e] += values[e] * ledger.elementMg(line, e) * perMg[e];
            }
        }
    }

    /// Adds what a process gives to a lot by an output line: its values times the line's part of
    /// the lot.
    void addOutput(int line, double[] values, double[] into) {
        double[] mg = madeMg(ledger.flows().lot(line));
        for (int e = 0; e < into.length; e++) {
            if (values[e] != 0 && mg[e] > 0) {
                into[e] += values[e] * ledger.elementMg(line, e) / mg[e];
            }
        }
    }

    private double[] passed(int record) {
        double[] known = passed.get(record);
        if (known == null) {
            known = passedPerInputMg(record);
            passed.set(record, known);
        }
        return known;
    }

    /// What the outputs of a record owe to each mg of its inputs: less than all where more came
    /// out.
    private double[] passedPerInputMg(int record) {
        FlowTable flows = ledger.flows();
        double[] perMg = new double[Element.COUNT];
        for (int e = 0; e < perMg.length; e++) {
            long in = 0;
            for (int line = flows.lineFrom(record); line < flows.lineTo(record); line++) {
                in += flows.direction(line) == Direction.IN ? ledger.elementMg(line, e) : 0;
            }
            perMg[e] = in == 0 ? 0 : (1 - excess.unaccountedShare(record, e)) / in;
        }
        return perMg;
    }
}
