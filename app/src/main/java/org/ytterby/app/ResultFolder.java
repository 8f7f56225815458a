package org.ytterby.app;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.ytterby.core.supervision.Reconciliation;
import org.ytterby.formats.results.ResultWriter;
import org.ytterby.reports.ReportPage;

/// A folder with the files of an answer.
final class ResultFolder {
    private ResultFolder() {}

    /// Writes everything, the report beside the tables.
    ///
    /// @param title of the report
    static void write(Reconciliation answer, String title, Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try (ExecutorService report = Executors.newSingleThreadExecutor()) {
            Future<?> page = report.submit(() -> writeReport(answer, title, folder));
            ResultWriter.write(answer, folder);
            page.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UncheckedIOException io) {
                throw io;
            }
            throw new IllegalStateException("the report could not be written", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while the report was written", e);
        }
    }

    private static void writeReport(Reconciliation answer, String title, Path folder) {
        try (OutputStream page = Files.newOutputStream(folder.resolve("report.html"))) {
            new ReportPage(answer, title, Ytterby.Version.text()).writeTo(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
