package org.ytterby.reports;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes the sample report to a file, to be looked at.
final class SamplePage {
    private SamplePage() {}

    static void main(String[] args) throws IOException {
        try (OutputStream out = Files.newOutputStream(Path.of(args[0]))) {
            new ReportPage(SampleReconciliation.of(""), "北方示范链 2025", "0.1.0").writeTo(out);
        }
    }
}
