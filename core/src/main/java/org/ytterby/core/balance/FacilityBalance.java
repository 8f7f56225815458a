package org.ytterby.core.balance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ytterby.core.ledger.Span;
import org.ytterby.core.material.Element;
import org.ytterby.core.material.Mass;

/// All balances of one facility: its periods, the elements that occur, and the covariance of
/// differences.
///
/// Covariance of one element over periods: Σ_g δ_g²·b_g·b_gᵀ, where b_g holds for each period the
/// signed sum of the masses whose error the group g shares. The lines themselves are not kept: laid
/// out by period they are as large as the ledger.
public final class FacilityBalance {
    private final ErrorModel model;
    private final @Nullable BalanceKey key;
    private final int facility;
    private final List<Span> periods;
    private final List<Element> elements;
    private final List<PeriodBalance> rows;
    private final Map<Element, SequentialStatistics> statistics;

    private FacilityBalance(FacilityBook book) {
        model = book.model();
        key = null;
        rows = new ArrayList<>();
        statistics = new HashMap<>();
        facility = book.facility;
        periods = book.spans();
        Sheet[] sheets = new Sheet[Element.COUNT];
        List<Element> found = new ArrayList<>();
        for (Element e : Element.ALL) {
            sheets[e.ordinal()] = new Sheet(book, e.ordinal());
            if (sheets[e.ordinal()].occurs) {
                found.add(e);
            }
        }
        elements = List.copyOf(found);
        for (Element e : elements) {
            addRows(book, e, sheets[e.ordinal()]);
        }
    }

    private FacilityBalance(FacilityBalance same, ErrorModel model, @Nullable BalanceKey key) {
        this.model = model;
        this.key = key;
        facility = same.facility;
        periods = same.periods;
        elements = same.elements;
        rows = same.rows;
        statistics = same.statistics;
    }

    /// The same, under a key.
    FacilityBalance named(BalanceKey name) {
        return new FacilityBalance(this, model, name);
    }

    /// The same, of another ledger in which the facility has the same lines.
    FacilityBalance of(ErrorModel other) {
        return new FacilityBalance(this, other, key);
    }

    /// Absent where nobody remembers it.
    @Nullable BalanceKey key() {
        return key;
    }

    /// The balances of a facility that has at least two stocktakes.
    public static Optional<FacilityBalance> of(ErrorModel model, int facility) {
        return FacilityBook.of(model, facility).map(FacilityBalance::new);
    }

    private void addRows(FacilityBook book, Element e, Sheet sheet) {
        int periods = book.periodCount();
        double[] differences = new double[periods];
        for (int t = 0; t < periods; t++) {
            differences[t] = sheet.difference(t) / Mass.MG_PER_KG;
        }
        SequentialStatistics s = SequentialStatistics.of(differences, covariance(book, e));
        statistics.put(e, s);
        double[] sigma = s.sigma();
        double[] sitmuf = s.sitmuf();
        double[] cumulativeSigma = s.cumulativeSigma();
        double[] loss = s.pageLoss(SequentialStatistics.PAGE_REFERENCE);
        double[] gain = s.pageGain(SequentialStatistics.PAGE_REFERENCE);
        long cumulative = 0;
        for (int t = 0; t < periods; t++) {
            cumulative += sheet.difference(t);
            rows.add(
                    new PeriodBalance(
                            book.facility,
                            e,
                            book.span(t),
                            sheet.opening(t),
                            sheet.additions[t],
                            sheet.removals[t],
                            sheet.counted[t + 1],
                            new PeriodBalance.Statistics(
                                    sigma[t],
                                    sitmuf[t],
                                    cumulative,
                                    cumulativeSigma[t],
                                    loss[t],
                                    gain[t])));
        }
    }

    /// Position of the facility in the registry.
    public int facility() {
        return facility;
    }

    /// Balances by element, then period.
    public List<PeriodBalance> rows() {
        return List.copyOf(rows);
    }

