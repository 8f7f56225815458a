package org.ytterby.benchmarks.detection;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ytterby.core.balance.HiddenFlow;
import org.ytterby.core.balance.PatternTest;
import org.ytterby.core.balance.Whitening;
import org.ytterby.core.material.Composition;
import org.ytterby.core.material.Element;
import tools.jackson.databind.JsonNode;

/// The published bastnäsite separation plant: fifteen elements, four quarters, t of element.
///
/// Feed, products, residue and hold-up are assayed in laboratories of their own, so that the
/// systematic errors of feed and products are independent.
final class SeparationPlant {
    private final List<Element> elements;
    private final double[][] covariance;
    private final double[][] through;
    private final Whitening whitening;
    private final Gaussian gaussian;

    private SeparationPlant(List<Element> elements, double[][] covariance, double[][] through) {
        this.elements = elements;
        this.covariance = covariance;
        this.through = through;
        whitening = Whitening.of(covariance);
        gaussian = new Gaussian(covariance);
    }

    static SeparationPlant read(Path vectors) throws IOException {
        JsonNode plant = VectorFiles.multiElementPlant(vectors);
        List<Element> elements = new ArrayList<>();
        plant.required("elements").forEach(e -> elements.add(Element.valueOf(e.stringValue())));
        int quarters = plant.required("periods").intValue();
        double[][] through = new double[quarters][elements.size()];
        for (JsonNode measurement : plant.required("measurements")) {
            double[] tonnes = VectorFiles.row(measurement.required("element_t"));
            int period = measurement.required("period").intValue();
            boolean isStock = measurement.required("kind").stringValue().equals("inv");
            if (period > 0) {
                add(through[period - 1], tonnes);
            }
            if (isStock && period < quarters) {
                add(through[period], tonnes);
            }
        }
        double[][] covariance =
                VectorFiles.matrix(plant.required("covariance_rowmajor_period_then_element"));
        return new SeparationPlant(elements, covariance, through);
    }

    private static void add(double[] sum, double[] values) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += values[i];
        }
    }

    List<Element> elements() {
        return elements;
    }

    Gaussian gaussian() {
        return gaussian;
    }

    int positions() {
        return covariance.length;
    }

    /// The test that the product ships, with a library of deposits.
    PatternTest shipped(List<Composition> library) {
        List<HiddenFlow> flows = HiddenFlow.likely(elements, through, library);
        return new PatternTest(whitening, flows.stream().map(HiddenFlow::pattern).toList());
    }

    /// One tonne REO of a mix, the same in every quarter: mean of the differences as a loss.
    double[] steadyTonne(Composition mix) {
        double[] kg = HiddenFlow.kgOfEach(mix, elements);
        double[] loss = new double[positions()];
        for (int i = 0; i < loss.length; i++) {
            loss[i] = kg[i % kg.length] / through.length;
        }
        return loss;
    }

    /// The plant's own mix over some quarters, as a loss of any size.
    double[] ownMix(int from, int to) {
        double[] loss = new double[positions()];
        for (int t = from; t < to; t++) {
            System.arraycopy(through[t], 0, loss, t * elements.size(), elements.size());
        }
        return loss;
    }

    /// One element over the whole year, as a loss of any size.
    double[] single(Element element) {
        double[] loss = new double[positions()];
        for (int i = elements.indexOf(element); i < loss.length; i += elements.size()) {
            loss[i] = 1;
        }
        return loss;
    }

    /// `√(uᵀΣ⁻¹u)`.
    double strength(double[] loss) {
        double sum = 0;
        for (double y : whitening.apply(loss)) {
            sum += y * y;
        }
        return Math.sqrt(sum);
    }
}
