package org.ytterby.core.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.opentest4j.TestAbortedException;

/// Published test vectors, read where they lie.
///
/// They lie under the system property `ytterby.vectors` (default `../shared/vectors`), taken from
/// the root of the repository, which is the system property `ytterby.root` (default `..`, the
/// parent of a module). Where nothing is found the test is skipped, and says so.
///
/// A test takes every entry of its kind and names each case:
///
/// ```java
/// @TestFactory
/// Stream<DynamicNode> everyPublishedCaseAgrees() {
///     return Vectors.cases(
///             "accountancy", "P*.json", (name, file) -> dynamicTest(name, () -> check(file)));
/// }
/// ```
public final class Vectors {
    private static final Path ROOT = Path.of(System.getProperty("ytterby.root", ".."));
    private static final Path VECTORS =
            ROOT.resolve(System.getProperty("ytterby.vectors", "../shared/vectors"))
                    .toAbsolutePath()
                    .normalize();

    private Vectors() {}

    /// What a test makes of one entry.
    @FunctionalInterface
    public interface Case {
        /// A test, or a container of tests, of one entry.
        ///
        /// @param name the entry's file name
        DynamicNode of(String name, Path entry);
    }

    /// A case for each file and folder in a folder of vectors whose name matches a glob, in order
    /// of name; a single skipped case where there is none, so that the report counts it.
    ///
    /// @param glob as in [#named(String, String)]
    public static Stream<DynamicNode> cases(String folder, String glob, Case each) {
        try {
            return named(folder, glob).stream()
                    .map(entry -> each.of(entry.getFileName().toString(), entry));
        } catch (TestAbortedException skipped) {
            return Stream.of(
                    DynamicTest.dynamicTest(
                            "SKIPPED " + folder + "/" + glob,
                            () -> {
                                throw skipped;
                            }));
        }
    }

    /// A folder of vectors, such as `accountancy`; skips the running test where it is missing.
    public static Path folder(String name) {
        Path folder = VECTORS.resolve(name);
        if (!Files.isDirectory(folder)) {
            skip("no folder " + folder);
        }
        return folder;
    }

    /// The files and folders in a folder of vectors whose names match a glob, in order of name;
    /// skips the running test where there is none.
    ///
    /// @param glob as in [java.nio.file.FileSystem#getPathMatcher], such as `P*.json`
    /// @return at least one path
    public static List<Path> named(String folder, String glob) {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder(folder), glob)) {
            entries.forEach(found::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (found.isEmpty()) {
            skip("nothing named " + glob + " in " + VECTORS.resolve(folder));
        }
        found.sort(Comparator.comparing(path -> path.getFileName().toString()));
        return List.copyOf(found);
    }

    private static void skip(String reason) {
        String message = "SKIPPED, no published vectors: " + reason;
        System.err.println(message);
        Assumptions.abort(message);
    }
}