    /// Elements of which anything flowed or was in stock.
    public List<Element> elements() {
        return elements;
    }

    /// The periods, in order of time.
    public List<Span> periods() {
        return periods;
    }

    /// How many periods there are.
    public int periodCount() {
        return periods.size();
    }

    /// The sequence statistics of one element that occurs.
    public Optional<SequentialStatistics> statistics(Element e) {
        return Optional.ofNullable(statistics.get(e));
    }

    /// The lines that the balances sum up, laid out anew.
    FacilityBook book() {
        return FacilityBook.of(model, facility).orElseThrow();
    }

    /// Covariance of one element's differences over periods, kg².
    double[][] covariance(Element element) {
        return covariance(book(), element);
    }

    private static double[][] covariance(FacilityBook book, Element element) {
        int e = element.ordinal();
        int n = book.periodCount();
        double[][] sigma = new double[n][n];
        ErrorModel model = book.model();
        int[] own = new int[n];
        for (int t = 0; t < n; t++) {
            own[t] = t;
        }
        double[][] scales = new double[book.scales()][n];
        double[][] laboratories = new double[book.laboratories()][n];
        double[] assay = new double[n];
        for (int i = 0; i < book.line.length; i++) {
            int line = book.line[i];
            double x = book.kg[i][e];
            boolean lastOfAssay =
                    i + 1 == book.line.length
                            || book.ledger().assay(book.line[i + 1]) != book.ledger().assay(line);
            if (x != 0) {
                addLine(book, sigma, i, model.weighingRandom(line) * x);
                book.spread(i, model.weighingSystematic(line) * x, own, 0, scales[book.scale(i)]);
                double[] laboratory = laboratories[book.laboratory(i)];
                book.spread(i, model.assaySystematic(line, e) * x, own, 0, laboratory);
                book.spread(i, model.assayRandom(line, e) * x, own, 0, assay);
            }
            if (lastOfAssay) {
                addOuter(sigma, assay);
                Arrays.fill(assay, 0);
            }
        }
        for (double[] b : scales) {
            addOuter(sigma, b);
        }
        for (double[] b : laboratories) {
            addOuter(sigma, b);
        }
        return sigma;
    }

    private static void addLine(FacilityBook book, double[][] sigma, int entry, double error) {
        int t = book.period[entry];
        double variance = error * error;
        if (t >= 0) {
            sigma[t][t] += variance;
        }
        if (book.stock[entry] && t + 1 < sigma.length) {
            sigma[t + 1][t + 1] += variance;
            if (t >= 0) {
                sigma[t + 1][t] -= variance;
                sigma[t][t + 1] -= variance;
            }
        }
    }

    private static void addOuter(double[][] sigma, double[] b) {
        for (int t = 0; t < b.length; t++) {
            if (b[t] != 0) {
                for (int s = 0; s < b.length; s++) {
                    sigma[t][s] += b[t] * b[s];
                }
            }
        }
    }

    /// Booked masses of one element by period, mg.
    private static final class Sheet {
        final long[] counted;
        final long[] additions;
        final long[] removals;
        boolean occurs;

        Sheet(FacilityBook book, int element) {
            int periods = book.periodCount();
            counted = new long[periods + 1];
            additions = new long[periods];
            removals = new long[periods];
            for (int i = 0; i < book.line.length; i++) {
                long mg = book.ledger().elementMg(book.line[i], element);
                occurs |= mg != 0;
                if (book.stock[i]) {
                    counted[book.period[i] + 1] += mg;
                } else if (book.sign(i) > 0) {
                    additions[book.period[i]] += mg;
                } else {
                    removals[book.period[i]] += mg;
                }
            }
        }

        long opening(int t) {
            return counted[t];
        }

        long difference(int t) {
            return counted[t] + additions[t] - removals[t] - counted[t + 1];
        }
    }
}
