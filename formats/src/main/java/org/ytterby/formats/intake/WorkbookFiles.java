package org.ytterby.formats.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ytterby.formats.PackageSchema;
import org.ytterby.formats.PackageTemplate;
import org.ytterby.formats.TableSchema;
import org.ytterby.formats.Wording;
import org.ytterby.formats.workbook.Parts;
import org.ytterby.formats.workbook.Workbook;
import org.ytterby.formats.workbook.Workbook.Sheet;

/// A package on the sheets of one workbook, each named as its table; capitals and blanks around a
/// name do not matter.
final class WorkbookFiles implements PackageFiles {
    private final Path path;
    private final Archive archive;
    private final Workbook workbook;
    private final PackageSchema schema;
    private final Map<String, Sheet> tables = new LinkedHashMap<>();
    private final List<String> others = new ArrayList<>();
    private final Progress progress;

    private WorkbookFiles(
            Path path,
            Archive archive,
            Workbook workbook,
            PackageSchema schema,
            Progress progress) {
        this.path = path;
        this.archive = archive;
        this.schema = schema;
        this.workbook = workbook;
        this.progress = progress;
    }

    /// The files of an archive as the parts of a workbook.
    ///
    /// @param progress hears of what is read
    record ArchiveParts(Archive archive, Progress progress) implements Parts {
        ArchiveParts(Archive archive) {
            this(archive, new Progress((_, _) -> {}));
        }

        @Override
        public boolean has(String part) {
            return archive.names().contains(part);
        }

        @Override
        public InputStream open(String part) throws IOException {
            return archive.open(part, progress::read);
        }
    }

    /// Counts what is read; merged cells make that every sheet is read twice.
    private static final class Progress {
        private final PackageReader.Listener listener;
        private long bytes;
        private long total;

        Progress(PackageReader.Listener listener) {
            this.listener = listener;
        }

        void read(long more) {
            bytes += more;
            listener.read(Math.min(bytes, total), total);
        }
    }

    /// Reads the list of sheets; the archive is closed with the package.
    ///
    /// @throws PackageUnreadable if the workbook breaks its format, or two sheets are one table
    static WorkbookFiles open(
            Path path, Archive archive, PackageReader.Listener listener, PackageSchema schema) {
        Progress progress = new Progress(listener);
        try {
            Workbook workbook = Workbook.read(new ArchiveParts(archive, progress));
            WorkbookFiles files = new WorkbookFiles(path, archive, workbook, schema, progress);
            files.list();
            return files;
        } catch (IOException e) {
            throw new PackageUnreadable(
                    new Wording(
                            path + ": the workbook cannot be read: " + e.getMessage(),
                            path + "：工作簿无法读取：" + e.getMessage()),
                    e);
        }
    }

    private void list() {
        for (Sheet sheet : workbook.sheets()) {
            String name = sheet.name().strip().toLowerCase(Locale.ROOT);
            Optional<TableSchema> table = schema.find(name);
            if (table.isEmpty()) {
                if (!sheet.name().equals(PackageTemplate.README_SHEET)) {
                    others.add(sheet.name());
                }
            } else if (tables.put(name, sheet) != null) {
                throw new PackageUnreadable(
                        new Wording(
                                path + ": two sheets are table " + name + "; keep one of them",
                                path + "：有两个工作表都是表 " + name + "，请只保留一个"));
            }
        }
        progress.total = 2 * tables.values().stream().mapToLong(s -> archive.size(s.path())).sum();
    }

    @Override
    public PackageSchema schema() {
        return schema;
    }

    @Override
    public Optional<String> file(String table) {
        return Optional.ofNullable(tables.get(table)).map(Sheet::name);
    }

    @Override
    public String called(String table) {
        return file(table).orElse(table);
    }

    @Override
    public Rows rows(String table) {
        Sheet sheet = Optional.ofNullable(tables.get(table)).orElseThrow();
        try {
            return new SheetRows(sheet.name(), schema.table(table), workbook.cells(sheet));
        } catch (IOException e) {
            throw TableBroken.at(1, sheet.name(), e);
        }
    }

    @Override
    public void tellNotes(Problems problems) {
        for (String other : others) {
            problems.note(other, 0, "", new Wording("unknown sheet, not read", "未知工作表，未读取"));
        }
        for (Sheet sheet : tables.values()) {
            if (sheet.hidden()) {
                problems.note(
                        sheet.name(),
                        0,
                        "",
                        new Wording("the sheet is hidden; it is read all the same", "工作表被隐藏，仍予读取"));
            }
        }
    }

    @Override
    public void close() {
        archive.close();
    }
}
