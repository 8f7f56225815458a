package org.ytterby.core.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.ytterby.core.testing.LedgerText;
import org.ytterby.core.testing.SimulatedPlant;

class ScatterChecksTest {
    private static final int MONTHS = 11;

    /// A plant that declares half of each uncertainty that it has.
    private static String boasting() {
        return plant(0).replace("0.02 0.01", "0.01 0.005")
                .replace("0.003 0.002", "0.0015 0.001")
                .replace("0.001 0.001", "0.0005 0.0005")
                .replace("0.005 0.003", "0.0025 0.0015");
    }

    private static String plant(double hidden) {
        double[] parts = new double[MONTHS];
        Arrays.fill(parts, hidden);
        return SimulatedPlant.rows(new SplittableRandom(11), 1, parts);
    }

    private static Explainer explained(String rows) {
        return Explainer.of(LedgerText.declare(rows), Settings.standard());
    }

    /// What is said about uncertainties in the working of each inventory finding.
    private static List<String> said(Explainer explainer) {
        return Stream.of("inventory-loss", "inventory-gain")
                .flatMap(rule -> explainer.ranks(rule).stream())
                .map(rank -> explainer.explanation(rank).working().getLast())
                .map(exhibit -> ((Exhibit.Statement) exhibit).text().en())
                .toList();
    }

    @Test
    void trueUncertaintiesAgreeWithTheData() {
        assertThat(explained(plant(0)).answer().scatter())
                .singleElement()
                .satisfies(check -> {
                    assertThat(check.disagrees()).isFalse();
                    assertThat(check.scatter().ratio()).isBetween(0.5, 1.5);
                });
    }

    @Test
    void uncertaintiesTooSmallForTheDataAreDoubted() {
        assertThat(explained(boasting()).answer().scatter())
                .singleElement()
                .satisfies(check -> {
                    assertThat(check.disagrees()).isTrue();
                    assertThat(check.scatter().loudest().ratio()).isBetween(1.5, 2.5);
                });
    }

    @Test
    void findingsThatRestOnThemSayWhatWouldBeLeft() {
        assertThat(said(explained(boasting())))
                .isNotEmpty()
                .allSatisfy(text ->
                        assertThat(text)
                                .startsWith("Caution: the test takes the declared uncertainties")
                                .contains("as large, p would be "));
    }

    @Test
    void aFindingOverEverythingLeavesNothingToCheck() {
        assertThat(said(explained(plant(0.05))))
                .singleElement()
                .asString()
                .contains("too few data are left");
    }
}
