package org.ytterby.formats.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.ytterby.formats.PackageSchema;
import org.ytterby.formats.TableSchema;
import org.ytterby.formats.Wording;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Finds and opens the table files of a ledger package, a folder or a .zip of one.
///
/// The list of files is that of `datapackage.json` where there is one, else files are found by
/// name. Paths and links that lead out of the package are refused; so is a zip entry that unpacks
/// to over [#UNPACKED_BYTES_MAX] bytes or to over [#RATIO_MAX] times its packed size.
final class PackageFiles implements AutoCloseable {
    private static final String DESCRIPTOR = "datapackage.json";
    private static final Charset GBK = Charset.forName("GB18030");
    private static final long UNPACKED_BYTES_MAX = 64L << 30;
    private static final long RATIO_MAX = 1000;
    private static final int ENTRIES_MAX = 10_000;
    private static final int DESCRIPTOR_BYTES_MAX = 16 << 20;

    private final Path root;
    private final @Nullable ZipFile zip;
    private final Map<String, ZipEntry> entries = new HashMap<>();
    private final Map<String, String> paths = new LinkedHashMap<>();

    private final PackageReader.Listener listener;
    private long bytes;
    private long total;

    private PackageFiles(Path root, @Nullable ZipFile zip, PackageReader.Listener listener) {
        this.root = root;
        this.zip = zip;
        this.listener = listener;
    }

    /// Opens a package.
    ///
    /// @throws PackageUnreadable if it is not there or not a package
    static PackageFiles open(Path path, PackageReader.Listener listener) {
        PackageFiles files;
        if (Files.isDirectory(path)) {
            files = new PackageFiles(path, null, listener);
        } else if (Files.isRegularFile(path)) {
            files = new PackageFiles(path, openZip(path), listener);
        } else {
            throw new PackageUnreadable(
                    new Wording(
                            path
                                    + ": no such folder or file; give the folder of a ledger package or its .zip",
                            path + "：没有这个文件夹或文件，请给出台账包的文件夹或其 .zip"));
        }
        try {
            files.list();
            files.total = files.unpackedBytes();
            return files;
        } catch (RuntimeException e) {
            files.close();
            throw e;
        }
    }

    private static ZipFile openZip(Path path) {
        try {
            return new ZipFile(path.toFile(), zipNames(path));
        } catch (IOException e) {
            throw new PackageUnreadable(
                    new Wording(
                            path + " is neither a folder nor a readable .zip: " + e.getMessage(),
                            path + " 既不是文件夹，也不是可读取的 .zip：" + e.getMessage()),
                    e);
        }
    }

    /// Windows in China names entries in GBK; UTF-8 refuses these.
    private static Charset zipNames(Path path) throws IOException {
        try (ZipFile _ = new ZipFile(path.toFile())) {
            return StandardCharsets.UTF_8;
        } catch (ZipException _) {
            return GBK;
        }
    }

    private void list() {
        if (zip != null) {
            if (zip.size() > ENTRIES_MAX) {
                throw unreadable(
                        "the .zip holds "
                                + zip.size()
                                + " entries, at most "
                                + ENTRIES_MAX
                                + " are read",
                        ".zip 含 " + zip.size() + " 个条目，最多读取 " + ENTRIES_MAX + " 个");
            }
            String top = topFolder();
            zip.stream()
                    .filter(entry -> !entry.isDirectory() && entry.getName().startsWith(top))
                    .forEach(entry -> addEntry(entry.getName().substring(top.length()), entry));
        }
        for (TableSchema table : PackageSchema.standard().tables()) {
            if (exists(table.path())) {
                paths.put(table.name(), table.path());
            }
        }
        if (exists(DESCRIPTOR)) {
            readDescriptor();
        }
    }

    private void addEntry(String file, ZipEntry entry) {
        if (entries.put(file, entry) != null) {
            throw unreadable("the .zip holds " + file + " twice", ".zip 中有两个 " + file);
        }
    }

    /// A .zip of a folder often has that folder in all its names.
    private String topFolder() {
        List<String> folders =
                zipOrFail().stream()
                        .map(ZipEntry::getName)
                        .filter(PackageFiles::marksPackage)
                        .map(name -> name.substring(0, name.lastIndexOf('/') + 1))
                        .sorted(Comparator.comparingInt(String::length))
                        .toList();
        String top = folders.isEmpty() ? "" : folders.getFirst();
        for (String folder : folders) {
            if (!folder.startsWith(top)) {
                throw unreadable(
                        "the .zip holds several packages: " + top + " and " + folder,
                        ".zip 中有多个台账包：" + top + " 与 " + folder);
            }
        }
        return top;
    }

    private static boolean marksPackage(String name) {
        String last = name.substring(name.lastIndexOf('/') + 1);
        return last.equals(DESCRIPTOR) || last.equals("flows.csv");
    }

    private ZipFile zipOrFail() {
        if (zip == null) {
            throw new IllegalStateException("not a zip: " + root);
        }
        return zip;
    }

