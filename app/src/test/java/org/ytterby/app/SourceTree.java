package org.ytterby.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The text files of a repository, without what is built.
///
/// @param root folder of the repository
/// @param texts content by path from the root, with `/`
record SourceTree(Path root, TreeMap<String, String> texts) {
    private static final Set<String> BUILT =
            Set.of(".git", ".idea", ".vscode", "node_modules", "out", "target");
    private static final long BYTES_MAX = 4L << 20;

    /// The repository that is being built.
    static SourceTree ofRepository() {
        return of(Path.of(System.getProperty("ytterby.root", "..")));
    }

    static SourceTree of(Path root) {
        TreeMap<String, String> texts = new TreeMap<>();
        try {
            Files.walkFileTree(
                    root,
                    new SimpleFileVisitor<>() {
                        @Override
                        public FileVisitResult preVisitDirectory(
                                Path folder, BasicFileAttributes attributes) {
                            return isBuilt(folder)
                                    ? FileVisitResult.SKIP_SUBTREE
                                    : FileVisitResult.CONTINUE;
                        }

                        @Override
                        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                                throws IOException {
                            if (!isBuilt(file) && attributes.size() <= BYTES_MAX) {
                                String name = root.relativize(file).toString().replace('\\', '/');
                                put(texts, name, Files.readAllBytes(file));
                            }
                            return FileVisitResult.CONTINUE;
                        }
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new SourceTree(root, texts);
    }

    private static boolean isBuilt(Path path) {
        return path.getFileName() != null && BUILT.contains(path.getFileName().toString());
    }

    private static void put(TreeMap<String, String> texts, String name, byte[] bytes) {
        try {
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            texts.put(name, text);
        } catch (CharacterCodingException _) {
            texts.remove(name); // a picture or an archive
        }
    }

    /// Paths that match a regular expression as a whole, in order.
    List<String> paths(String regex) {
        return texts.keySet().stream().filter(path -> path.matches(regex)).toList();
    }

    boolean has(String path) {
        return texts.containsKey(path);
    }

    /// Whether there is a file or folder of any kind.
    boolean exists(Path path) {
        return Files.exists(root.resolve(path));
    }

    /// The text of a file, empty if there is none.
    String text(String path) {
        return texts.getOrDefault(path, "");
    }

    /// `path:line: found` for every match of a pattern in files whose paths match a regular
    /// expression.
    List<String> matches(String paths, String pattern) {
        List<String> found = new ArrayList<>();
        for (String path : paths(paths)) {
            Matcher matcher = Pattern.compile(pattern, Pattern.MULTILINE).matcher(text(path));
            while (matcher.find()) {
                long line = text(path).substring(0, matcher.start()).lines().count();
                found.add(path + ":" + Math.max(1, line) + ": " + matcher.group().strip());
            }
        }
        return found;
    }
}
