package org.ytterby.core.provenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.ytterby.core.provenance.ProvenanceVectors.Known;
import org.ytterby.core.testing.Vectors;

/// Compositions, distances, ratios and mixtures as NumPy and SciPy computed them.
class ProvenanceVectorsTest {
    private static final double LOG_TOLERANCE = 1e-12;
    private static final double FIT_TOLERANCE = 1e-9;

    /// The vectors convert oxides by unrounded factors, [org.ytterby.core.material.Element] by
    /// factors of six decimals.
    private static final Percentage RATIO_TOLERANCE = Percentage.withPercentage(1e-4);

    @TestFactory
    Stream<DynamicNode> everyPublishedCaseAgrees() {
        return Vectors.cases("accountancy", "P*.json", ProvenanceVectorsTest::file);
    }

    private static DynamicNode file(String name, Path path) {
        ProvenanceVectors vectors = ProvenanceVectors.read(path);
        Stream<DynamicNode> sources =
                vectors.sources().stream()
                        .map(s -> dynamicContainer(s.name(), ofSource(s, vectors)));
        Stream<DynamicNode> lots =
                vectors.lots().stream()
                        .map(lot -> dynamicContainer(lot.name(), ofLot(lot, vectors)));
        return dynamicContainer(name, Stream.concat(sources, lots));
    }

    private static Stream<DynamicTest> ofSource(Known source, ProvenanceVectors vectors) {
        return Stream.of(
                dynamicTest("centred log ratio", () -> logRatiosAgree(source)),
                dynamicTest("distances", () -> distancesAgree(source, vectors)),
                dynamicTest("anomalies", () -> anomaliesAgree(source, vectors)));
    }

    private static Stream<DynamicTest> ofLot(Known lot, ProvenanceVectors vectors) {
        return Stream.concat(
                ofSource(lot, vectors),
                Stream.of(
                        dynamicTest("nearest source", () -> nearestSourceAgrees(lot, vectors)),
                        dynamicTest("mixture", () -> mixtureAgrees(lot, vectors))));
    }

    private static void logRatiosAgree(Known known) {
        assertThat(Aitchison.centredLogRatio(known.composition()))
                .containsExactly(known.doubles("clr"), within(LOG_TOLERANCE));
    }

    private static void distancesAgree(Known known, ProvenanceVectors vectors) {
        double[] distances =
                vectors.sourceCompositions().stream()
                        .mapToDouble(source -> Aitchison.distance(known.composition(), source))
                        .toArray();
        assertThat(distances)
                .containsExactly(known.doubles("aitchison_to_sources"), within(LOG_TOLERANCE));
    }

    private static void anomaliesAgree(Known known, ProvenanceVectors vectors) {
        Anomalies found = Anomalies.of(vectors.allElements(known), Chondrite.MCDONOUGH_SUN_1995);
        assertRatio(found.europium(), known.number("EuAnom"));
        assertRatio(found.cerium(), known.number("CeAnom"));
        assertRatio(found.lanthanumToYtterbium(), known.number("LaYb_N"));
        assertRatio(found.yttriumToHolmium(), known.number("YHo"));
    }

    private static void assertRatio(OptionalDouble ratio, double expected) {
        assertThat(ratio.orElseThrow()).isCloseTo(expected, RATIO_TOLERANCE);
    }

    private static void nearestSourceAgrees(Known lot, ProvenanceVectors vectors) {
        NearestSource nearest = NearestSource.of(lot.composition(), vectors.sourceCompositions());
        double[] distances = lot.doubles("aitchison_to_sources");
        double smallest = Arrays.stream(distances).min().orElseThrow();
        assertThat(nearest.distance()).isCloseTo(smallest, within(LOG_TOLERANCE));
        assertThat(distances[nearest.source()]).isEqualTo(smallest);
    }

    private static void mixtureAgrees(Known lot, ProvenanceVectors vectors) {
        MixtureFit fit =
                MixtureFit.of(
                        lot.composition(), vectors.sourceCompositions(), vectors.relativeSigma());
        double[] fractions = IntStream.range(0, fit.sources()).mapToDouble(fit::fraction).toArray();
        assertThat(fractions).containsExactly(lot.doubles("nnls_fraction"), within(FIT_TOLERANCE));
        assertThat(fit.sum()).isCloseTo(lot.number("nnls_sum"), within(FIT_TOLERANCE));
        assertThat(fit.residualChiSquare())
                .isCloseTo(lot.number("residual_chi2"), within(FIT_TOLERANCE));
    }
}