    private void readDescriptor() {
        JsonNode descriptor;
        try (InputStream in = openFile(DESCRIPTOR)) {
            byte[] json = in.readNBytes(DESCRIPTOR_BYTES_MAX + 1);
            if (json.length > DESCRIPTOR_BYTES_MAX) {
                throw unreadable(
                        DESCRIPTOR + " holds over " + DESCRIPTOR_BYTES_MAX + " bytes",
                        DESCRIPTOR + " 超过 " + DESCRIPTOR_BYTES_MAX + " 字节");
            }
            descriptor = JsonMapper.shared().readTree(json);
        } catch (IOException | JacksonException e) {
            throw unreadable(
                    DESCRIPTOR + " cannot be read: " + e.getMessage(),
                    DESCRIPTOR + " 无法读取：" + e.getMessage());
        }
        Set<String> listed = new HashSet<>();
        for (JsonNode resource : descriptor.path("resources")) {
            JsonNode path = resource.path("path");
            String file = path.isArray() ? path.path(0).asString("") : path.asString("");
            Optional<TableSchema> table = tableOf(resource.path("name").asString(""), file);
            if (table.isEmpty() || file.isEmpty()) {
                continue;
            }
            if (path.size() > 1 || !listed.add(table.get().name())) {
                String name = table.get().name();
                throw unreadable(
                        DESCRIPTOR
                                + " names several files of table "
                                + name
                                + ", at most one is read",
                        DESCRIPTOR + " 为表 " + name + " 列出多个文件，最多读取一个");
            }
            if (leadsOut(file)) {
                throw unreadable(
                        DESCRIPTOR + " names " + file + ", which cannot lie in the package",
                        DESCRIPTOR + " 所列 " + file + " 不可能在台账包内");
            }
            if (!exists(file)) {
                throw unreadable(
                        DESCRIPTOR + " names " + file + ", which is not there",
                        DESCRIPTOR + " 所列 " + file + " 不存在");
            }
            paths.put(table.get().name(), file);
        }
    }

    private static Optional<TableSchema> tableOf(String name, String file) {
        String stem = file.substring(file.lastIndexOf('/') + 1).replaceFirst("\\.csv$", "");
        return PackageSchema.standard().find(name).or(() -> PackageSchema.standard().find(stem));
    }

    private static boolean leadsOut(String file) {
        try {
            return file.startsWith("/")
                    || file.contains("\\")
                    || file.contains(":")
                    || Path.of(file).normalize().startsWith("..");
        } catch (InvalidPathException _) {
            return true; // no file has such a name
        }
    }

    private boolean exists(String file) {
        if (zip != null) {
            return entries.containsKey(file);
        }
        Path path = root.resolve(file);
        if (!Files.isRegularFile(path)) {
            return false; // nor are pipes and devices files
        }
        if (isLinkOut(path)) {
            throw unreadable(
                    file + " is a link to a file outside the package", file + " 是指向台账包之外文件的链接");
        }
        return true;
    }

    private boolean isLinkOut(Path path) {
        try {
            return !path.toRealPath().startsWith(root.toRealPath());
        } catch (IOException e) {
            throw unreadable(path + ": " + e.getMessage(), path + "：" + e.getMessage());
        }
    }

    private PackageUnreadable unreadable(String en, String zh) {
        return new PackageUnreadable(new Wording(root + ": " + en, root + "：" + zh));
    }

    /// The file of a table, as its sender knows it; empty if the package has none.
    Optional<String> file(String table) {
        return Optional.ofNullable(paths.get(table));
    }

    /// Opens the rows of a table that the package has.
    Rows rows(String table) {
        String file = file(table).orElseThrow();
        try {
            return new CsvRows(file, openFile(file));
        } catch (IOException e) {
            throw unreadable(
                    file + " cannot be opened: " + e.getMessage(),
                    file + " 无法打开：" + e.getMessage());
        }
    }

    private long unpackedBytes() {
        long sum = 0;
        for (String file : paths.values()) {
            ZipEntry entry = entries.get(file);
            try {
                sum +=
                        entry == null
                                ? Files.size(root.resolve(file))
                                : Math.clamp(entry.getSize(), 0, UNPACKED_BYTES_MAX);
            } catch (IOException e) {
                throw unreadable(file + ": " + e.getMessage(), file + "：" + e.getMessage());
            }
        }
        return sum;
    }

    private void count(long read) {
        bytes += read;
        listener.read(bytes, total);
    }

    private InputStream openFile(String file) throws IOException {
        if (zip == null) {
            return new CountedStream(
                    Files.newInputStream(root.resolve(file)), Long.MAX_VALUE, this::count);
        }
        ZipEntry entry = entries.get(file);
        if (entry == null) {
            throw new IOException("no entry " + file);
        }
        long packed = Math.max(1, entry.getCompressedSize());
        long limit = Math.min(UNPACKED_BYTES_MAX, Math.max(1 << 20, packed * RATIO_MAX));
        return new CountedStream(zip.getInputStream(entry), limit, this::count);
    }

    @Override
    public void close() {
        if (zip != null) {
            try {
                zip.close();
            } catch (IOException e) {
                throw unreadable("cannot be closed: " + e.getMessage(), "无法关闭：" + e.getMessage());
            }
        }
    }
}
