package org.ytterby.core.ledger;

import java.util.Arrays;
import org.ytterby.core.material.Element;

/// Assays in columns, in the order in which they were declared.
///
/// A bad assay leaves its subject behind: lines of a lot that has no other become errors and are
/// not valued by the product's assay.
public final class AssayTable {
    /// Fractions, the bulk of the table, lie in chunks so that growing copies none.
    private static final int BITS = 10;

    private static final int MASK = (1 << BITS) - 1;

    private final Names ids;
    private final Names laboratories;
    private int[] idNumbers = new int[16];
    private int[] subjects = new int[16];
    private long[] measured = new long[16];
    private int[] laboratory = new int[16];
    private int[] methods = new int[16];
    private int[] rows = new int[16];
    private boolean[] bad = new boolean[16];
    private double[][] fractions = new double[16][];
    private int size;

    /// A table without assays.
    public AssayTable() {
        this(new Names(), new Names());
    }

    private AssayTable(Names ids, Names laboratories) {
        this.ids = ids;
        this.laboratories = laboratories;
    }

    /// The same assays; those added to either afterwards are not in the other.
    public AssayTable copy() {
        AssayTable copy = new AssayTable(ids.copy(), laboratories.copy());
        copy.idNumbers = idNumbers.clone();
        copy.subjects = subjects.clone();
        copy.measured = measured.clone();
        copy.laboratory = laboratory.clone();
        copy.methods = methods.clone();
        copy.rows = rows.clone();
        copy.bad = bad.clone();
        copy.fractions = fractions.clone(); // chunks that are full do not change any more
        int last = size >>> BITS;
        if ((size & MASK) != 0) {
            copy.fractions[last] = fractions[last].clone();
        }
        copy.size = size;
        return copy;
    }

    /// Declares a good assay.
    ///
    /// @param subject number of the lot or product id in the names of lots
    /// @param measured instant, [LedgerTime#BEGINNING] if not given
    /// @param method number in [Methods]
    /// @param row row of the file
    /// @param fraction kg of element per kg of dry material, one per element
    public void add(
            String id,
            int subject,
            long measured,
            String lab,
            int method,
            int row,
            double[] fraction) {
        int at = grow(id, subject, measured, row);
        laboratory[at] = laboratories.number(lab);
        methods[at] = method;
        System.arraycopy(
                fraction, 0, fractions[at >>> BITS], (at & MASK) * Element.COUNT, Element.COUNT);
    }

    /// Declares that an assay of this subject and time was given but cannot be read.
    public void addBad(int subject, long measured, int row) {
        int at = grow("", subject, measured, row); // first, for it may replace the arrays
        bad[at] = true;
    }

    private int grow(String id, int subject, long time, int row) {
        if (size == subjects.length) {
            int n = size * 2;
            subjects = Arrays.copyOf(subjects, n);
            measured = Arrays.copyOf(measured, n);
            laboratory = Arrays.copyOf(laboratory, n);
            methods = Arrays.copyOf(methods, n);
            rows = Arrays.copyOf(rows, n);
            bad = Arrays.copyOf(bad, n);
            idNumbers = Arrays.copyOf(idNumbers, n);
        }
        int chunk = size >>> BITS;
        if ((size & MASK) == 0) {
            fractions = chunk == fractions.length ? Arrays.copyOf(fractions, chunk * 2) : fractions;
            fractions[chunk] = new double[(MASK + 1) * Element.COUNT];
        }
        idNumbers[size] = ids.number(id);
        subjects[size] = subject;
        measured[size] = time;
        rows[size] = row;
        return size++;
    }

    /// How many assays there are, bad ones included.
    public int size() {
        return size;
    }

    /// Whether an assay of this id was declared.
    public boolean has(String id) {
        return ids.find(id) != Names.NONE;
    }

    /// The id of an assay, empty for a bad one.
    public String id(int assay) {
        return ids.name(idNumbers[assay]);
    }

    /// Number of the lot or product id.
    public int subject(int assay) {
        return subjects[assay];
    }

    /// When the sample was measured, [LedgerTime#BEGINNING] if not given.
    public long measuredMicros(int assay) {
        return measured[assay];
    }

    /// Number of the laboratory.
    public int laboratory(int assay) {
        return laboratory[assay];
    }

    /// The name of a laboratory, empty for none.
    public String laboratoryName(int number) {
        return laboratories.name(number);
    }

    /// Number of the method in [Methods].
    public int method(int assay) {
        return methods[assay];
    }

    /// Row of the file.
    public int row(int assay) {
        return rows[assay];
    }

    /// Whether the assay was given but cannot be read.
    public boolean isBad(int assay) {
        return bad[assay];
    }

    /// Kilograms of an element per kilogram of dry material.
    public double fraction(int assay, int element) {
        return fractions[assay >>> BITS][(assay & MASK) * Element.COUNT + element];
    }
}
