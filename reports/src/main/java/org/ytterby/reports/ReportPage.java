package org.ytterby.reports;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.ytterby.core.supervision.Reconciliation;

/// One reconciliation as a self-contained HTML page in Chinese and English.
///
/// The page asks no network for anything, and its content-security policy forbids it to: it names
/// the hash of every script it may run. Equal input gives byte-equal output.
///
/// @param title what the ledger package is called; untrusted, like every name inside it
/// @param softwareVersion printed at the foot of the page
public record ReportPage(Reconciliation reconciliation, String title, String softwareVersion) {
    private static final List<String> STYLES =
            List.of("tokens.css", "page.css", "table.css", "figure.css", "print.css");

    // in this order: each file uses only what stands before it
    private static final List<String> SCRIPTS =
            List.of(
                    "language.js",
                    "state.js",
                    "palette.js",
                    "dom.js",
                    "table.js",
                    "figure.js",
                    "evidence.js",
                    "answer.js",
                    "findings.js",
                    "plans.js",
                    "chain.js",
                    "control.js",
                    "heatmap.js",
                    "hidden.js",
                    "elements.js",
                    "map.js",
                    "exports.js",
                    "problems.js",
                    "page.js");

    /// Writes the page as UTF-8; does not close the stream. O(flow lines), plus the size of what is
    /// shown.
    ///
    /// @throws UncheckedIOException if the stream fails
    public void writeTo(OutputStream out) {
        try {
            out.write(html().getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the report", e);
        }
    }

    /// The whole page.
    public String html() {
        PageSource source = new PageSource();
        String charts = source.charts();
        String script = '\n' + source.joined(SCRIPTS);
        return PageSource.filled(
                source.text("report.html"),
                Map.of(
                        "title", PageSource.escaped(title),
                        "hashes", PageSource.hash(charts) + ' ' + PageSource.hash(script),
                        "style", source.joined(STYLES),
                        "notice", PageSource.escaped(source.text("echarts-notice.txt")),
                        "messages", PageSource.inScript(source.text("messages.json")),
                        "data", new ReportData(this).json(),
                        "charts", charts,
                        "script", script));
    }
}
