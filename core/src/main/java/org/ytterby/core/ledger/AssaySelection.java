package org.ytterby.core.ledger;

/// Which assay values a flow line.
///
/// The lot's latest assay not after the line, else the lot's earliest later one, else the product's
/// by the same rule. An assay without a time counts as earliest; of two at the same time the later
/// row wins. An assay that could not be read is left out. A lot all of whose assays could not be
/// read has none that values a line: those of its product must not stand in for them.
final class AssaySelection {
    /// No assay to be had.
    static final int NONE = -1;

    /// There are assays, but none that could be read.
    static final int UNREADABLE = -2;

    private final AssayTable assays;
    private final Groups bySubject;
    private final int[] subjectOfProduct;
    private final boolean[] onlyBad;

    AssaySelection(Declarations d) {
        assays = d.assays();
        Names lots = d.flows().texts().lots();
        int n = assays.size();
        int[] order = new int[n];
        long[] times = new long[n];
        onlyBad = new boolean[lots.size()];
        for (int a = 0; a < n; a++) {
            order[a] = a;
            times[a] = assays.measuredMicros(a);
            onlyBad[assays.subject(a)] |= assays.isBad(a);
        }
        StableOrder.sort(order, times);
        int[] subjects = new int[n];
        for (int i = 0; i < n; i++) {
            boolean bad = assays.isBad(order[i]);
            subjects[i] = bad ? Names.NONE : assays.subject(order[i]);
            if (!bad) {
                onlyBad[subjects[i]] = false;
            }
        }
        bySubject = Groups.of(order, subjects, lots.size());
        subjectOfProduct =
                d.products().stream().mapToInt(product -> lots.find(product.id())).toArray();
    }

    /// The assay of a line, [#NONE] or [#UNREADABLE].
    int select(int lot, int product, long micros) {
        int chosen = ofSubject(lot, micros);
        if (chosen == NONE && subjectOfProduct[product] != Names.NONE) {
            chosen = ofSubject(subjectOfProduct[product], micros);
        }
        return chosen;
    }

    private int ofSubject(int subject, long micros) {
        int count = bySubject.size(subject);
        if (count == 0) {
            return onlyBad[subject] ? UNREADABLE : NONE;
        }
        int low = 0; // assays before `low` are not after the line
        int high = count;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (assays.measuredMicros(bySubject.get(subject, middle)) <= micros) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return bySubject.get(subject, low > 0 ? low - 1 : lastOfEarliest(subject, count));
    }

    private int lastOfEarliest(int subject, int count) {
        long earliest = assays.measuredMicros(bySubject.get(subject, 0));
        int at = 0;
        while (at + 1 < count
                && assays.measuredMicros(bySubject.get(subject, at + 1)) == earliest) {
            at++;
        }
        return at;
    }
}
