package org.ytterby.simulator;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.ytterby.core.material.Element;
import org.ytterby.core.material.ProductStage;

/// Errors of weighing and assaying, exactly as the package declares them: a random part for each
/// line and assay, a systematic part shared by facility, method and year, or by laboratory, method,
/// stage and year (and element, for assays).
final class Errors {
    private static final int YEARS = 3;

    private final Streams streams;
    private final int firstYear;
    private final Map<String, Uncertainty[]> assaying = new HashMap<>();
    private final Map<String, Uncertainty> weighing = new HashMap<>();
    private final Map<Group, double[]> assayErrors = new HashMap<>();

    private record Uncertainty(double random, double systematic) {}

    private record Group(String laboratory, String method, ProductStage stage, int year) {}

    Errors(Streams streams, int year) {
        this.streams = streams;
        firstYear = year - 1;
        for (var row : Table.read("methods.csv").rows()) {
            Uncertainty u =
                    new Uncertainty(
                            Table.number(row, "random_rel"), Table.number(row, "systematic_rel"));
            String method = row.getField("method");
            if (row.getField("quantity").equals("mass")) {
                weighing.put(method, u);
            } else {
                declare(method, row.getField("element"), u);
            }
        }
    }

    // rows that name an element come after the row for all
    private void declare(String method, String element, Uncertainty u) {
        Uncertainty[] all = assaying.computeIfAbsent(method, key -> new Uncertainty[Element.COUNT]);
        for (Element e : Element.ALL) {
            if (element.isEmpty() || element.equals(e.name())) {
                all[e.ordinal()] = u;
            }
        }
    }

    /// Weighed over true mass.
    double weighed(Site site, String method, int year, SplittableRandom noise) {
        Uncertainty u = weighing.get(method);
        if (u == null) {
            throw new IllegalStateException("no weighing method " + method);
        }
        double[] systematic =
                site.weighingErrors().computeIfAbsent(method, key -> weighingErrors(site, key));
        return 1
                + u.random() * noise.nextGaussian()
                + u.systematic() * systematic[year - firstYear];
    }

    private double[] weighingErrors(Site site, String method) {
        double[] errors = new double[YEARS];
        for (int i = 0; i < YEARS; i++) {
            errors[i] =
                    streams.named("weighing " + site.id() + ' ' + method, firstYear + i)
                            .nextGaussian();
        }
        return errors;
    }

    /// Fractions of a lot as its maker's laboratory finds them.
    double[] assayed(Lot lot, int year, SplittableRandom noise) {
        String method = lot.product().methods().assaying();
        Uncertainty[] u = assaying.get(method);
        if (u == null) {
            throw new IllegalStateException("no assay method " + method);
        }
        double[] systematic =
                assayErrors.computeIfAbsent(
                        new Group(lot.maker().laboratory(), method, lot.product().stage(), year),
                        this::assayErrors);
        double[] found = Amounts.none();
        for (int e = 0; e < found.length; e++) {
            found[e] =
                    lot.fraction()[e]
                            * (1
                                    + u[e].random() * noise.nextGaussian()
                                    + u[e].systematic() * systematic[e]);
        }
        return found;
    }

    private double[] assayErrors(Group group) {
        SplittableRandom draws =
                streams.named(
                        "assay "
                                + group.laboratory()
                                + ' '
                                + group.method()
                                + ' '
                                + group.stage().code(),
                        group.year());
        double[] errors = Amounts.none();
        for (int e = 0; e < errors.length; e++) {
            errors[e] = draws.nextGaussian();
        }
        return errors;
    }
}
