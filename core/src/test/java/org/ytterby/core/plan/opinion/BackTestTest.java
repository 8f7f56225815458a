package org.ytterby.core.plan.opinion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.ytterby.core.plan.opinion.BackTest.Pair;
import org.ytterby.core.plan.opinion.BackTest.Published;
import org.ytterby.core.testing.Vectors;

class BackTestTest {
    /// What the research found for "the same shares as last time".
    private static final Map<String, String> PERSISTENCE =
            Map.of(
                    "mining rock 2019-b2", "10.80",
                    "mining rock 2020-b1", "4.82",
                    "mining all 2021", "6.13",
                    "mining all 2022", "7.72",
                    "mining all 2023", "2.61",
                    "mining all 2024-b1", "0.00",
                    "separation all 2024-b1", "2.36");

    @TestFactory
    Stream<DynamicNode> thePublishedPlansGiveTheLineThatWasFound() {
        return Vectors.cases(
                "allocation",
                "backtest_cases.csv",
                (name, file) -> dynamicTest(name, () -> check(file)));
    }

    private static void check(Path file) throws IOException {
        Map<String, String> found = new TreeMap<>();
        for (Pair pair : BackTest.pairs(read(file))) {
            found.put(
                    pair.after().scope() + " " + pair.after().period(),
                    String.format(Locale.ROOT, "%.2f", 100 * pair.persistence()));
            assertThat(pair.formula()).isBetween(0.0, 1.0);
        }
        assertThat(found).containsAllEntriesOf(PERSISTENCE);
    }

    private static List<Published> read(Path file) throws IOException {
        Map<String, TreeMap<String, Long>> tonnes = new LinkedHashMap<>();
        Map<String, String[]> heads = new LinkedHashMap<>();
        for (String line : Files.readAllLines(file).stream().skip(1).toList()) {
            String[] cells = line.split(",", -1);
            heads.put(cells[0], cells);
            tonnes.computeIfAbsent(cells[0], _ -> new TreeMap<>())
                    .put(cells[3], Long.valueOf(cells[4]));
        }
        List<Published> published = new ArrayList<>();
        heads.forEach((key, cells) ->
                published.add(
                        new Published(
                                cells[1], cells[2], tonnes.getOrDefault(key, new TreeMap<>()))));
        return published;
    }

    @Test
    void theFormulaTellsTheMedianOfThree() {
        List<Published> years = new ArrayList<>();
        long[] first = {500, 600, 400, 450};
        for (int k = 0; k < first.length; k++) {
            years.add(
                    new Published(
                            "" + (2020 + k),
                            "mining",
                            new TreeMap<>(Map.of("n", first[k], "o", 1000 - first[k]))));
        }
        Pair last = BackTest.pairs(years).getLast();
        assertThat(last.persistence()).isEqualTo(0.05);
        assertThat(last.formula()).isEqualTo(0.05);
        assertThat(last.largestChange()).isEqualTo(0.125);
        assertThat(BackTest.pairs(years).getFirst().formula()).isEqualTo(0.1);
    }
}
