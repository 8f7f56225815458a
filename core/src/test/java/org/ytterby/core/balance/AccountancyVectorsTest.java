package org.ytterby.core.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.ytterby.core.material.Element;
import org.ytterby.core.testing.Vectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Balances, covariances and sequences as another program computed them.
///
/// Only the `textbook` blocks are truth; the README of the vectors lists the fields of `mapit` that
/// are not.
class AccountancyVectorsTest {
    /// Masses are rounded to a milligram here; a dozen of them enter a difference.
    private static final double KG = 1e-5;

    /// Of a standardised value, whose parts were rounded to a milligram.
    private static final double SITMUF = 1e-6;

    private static final double RELATIVE = 1e-8;
    private static final double ALGEBRA = 1e-9;

    @TestFactory
    Stream<DynamicNode> balancesOfOneElementFromZeroStockAgree() {
        return Vectors.cases("accountancy", "A*.json", AccountancyVectorsTest::balances);
    }

    @TestFactory
    Stream<DynamicNode> balancesOfOneElementAgree() {
        return Vectors.cases("accountancy", "B*.json", AccountancyVectorsTest::balances);
    }

    @TestFactory
    Stream<DynamicNode> sequencesOfAGivenCovarianceAgree() {
        return Vectors.cases("accountancy", "L*.json", AccountancyVectorsTest::sequences);
    }

    @TestFactory
    Stream<DynamicNode> balancesOfManyElementsAgree() {
        return Vectors.cases("accountancy", "M*.json", AccountancyVectorsTest::elements);
    }

    private static DynamicNode balances(String name, Path path) {
        JsonNode json = JsonMapper.shared().readTree(path);
        JsonNode textbook = json.required("textbook");
        return dynamicContainer(
                name,
                IntStream.range(0, textbook.size())
                        .mapToObj(r ->
                                dynamicContainer(
                                        "realisation " + r,
                                        balances(
                                                BalanceVectors.balance(json.required("input"), r),
                                                textbook.get(r)))));
    }

    private static Stream<DynamicNode> balances(FacilityBalance balance, JsonNode expected) {
        double[][] covariance = balance.covariance(Element.Nd);
        double[] muf =
                balance.rows().stream().mapToDouble(row -> row.differenceMg() / 1e6).toArray();
        double[] cumuf =
                balance.rows().stream()
                        .mapToDouble(row -> row.statistics().cumulativeMg() / 1e6)
                        .toArray();
        return Stream.concat(
                Stream.of(
                        dynamicTest("muf", () -> close(muf, expected, "muf", KG)),
                        dynamicTest("cumuf", () -> close(cumuf, expected, "cumuf", KG)),
                        dynamicTest(
                                "covariance",
                                () ->
                                        close(
                                                covariance,
                                                matrix(expected.required("covariance")),
                                                RELATIVE))),
                sequences(
                        balance.statistics(Element.Nd).orElseThrow(), expected, SITMUF, RELATIVE));
    }

    private static DynamicNode sequences(String name, Path path) {
        JsonNode cases = JsonMapper.shared().readTree(path).required("cases");
        return dynamicContainer(
                name,
                IntStream.range(0, cases.size())
                        .mapToObj(cases::get)
                        .map(c ->
                                dynamicContainer(
                                        "T = " + c.required("T").intValue(),
                                        sequences(
                                                SequentialStatistics.of(
                                                        BalanceVectors.doubles(c.required("muf")),
                                                        matrix(c.required("covariance"))),
                                                c.required("textbook"),
                                                ALGEBRA,
                                                ALGEBRA))));
    }

    /// What every textbook block says of a sequence.
    private static Stream<DynamicNode> sequences(
            SequentialStatistics s, JsonNode expected, double absolute, double relative) {
        Stream<DynamicNode> page =
                expected.required("page")
                        .propertyStream()
                        .map(k ->
                                dynamicTest(
                                        "page, reference " + k.getKey(),
                                        () ->
                                                close(
                                                        s.pageLoss(Double.parseDouble(k.getKey())),
                                                        BalanceVectors.doubles(k.getValue()),
                                                        50 * absolute)));
        Stream<DynamicNode> rest =
                Stream.of(
                        dynamicTest(
                                "sitmuf", () -> close(s.sitmuf(), expected, "sitmuf", absolute)),
                        dynamicTest(
                                "sigma of the running sum",
                                () ->
                                        closeRelative(
                                                s.cumulativeSigma(),
                                                expected.required("sigmaCumuf"),
                                                relative)),
                        dynamicTest(
                                "sigma",
                                () -> {
                                    if (expected.has("sigmaMuf")) {
                                        closeRelative(
                                                s.sigma(), expected.required("sigmaMuf"), relative);
                                    }
                                }),
                        dynamicTest(
                                "gemuf",
                                () -> close(s.gemuf(), expected, "gemufV1", 500 * absolute)));
        return Stream.concat(page, rest);
    }

