package org.ytterby.core.ledger;

import java.util.Arrays;
import java.util.List;
import org.ytterby.core.material.Element;
import org.ytterby.core.material.Mass;

/// The records in force: corrections followed, every line valued by its assay, in order of time.
///
/// Everything else is computed from this. Immutable and safe to share between threads.
public final class Ledger {
    private final Declarations declarations;
    private final FlowTable flows;
    private final int[] assayOfLine;
    private final boolean[] inForce;
    private final boolean[] cancelled;
    private final int[] records;
    private final Groups linesByFacility;
    private final Groups linesByLot;
    private final List<Problem> problems;

    private Ledger(Declarations declarations) {
        this.declarations = declarations;
        flows = declarations.flows();
        boolean[] left = new boolean[flows.recordCount()];
        for (int r = 0; r < left.length; r++) {
            left[r] = flows.isBad(r);
        }
        ProblemLog found = new ProblemLog(declarations.problems());
        assayOfLine = assays(left, found);
        Corrections corrections = new Corrections(flows, declarations.registry(), left, found);
        problems = found.list();
        inForce = corrections.inForce();
        cancelled = corrections.cancelled();
        records = recordsInOrder();
        int[] lines = lines();
        int[] facilities = new int[lines.length];
        int[] lots = new int[lines.length];
        for (int i = 0; i < lines.length; i++) {
            facilities[i] = flows.facility(flows.record(lines[i]));
            lots[i] = flows.lot(lines[i]);
        }
        linesByFacility = Groups.of(lines, facilities, declarations.registry().facilities().size());
        linesByLot = Groups.of(lines, lots, flows.texts().lots().size());
    }

    /// Decides what is in force. O(lines log assays).
    public static Ledger of(Declarations declarations) {
        return new Ledger(declarations);
    }

    private int[] assays(boolean[] left, ProblemLog found) {
        AssaySelection selection = new AssaySelection(declarations);
        int[] chosen = new int[flows.lineCount()];
        for (int line = 0; line < chosen.length; line++) {
            int r = flows.record(line);
            if (flows.lot(line) == Names.NONE || flows.isBad(r)) {
                chosen[line] = AssaySelection.NONE;
                continue;
            }
            chosen[line] =
                    selection.select(flows.lot(line), flows.product(line), flows.timeMicros(r));
            if (chosen[line] < 0) {
                left[r] = true;
                found.add(withoutAssay(line, chosen[line] == AssaySelection.UNREADABLE));
            }
        }
        return chosen;
    }

    private Problem withoutAssay(int line, boolean unreadable) {
        return new Problem(
                flows.file(),
                flows.row(line),
                "lot",
                flows.lotId(flows.lot(line)),
                unreadable
                        ? "the assay that values this lot could not be read: see the problems of table assays"
                        : "neither this lot nor its product has an assay",
                unreadable ? "该批次所用的化验结果无法读取，见 assays 表的问题" : "该批次及其产品均无化验结果",
                Problem.Weight.ERROR);
    }

    private int[] recordsInOrder() {
        int[] declared = recordsAsDeclared();
        int[] order = new int[declared.length];
        long[] times = new long[declared.length];
        int n = 0;
        for (int pass = 0; pass < 2; pass++) { // of records at one instant stocktakes come first
            for (int r : declared) {
                if (inForce[r] && (flows.type(r) == FlowType.STOCKTAKE) == (pass == 0)) {
                    order[n++] = r;
                    times[r] = flows.timeMicros(r);
                }
            }
        }
        int[] sorted = Arrays.copyOf(order, n);
        StableOrder.sort(sorted, times);
        return sorted;
    }

    /// By row: the number of a record does not tell, because a correction may name it beforehand.
    private int[] recordsAsDeclared() {
        int[] declared = new int[flows.recordCount()];
        long[] rows = new long[declared.length];
        for (int r = 0; r < declared.length; r++) {
            declared[r] = r;
            rows[r] = flows.recordRow(r);
        }
        StableOrder.sort(declared, rows);
        return declared;
    }

    /// Lines of the records in force, in the order of [#records]; laid out anew by each call.
    /// O(lines).
    public int[] lines() {
        int n = 0;
        for (int r : records) {
            n += flows.lineTo(r) - flows.lineFrom(r);
        }
        int[] all = new int[n];
        int at = 0;
        for (int r : records) {
            for (int line = flows.lineFrom(r); line < flows.lineTo(r); line++) {
                all[at++] = line;
            }
        }
        return all;
    }

    public Declarations declarations() {
        return declarations;
    }

    public Registry registry() {
        return declarations.registry();
    }

    public FlowTable flows() {
        return flows;
    }

    /// Problems of reading and of deciding what is in force.
    public List<Problem> problems() {
        return problems;
    }

    /// Whether a record is in force: read, valued, not replaced, not cancelled.
    public boolean isInForce(int record) {
        return inForce[record];
    }

    /// Whether an original record was cancelled in the end.
    public boolean isCancelled(int record) {
        return cancelled[record];
    }

    /// Records in force by time; of records at one instant stocktakes first, then as declared.
    public int[] records() {
        return records.clone();
    }

    /// Lines in force of each facility, by time.
    public Groups linesByFacility() {
        return linesByFacility;
    }

    /// Lines in force of each lot, by time.
    public Groups linesByLot() {
        return linesByLot;
    }

    /// The assay that values a line, or a negative number for a line without lot.
    public int assay(int line) {
        return assayOfLine[line];
    }

    /// Element mass of a line, mg.
    ///
    /// @param element ordinal of the element
    public long elementMg(int line, int element) {
        int assay = assayOfLine[line];
        return assay < 0
                ? 0
                : Mass.elementMg(
                        flows.massMg(line),
                        flows.moisture(line),
                        declarations.assays().fraction(assay, element));
    }

    /// Dry mass of a line, mg.
    public long dryMg(int line) {
        return Mass.dryMg(flows.massMg(line), flows.moisture(line));
    }

    /// Rare-earth oxide equivalent of a line, kg.
    public double reoKg(int line) {
        double reo = 0;
        for (Element e : Element.ALL) {
            reo += elementMg(line, e.ordinal()) * e.oxideFactor();
        }
        return reo / Mass.MG_PER_KG;
    }

    /// Type of the record that a line belongs to.
    public FlowType type(int line) {
        return flows.type(flows.record(line));
    }

    /// Instant of the record that a line belongs to.
    public long timeMicros(int line) {
        return flows.timeMicros(flows.record(line));
    }

    /// The last time of any record in force, [LedgerTime#BEGINNING] if there is none.
    public long lastMicros() {
        return records.length == 0
                ? LedgerTime.BEGINNING
                : flows.timeMicros(records[records.length - 1]);
    }
}
