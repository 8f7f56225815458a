package org.ytterby.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ytterby.core.testing.Vectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ExplainCommandTest {
    private static String sample(String name) {
        Path folder = Vectors.folder("packages").resolve(name);
        return folder.toString();
    }

    private static Shell explain(String... args) {
        return Shell.run(new ExplainCommand(), args);
    }

    @Test
    void theWorstFindingIsExplainedDownToItsResult() {
        Shell shell = explain(sample("sample-laundering"), "1", "--lang", "en");
        assertThat(shell.status()).isEqualTo(ExitCode.DONE);
        assertThat(shell.out())
                .startsWith("1. SEP-1:")
                .contains("The rule", "The arithmetic", "Result: ", "From p to q", "The records")
                .contains("Rule out first", "Next");
        assertThat(shell.out().lines()).allMatch(line -> Grid.widthOf(line) <= Grid.WIDTH);
    }

    @Test
    void chineseSaysAsMuch() {
        Shell shell = explain(sample("sample-laundering"), "1", "--lang", "zh");
        assertThat(shell.out()).contains("规则", "计算过程", "结果：", "由 p 到 q", "下一步");
        assertThat(shell.out().lines()).allMatch(line -> Grid.widthOf(line) <= Grid.WIDTH);
    }

    @Test
    void ruleAndSubjectMeanAFinding() {
        Shell shell =
                explain(sample("sample-laundering"), "recovery-impossible:R00011", "--lang", "en");
        assertThat(shell.status()).isEqualTo(ExitCode.DONE);
        assertThat(shell.out()).contains("record R00011", "× ");
    }

    @Test
    void otherFindingsMeantAreNamed() {
        assertThat(
                        explain(sample("sample-laundering"), "recovery-impossible", "--lang", "en")
                                .out())
                .contains("recovery-impossible also means 3 less serious findings");
    }

    @Test
    void theFiguresInJsonAreThoseOfTheFinding() {
        JsonNode root =
                JsonMapper.shared()
                        .readTree(
                                explain(
                                                sample("sample-laundering"),
                                                "inventory-gain:SEP-1",
                                                "--json")
                                        .out());
        JsonNode working = root.get("working");
        List<Double> totals = new ArrayList<>();
        for (JsonNode exhibit : working) {
            if (exhibit.has("total")) {
                totals.add(exhibit.get("total").get(3).asDouble());
            }
        }
        assertThat(totals).containsExactly(root.get("mass_kg").asDouble());
    }

    @Test
    void whatIsNotFoundIsRefusedWithWhatThereIs() {
        Shell unknownRule =
                explain(sample("sample-laundering"), "inventory-gian:SEP-1", "--lang", "en");
        assertThat(unknownRule.status()).isEqualTo(ExitCode.FAILED);
        assertThat(unknownRule.err()).contains("inventory-gain");
        Shell unknownSubject =
                explain(sample("sample-laundering"), "inventory-gain:MET-9", "--lang", "zh");
        assertThat(unknownSubject.status()).isEqualTo(ExitCode.FAILED);
        assertThat(unknownSubject.err()).contains("1 = inventory-gain:SEP-1");
        assertThat(explain(sample("sample-laundering"), "99", "--lang", "en").err())
                .contains("no finding is meant by 99");
        assertThat(explain(sample("sample-honest"), "1", "--lang", "en").status())
                .isEqualTo(ExitCode.FAILED);
    }

    @Test
    void inputErrorsAreToldInOneLine(@TempDir Path folder) throws IOException {
        try (Stream<Path> files = Files.list(Path.of(sample("sample-laundering")))) {
            for (Path file : files.toList()) {
                Files.writeString(
                        folder.resolve(file.getFileName().toString()), Files.readString(file));
            }
        }
        Path flows = folder.resolve("flows.csv");
        Files.writeString(
                flows, Files.readString(flows).replaceFirst("1181753.992", "1181753.992x"));
        Shell shell = explain(folder.toString(), "1", "--lang", "en");
        assertThat(shell.status()).isEqualTo(ExitCode.PARTIAL);
        assertThat(shell.err().lines())
                .singleElement()
                .asString()
                .contains("input errors", "flows.csv");
        assertThat(shell.out()).contains("Result: ");
    }
}
