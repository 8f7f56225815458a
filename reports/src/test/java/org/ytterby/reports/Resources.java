package org.ytterby.reports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// The files that the page is made of.
final class Resources {
    private Resources() {}

    static List<String> all() {
        try {
            URI page = Objects.requireNonNull(ReportPage.class.getResource("report.html")).toURI();
            try (Stream<Path> files = Files.list(Path.of(page).resolveSibling("."))) {
                return files.map(f -> f.getFileName().toString())
                        .filter(f -> !f.endsWith(".class"))
                        .sorted()
                        .toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<String> scripts() {
        return all().stream().filter(f -> f.endsWith(".js")).toList();
    }

    static String text(String name) {
        return new PageSource().text(name);
    }
}
