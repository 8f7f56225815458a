package org.ytterby.formats.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A valid ledger package with every table and every type of flow, kept as the bytes of its files.
///
/// Mutable: a test spoils a fresh one and writes it.
public final class SmallPackage {
    private final Map<String, byte[]> files = new LinkedHashMap<>();

    /// The package as it should be: reading it finds no problem.
    public static SmallPackage valid() {
        SmallPackage made = new SmallPackage();
        SmallTables.ALL.forEach(made::put);
        return made;
    }

    /// The files of a folder.
    public static SmallPackage of(Path folder) {
        SmallPackage made = new SmallPackage();
        try (var list = Files.list(folder)) {
            for (Path file : list.sorted().toList()) {
                made.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return made;
    }

    /// Another package of the same files.
    public SmallPackage copy() {
        SmallPackage made = new SmallPackage();
        files.forEach((name, bytes) -> made.put(name, bytes.clone()));
        return made;
    }

    /// The files by name.
    public Map<String, byte[]> files() {
        return files;
    }

    /// Text of a file.
    public String text(String file) {
        byte[] bytes = files.get(file);
        if (bytes == null) {
            throw new IllegalArgumentException("the package has no " + file);
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /// Rows of a file with its header.
    public int rows(String file) {
        return (int) text(file).lines().count();
    }

    /// Adds or replaces a file.
    public SmallPackage put(String file, String text) {
        return put(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /// Adds or replaces a file.
    public SmallPackage put(String file, byte[] bytes) {
        files.put(file, bytes);
        return this;
    }

    /// Takes a file out.
    public SmallPackage remove(String file) {
        files.remove(file);
        return this;
    }

    /// Adds lines to the end of a file.
    public SmallPackage append(String file, String lines) {
        return put(file, text(file) + lines + "\n");
    }

    /// Replaces a text that stands in a file.
    public SmallPackage replace(String file, String old, String now) {
        String text = text(file);
        if (!text.contains(old)) {
            throw new IllegalArgumentException(file + " does not hold " + old);
        }
        return put(file, text.replace(old, now));
    }

    /// Writes the files into a folder.
    ///
    /// @return the folder
    public Path write(Path folder) {
        try {
            Files.createDirectories(folder);
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Files.write(folder.resolve(file.getKey()), file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folder;
    }

    /// Writes the files into a zip.
    ///
    /// @param prefix what stands before each name, such as `package/`
    /// @return the zip
    public Path zip(Path zip, String prefix) {
        try (OutputStream out = Files.newOutputStream(zip);
                ZipOutputStream entries = new ZipOutputStream(out)) {
            entries.setLevel(Deflater.BEST_SPEED);
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                entries.putNextEntry(new ZipEntry(prefix + file.getKey()));
                entries.write(file.getValue());
                entries.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return zip;
    }
}