    private static DynamicNode elements(String name, Path path) {
        JsonNode json = JsonMapper.shared().readTree(path);
        FacilityBalance balance = BalanceVectors.manyElements(json);
        List<Element> order =
                json.required("elements")
                        .valueStream()
                        .map(e -> Element.valueOf(e.stringValue()))
                        .toList();
        JointCovariance joint = new JointCovariance(balance, order);
        double[][] expected = matrix(json.required("covariance_rowmajor_period_then_element"));
        return dynamicContainer(
                name,
                Stream.of(
                        dynamicTest(
                                "elements",
                                () ->
                                        assertThat(balance.elements())
                                                .containsExactlyInAnyOrderElementsOf(order)),
                        dynamicTest(
                                "covariance of period and element",
                                () -> close(tonnes(joint.covariance()), expected, 1e-7)),
                        dynamicTest(
                                "covariance of the year",
                                () ->
                                        close(
                                                tonnes(year(joint, order.size())),
                                                matrix(json.required("yearCovariance")),
                                                1e-7)),
                        dynamicTest(
                                "sum of squares over all",
                                () ->
                                        assertThat(chiSquare(joint, observed(json)))
                                                .isCloseTo(
                                                        json.required("chi2_all").doubleValue(),
                                                        within(1e-4))),
                        dynamicTest(
                                "covariance of one element",
                                () -> oneElement(balance, order, expected))));
    }

    /// Observed differences by period and element, kg.
    private static double[] observed(JsonNode json) {
        return json.required("observedMuf")
                .valueStream()
                .flatMapToDouble(row -> DoubleStream.of(BalanceVectors.doubles(row)))
                .map(tonnes -> tonnes * 1e3)
                .toArray();
    }

    private static void oneElement(
            FacilityBalance balance, List<Element> order, double[][] expected) {
        int width = order.size();
        for (int c = 0; c < width; c++) {
            double[][] own = tonnes(balance.covariance(order.get(c)));
            double[][] part = new double[own.length][own.length];
            for (int t = 0; t < own.length; t++) {
                for (int s = 0; s < own.length; s++) {
                    part[t][s] = expected[t * width + c][s * width + c];
                }
            }
            close(own, part, 1e-7);
        }
    }

    private static double[][] year(JointCovariance joint, int width) {
        double[][] sum = new double[width][width];
        double[][] all = joint.covariance();
        for (int i = 0; i < all.length; i++) {
            for (int j = 0; j < all.length; j++) {
                sum[i % width][j % width] += all[i][j];
            }
        }
        return sum;
    }

    private static double chiSquare(JointCovariance joint, double[] d) {
        return Arrays.stream(joint.whitening().apply(d)).map(y -> y * y).sum();
    }

    private static double[][] tonnes(double[][] kg) {
        return Stream.of(kg)
                .map(row -> IntStream.range(0, row.length).mapToDouble(j -> row[j] / 1e6).toArray())
                .toArray(double[][]::new);
    }

    private static void close(double[] actual, JsonNode block, String field, double absolute) {
        close(actual, BalanceVectors.doubles(block.required(field)), absolute);
    }

    private static void close(double[] actual, double[] expected, double absolute) {
        assertThat(actual).containsExactly(expected, within(absolute));
    }

    private static void closeRelative(double[] actual, JsonNode expected, double relative) {
        double[] values = BalanceVectors.doubles(expected);
        assertThat(actual).hasSameSizeAs(values);
        for (int i = 0; i < values.length; i++) {
            assertThat(actual[i]).isCloseTo(values[i], within(relative * values[i]));
        }
    }

    /// Each entry within a part of the geometric mean of its two variances.
    private static void close(double[][] actual, double[][] expected, double relative) {
        assertThat(actual).hasDimensions(expected.length, expected.length);
        for (int i = 0; i < expected.length; i++) {
            for (int j = 0; j < expected.length; j++) {
                double scale = Math.sqrt(expected[i][i] * expected[j][j]);
                assertThat(actual[i][j])
                        .as("entry %d, %d", i, j)
                        .isCloseTo(expected[i][j], within(relative * scale));
            }
        }
    }

    private static double[][] matrix(JsonNode rows) {
        return rows.valueStream().map(BalanceVectors::doubles).toArray(double[][]::new);
    }
}
