package org.ytterby.core.plan.opinion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.ytterby.core.testing.Vectors;

class ClaimsRuleTest {
    @TestFactory
    Stream<DynamicNode> everyPublishedCaseAgreesToTheDigit() {
        return Vectors.cases(
                "allocation",
                "claims*.csv",
                (name, file) -> DynamicContainer.dynamicContainer(name, cases(file)));
    }

    private static Stream<DynamicNode> cases(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .skip(1)
                    .filter(line -> !line.isBlank())
                    .map(line -> dynamicTest(line, () -> check(line.split(",", -1))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void check(String[] cells) {
        double[] claims =
                Arrays.stream(cells[0].split(" ", -1)).mapToDouble(Double::parseDouble).toArray();
        ClaimsRule rule = ClaimsRule.valueOf(cells[2].toUpperCase(Locale.ROOT));
        double[] awards = rule.awards(claims, Double.parseDouble(cells[1]));
        String text =
                Arrays.stream(awards)
                        .mapToObj(a -> String.format(Locale.ROOT, "%.6f", a))
                        .collect(Collectors.joining(" "));
        assertThat(text).isEqualTo(cells[3]);
    }

    @Test
    void anEstateThatCoversAllClaimsPaysThem() {
        for (ClaimsRule rule : ClaimsRule.values()) {
            assertThat(rule.awards(new double[] {1, 2}, 5)).containsExactly(1, 2);
            assertThat(rule.awards(new double[] {1, 2}, 0)).containsExactly(0, 0);
            assertThat(rule.awards(new double[0], 0)).isEmpty();
        }
    }

    @Test
    void negativeClaimsAndEstatesAreRefused() {
        assertThatThrownBy(() -> ClaimsRule.CEA.awards(new double[] {-1}, 1))
                .hasMessageContaining("-1");
        assertThatThrownBy(() -> ClaimsRule.CEA.awards(new double[] {1}, -2))
                .hasMessageContaining("-2");
    }
}
