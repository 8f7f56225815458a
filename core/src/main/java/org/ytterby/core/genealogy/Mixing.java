package org.ytterby.core.genealogy;

import java.util.HashMap;
import java.util.Map;
import org.ytterby.core.ledger.Direction;
import org.ytterby.core.ledger.FlowTable;
import org.ytterby.core.ledger.Ledger;
import org.ytterby.core.material.Element;

/// How lots mix: the part of a process that an input line stands for, and the part of a lot that an
/// output line stands for, element by element. Not thread-safe: it remembers what it has summed.
final class Mixing {
    private final Births births;
    private final RecordExcess excess;
    private final Ledger ledger;
    private final Map<Integer, double[]> made = new HashMap<>();
    private final Map<Integer, double[]> passed = new HashMap<>();

    Mixing(Births births, RecordExcess excess) {
        this.excess = excess;
        this.births = births;
        ledger = births.ledger();
    }

    /// Element masses that a lot was made with, mg.
    double[] madeMg(int lot) {
        return made.computeIfAbsent(
                lot,
                key -> {
                    double[] mg = new double[Element.COUNT];
                    for (int e = 0; e < mg.length; e++) {
                        mg[e] = births.madeMg(key, e);
                    }
                    return mg;
                });
    }

    /// Adds what a lot gives to a process by an input line: its values times the line's part of the
    /// inputs. An input whose lot was never made with an element gives nothing of it.
    void addInput(int line, double[] values, double[] into) {
        double[] perMg =
                passed.computeIfAbsent(ledger.flows().record(line), this::passedPerInputMg);
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
