package org.ytterby.formats.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ytterby.formats.PackageSchema;
import org.ytterby.formats.TableSchema;
import org.ytterby.formats.Wording;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A package with a file for each table, CSV or Parquet, in a folder or a .zip of one.
///
/// The list of files is that of `datapackage.json` where there is one, else files are found by
/// name. Paths and links that lead out of the package are refused.
final class LooseFiles implements PackageFiles {
    private static final String DESCRIPTOR = "datapackage.json";
    private static final String PARQUET = ".parquet";
    private static final int DESCRIPTOR_BYTES_MAX = 16 << 20;

    /// Parquet is packed already: what a .zip still takes off it is little.
    private static final long PARQUET_RATIO_MAX = 16;

    private final Path root;
    private final @Nullable Archive archive;
    private final Map<String, String> entries = new HashMap<>();
    private final Map<String, String> paths = new LinkedHashMap<>();

    private final PackageReader.Listener listener;
    private long bytes;
    private long total;

    private LooseFiles(Path root, @Nullable Archive archive, PackageReader.Listener listener) {
        this.root = root;
        this.archive = archive;
        this.listener = listener;
    }

    /// Lists the files of a folder, or of an archive, which is closed with the package.
    ///
    /// @throws PackageUnreadable if what they are for is not clear
    static LooseFiles open(Path root, @Nullable Archive archive, PackageReader.Listener listener) {
        LooseFiles files = new LooseFiles(root, archive, listener);
        files.list();
        files.total = files.unpackedBytes();
        return files;
    }

    private void list() {
        if (archive != null) {
            String top = topFolder(archive);
            archive.names().stream()
                    .filter(name -> name.startsWith(top))
                    .forEach(name -> entries.put(name.substring(top.length()), name));
        }
        List<String> twice = new ArrayList<>();
        for (TableSchema table : PackageSchema.standard().tables()) {
            String columns = table.name() + PARQUET;
            if (exists(table.path())) {
                paths.put(table.name(), table.path());
                if (exists(columns)) {
                    twice.add(table.name());
                }
            } else if (exists(columns)) {
                paths.put(table.name(), columns);
            }
        }
        if (exists(DESCRIPTOR)) {
            twice.removeAll(readDescriptor());
        }
        if (!twice.isEmpty()) {
            String name = twice.getFirst();
            throw unreadable(
                    "it holds both " + name + ".csv and " + name + PARQUET + "; keep one of them",
                    "同时含有 " + name + ".csv 与 " + name + PARQUET + "，请只保留一个");
        }
    }

    /// A .zip of a folder often has that folder in all its names.
    private String topFolder(Archive zip) {
        List<String> folders =
                zip.names().stream()
                        .filter(LooseFiles::marksPackage)
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
        return last.equals(DESCRIPTOR)
                || last.equals("flows.csv")
                || last.equals("flows" + PARQUET);
    }

    /// @return the tables whose files it names
    private Set<String> readDescriptor() {
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
        return listed;
    }

    private static Optional<TableSchema> tableOf(String name, String file) {
        String stem =
                file.substring(file.lastIndexOf('/') + 1).replaceFirst("\\.(csv|parquet)$", "");
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
        if (archive != null) {
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

    @Override
    public Optional<String> file(String table) {
        return Optional.ofNullable(paths.get(table));
    }

    @Override
    public String called(String table) {
        boolean columns =
                !paths.isEmpty() && paths.values().stream().allMatch(f -> f.endsWith(PARQUET));
        return file(table).orElse(table + (columns ? PARQUET : ".csv"));
    }

    @Override
    public Rows rows(String table) {
        String file = file(table).orElseThrow();
        try {
            if (file.endsWith(PARQUET)) {
                return columns(file, PackageSchema.standard().table(table));
            }
            return new CsvRows(file, openFile(file));
        } catch (IOException e) {
            if (file.endsWith(PARQUET)) {
                throw TableBroken.at(1, file, e); // it begins with its end, which is what broke
            }
            throw unreadable(
                    file + " cannot be opened: " + e.getMessage(),
                    file + " 无法打开：" + e.getMessage());
        }
    }

    /// Parquet is read from its end, which a .zip cannot do: there it is unpacked for the time.
    private ParquetRows columns(String file, TableSchema table) throws IOException {
        Archive zip = archive;
        if (zip == null) {
            return new ParquetRows(file, table, root.resolve(file), false, this::count);
        }
        Path unpacked = Files.createTempFile("ytterby", PARQUET);
        try (InputStream in = zip.open(entry(file), PARQUET_RATIO_MAX, this::count)) {
            Files.copy(in, unpacked, StandardCopyOption.REPLACE_EXISTING);
            return new ParquetRows(file, table, unpacked, true, _ -> {});
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(unpacked);
            throw e;
        }
    }

    private long unpackedBytes() {
        long sum = 0;
        for (String file : paths.values()) {
            try {
                sum += archive == null ? Files.size(root.resolve(file)) : archive.size(entry(file));
            } catch (IOException e) {
                throw unreadable(file + ": " + e.getMessage(), file + "：" + e.getMessage());
            }
        }
        return sum;
    }

    private String entry(String file) throws IOException {
        String entry = entries.get(file);
        if (entry == null) {
            throw new IOException("no entry " + file);
        }
        return entry;
    }

    private void count(long read) {
        bytes += read;
        listener.read(bytes, total);
    }

    private InputStream openFile(String file) throws IOException {
        return archive == null
                ? new CountedStream(
                        Files.newInputStream(root.resolve(file)), Long.MAX_VALUE, this::count)
                : archive.open(entry(file), this::count);
    }

    @Override
    public void tellNotes(Problems problems) {
        // nothing beside the tables is looked at
    }

    @Override
    public void close() {
        if (archive != null) {
            archive.close();
        }
    }
}
