package org.ytterby.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AllocateCommandTest {
    @TempDir Path folder;

    private static Shell run(Object... args) {
        return Shell.run(
                new AllocateCommand(),
                Arrays.stream(args).map(Object::toString).toArray(String[]::new));
    }

    private Path template() {
        Path template = folder.resolve("template.xlsx");
        assertThat(run("--template", template, "--lang", "en").status()).isEqualTo(ExitCode.DONE);
        return template;
    }

    private Path out() {
        return folder.resolve("out");
    }

    /// Changes the text of cells, as a spreadsheet would.
    private static Path changed(Path workbook, String from, String to) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(workbook))) {
            for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
                String text = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                parts.put(e.getName(), text.replace(from, to).getBytes(StandardCharsets.UTF_8));
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        }
        Path file = workbook.resolveSibling("changed.xlsx");
        Files.write(file, bytes.toByteArray());
        return file;
    }

    private static List<Map<String, String>> rows(Path csv) throws IOException {
        List<String> lines = Files.readAllLines(csv);
        String[] names = lines.getFirst().split(",", -1);
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            Map<String, String> row = new LinkedHashMap<>();
            String[] cells = line.split(",", -1);
            for (int c = 0; c < names.length; c++) {
                row.put(names[c], cells[c]);
            }
            rows.add(row);
        }
        return rows;
    }

    @Test
    void theTemplateIsPlannedAtOnce() throws IOException {
        Shell shell = run(template(), "--out", out(), "--lang", "en");
        assertThat(shell.status()).as(shell.err()).isEqualTo(ExitCode.DONE);
        assertThat(shell.out())
                .contains(
                        "Mining of rock-type ore 2026",
                        "placed 58,000 t of 60,000 t",
                        "separation-capacity (broken)");
        long placed =
                rows(out().resolve("allocation.csv")).stream()
                        .filter(row -> "rock_mining".equals(row.get("stage")))
                        .mapToLong(row -> Long.parseLong(row.getOrDefault("tonnes", "")))
                        .sum();
        assertThat(placed).isEqualTo(58_000);
        assertThat(out().resolve("allocation.xlsx")).isNotEmptyFile();
        for (String table :
                List.of(
                        "stages",
                        "groups",
                        "gates",
                        "scores",
                        "opinions",
                        "relaxations",
                        "links")) {
            assertThat(out().resolve(table + ".csv")).isNotEmptyFile();
        }
    }

    @Test
    void theSameWorkbookGivesTheSameBytes() throws IOException {
        Path template = template();
        run(template, "--out", out());
        run(template, "--out", folder.resolve("again"));
        for (String file : List.of("allocation.csv", "scores.csv", "allocation.xlsx")) {
            assertThat(folder.resolve("again").resolve(file))
                    .hasSameBinaryContentAs(out().resolve(file));
        }
    }

    @Test
    void everybodyGetsAPageThatSaysWhyInBothLanguages() throws IOException {
        assertThat(run(template(), "--out", out(), "--lang", "zh").out()).contains("请看");
        Map<String, String> shut =
                rows(out().resolve("allocation.csv")).stream()
                        .filter(row -> "shut".equals(row.get("binding")))
                        .findFirst()
                        .orElseThrow();
        String page = Files.readString(out().resolve("why/" + shut.get("enterprise") + ".html"));
        assertThat(page)
                .contains("No plan for separation capacity below 2,000 t REO a year", "not met")
                .contains("冶炼分离能力低于 2000 吨（REO）/年的不下达", "不满足")
                .contains("<section lang=\"zh\">", "<section lang=\"en\">")
                .doesNotContain("http-equiv", "<script", "src=");
        try (var pages = Files.list(out().resolve("why"))) {
            assertThat(pages).hasSize(7);
        }
    }

    @Test
    void aPageShowsTheWholeArithmetic() throws IOException {
        run(template(), "--out", out());
        Map<String, String> free =
                rows(out().resolve("allocation.csv")).stream()
                        .filter(row -> "none".equals(row.get("binding")))
                        .findFirst()
                        .orElseThrow();
        String page = Files.readString(out().resolve("why/" + free.get("enterprise") + ".html"));
        assertThat(page).contains("Median: b = ", "ρ = b", "largest remainder", "one more point");
        double target = Double.parseDouble(free.getOrDefault("target_t", ""));
        double level = Double.parseDouble(free.getOrDefault("level", ""));
        double exact = Double.parseDouble(free.getOrDefault("exact_t", ""));
        assertThat(Math.abs(level * target - exact)).isLessThan(0.1);
    }

    @Test
    void badCellsAreRefusedWithTheirPlaceAndNothingIsWritten() throws IOException {
        Path bad = changed(template(), ">0.25<", ">0.9x<");
        Shell shell = run(bad, "--out", out(), "--lang", "en");
        assertThat(shell.status()).isEqualTo(ExitCode.PARTIAL);
        assertThat(shell.out()).contains("lines:", "no plan is written");
        assertThat(out()).doesNotExist();
        JsonNode json = JsonMapper.shared().readTree(run(bad, "--json").out());
        assertThat(json.path("errors").asInt()).isPositive();
        assertThat(json.path("problems").path(0).path("row").asInt()).isPositive();
    }

    @Test
    void contradictionsAreRefusedWithTheGapInTonnes() throws IOException {
        Path tight = changed(template(), "<v>60000</v>", "<v>70000</v>");
        Shell shell = run(tight, "--out", out(), "--lang", "en");
        assertThat(shell.status()).isEqualTo(ExitCode.PARTIAL);
        assertThat(shell.out())
                .contains("contradict each other by 6,650 t", "ceilings leave room for 61,350 t");
        assertThat(out()).doesNotExist();
        JsonNode json = JsonMapper.shared().readTree(run(tight, "--json").out());
        assertThat(json.path("planned").asBoolean()).isFalse();
        assertThat(json.path("gap_t").asLong()).isEqualTo(6650);
        assertThat(run(tight, "--lang", "zh").out()).contains("缺口 6,650 吨");
        Path relaxed = changed(tight, ">refuse<", ">relax<");
        Shell widened = run(relaxed, "--out", out(), "--lang", "en");
        assertThat(widened.status()).isEqualTo(ExitCode.DONE);
        assertThat(widened.out()).contains("found no place within caps");
    }

    @Test
    void theAnswerIsThereForProgramsToo() throws IOException {
        JsonNode json =
                JsonMapper.shared().readTree(run(template(), "--out", out(), "--json").out());
        assertThat(json.path("planned").asBoolean()).isTrue();
        assertThat(json.path("stages").size()).isEqualTo(2);
        assertThat(json.path("stages").path(0).path("placed_t").asLong()).isEqualTo(58_000);
    }

    @Test
    void publishedPlansAreToldFromThoseBefore() {
        Shell shell = run("--back-test", "--lang", "en");
        assertThat(shell.status()).isEqualTo(ExitCode.DONE);
        assertThat(shell.out()).contains("10.80", "4.82", "7.72", "2.61", "mean");
        JsonNode json = JsonMapper.shared().readTree(run("--back-test", "--json").out());
        assertThat(json.path("pairs").size()).isEqualTo(7);
    }

    @Test
    void whatCannotBeMeantIsRefused() {
        assertThat(run("--lang", "en").status()).isEqualTo(ExitCode.FAILED);
        assertThat(run("--template", folder.resolve("t.csv")).status()).isEqualTo(ExitCode.FAILED);
        assertThat(run(folder.resolve("gone.xlsx")).status()).isEqualTo(ExitCode.FAILED);
    }
}
