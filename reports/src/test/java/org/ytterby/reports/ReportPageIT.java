package org.ytterby.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The page in a real browser: its scripts run, every section is filled, in both languages.
///
/// Skipped, and counted as such, where no Chromium is installed (Debian's package `chromium`).
class ReportPageIT {
    private static final List<String> QUIET =
            List.of(
                    "--headless",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--enable-logging=stderr",
                    "--virtual-time-budget=5000",
                    "--dump-dom");
    private static final long PATIENCE_S = 60;
    private static final int CHARTS_MIN = 6;
    private static final Pattern LEAK =
            Pattern.compile(">[^<]*\\b(undefined|NaN|\\[object Object])\\b");

    private static final Pattern SCRIPT = Pattern.compile("(?s)<script.*?</script>");

    @TempDir static Path folder;

    private record Seen(String dom, String log) {}

    @BeforeAll
    static void writePage() throws IOException {
        assumeTrue(
                browser().isPresent(),
                "no chromium on the PATH: the page is not tried in a browser");
        try (OutputStream out = Files.newOutputStream(folder.resolve("report.html"))) {
            new ReportPage(SampleReconciliation.of("<b>x</b>"), "Sample", "1.2.3").writeTo(out);
        }
    }

    private static Optional<Path> browser() {
        return List.of(System.getenv("PATH").split(":")).stream()
                .map(place -> Path.of(place, "chromium"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Seen open(String language) throws IOException, InterruptedException {
        Path dom = Files.createTempFile(folder, "dom", ".html");
        Path log = Files.createTempFile(folder, "log", ".txt");
        List<String> command = new ArrayList<>();
        command.add(browser().orElseThrow().toString());
        command.addAll(QUIET);
        command.add("--user-data-dir=" + Files.createTempDirectory(folder, "profile"));
        command.add(folder.resolve("report.html").toUri() + "#lang=" + language);
        Process process =
                new ProcessBuilder(command)
                        .redirectOutput(dom.toFile())
                        .redirectError(log.toFile())
                        .start();
        assertThat(process.waitFor(PATIENCE_S, TimeUnit.SECONDS)).isTrue();
        return new Seen(
                Files.readString(dom, StandardCharsets.UTF_8),
                Files.readString(log, StandardCharsets.UTF_8));
    }

    @Test
    void everyScriptRunsAndEveryChartIsDrawn() throws Exception {
        for (String language : List.of("en", "zh")) {
            Seen seen = open(language);
            assertThat(seen.log()).doesNotContain("Uncaught").doesNotContain("Refused to");
            assertThat(seen.dom().split("<svg", -1)).hasSizeGreaterThan(CHARTS_MIN);
            assertThat(
                            LEAK.matcher(SCRIPT.matcher(seen.dom()).replaceAll(""))
                                    .results()
                                    .map(r -> r.group())
                                    .toList())
                    .isEmpty();
        }
    }

    @Test
    void speaksTheLanguageAskedFor() throws Exception {
        assertThat(open("zh").dom()).contains("lang=\"zh-CN\"").contains("线索").contains("物料平衡");
        assertThat(open("en").dom())
                .contains("lang=\"en\"")
                .contains("Findings")
                .contains("Balance");
    }
}
