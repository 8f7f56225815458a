package org.ytterby.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.ytterby.core.testing.Vectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TraceCommandTest {
    private static String sample() {
        Path folder = Vectors.folder("packages").resolve("sample-laundering");
        return folder.toString();
    }

    private static Shell trace(String... args) {
        return Shell.run(new TraceCommand(), args);
    }

    @Test
    void theAnswerComesFirstAndFitsTheTerminal() {
        Shell shell = trace(sample(), "C010", "--lang", "en");
        assertThat(shell.status()).isEqualTo(ExitCode.DONE);
        assertThat(shell.out()).startsWith("Lot C010 (conc, concentrate; 1182 t as weighed");
        assertThat(shell.out()).contains("→ shipped to SEP-1 (INV-C010)").doesNotContain("\u001b");
        assertThat(shell.out().lines()).allMatch(line -> Grid.widthOf(line) <= Grid.WIDTH);
    }

    @Test
    void chineseFitsTheTerminalToo() {
        Shell shell = trace(sample(), "C010", "--lang", "zh");
        assertThat(shell.out()).startsWith("批次 C010").contains("追溯范围");
        assertThat(shell.out().lines()).allMatch(line -> Grid.widthOf(line) <= Grid.WIDTH);
    }

    @Test
    void whatIsCutIsCounted() {
        assertThat(trace(sample(), "C010", "--lang", "en", "--limit", "3").out())
                .contains("… 25 more; see --limit");
    }

    @Test
    void forwardAndBackwardAgreeInJson() {
        JsonNode mine = json("C010");
        JsonNode metal = json("ndpr-metal-01");
        double carried = traced(mine.get("forward"), "ndpr-metal-01");
        assertThat(carried).isPositive();
        assertThat(traced(metal.get("backward"), "C010")).isCloseTo(carried, within(1e-3));
    }

    private static JsonNode json(String lot) {
        return JsonMapper.shared().readTree(trace(sample(), lot, "--json").out());
    }

    private static double traced(JsonNode steps, String lot) {
        for (JsonNode step : steps) {
            if (step.get("lot").asString().equals(lot)) {
                return step.get("traced_reo_kg").asDouble();
            }
        }
        return Double.NaN;
    }

    @Test
    void anUnknownLotIsRefusedWithNearOnes() {
        Shell shell = trace(sample(), "C01X", "--lang", "en");
        assertThat(shell.status()).isEqualTo(ExitCode.FAILED);
        assertThat(shell.err()).contains("C01X", "C010");
        assertThat(trace(sample(), "C01X", "--lang", "zh").err()).contains("没有批次 C01X");
    }

    @Test
    void aPackageThatIsNotThereIsRefused() {
        Shell shell = trace(sample() + "-nowhere", "C010");
        assertThat(shell.status()).isEqualTo(ExitCode.FAILED);
        assertThat(shell.err()).isNotBlank();
    }
}
