package org.ytterby.formats.intake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ytterby.core.ledger.AssayTable;
import org.ytterby.core.ledger.Declarations;
import org.ytterby.core.ledger.FlowTable;
import org.ytterby.core.ledger.Names;
import org.ytterby.formats.PackageSchema;
import org.ytterby.formats.TableSchema;
import org.ytterby.formats.Wording;

/// Reads a ledger package into declarations.
public final class PackageReader {
    private PackageReader() {}

    /// Hears how far reading has come; called by threads of the reader, one at a time, and not by
    /// the one that asked for the package.
    public interface Listener {
        /// @param bytes read so far, unpacked
        /// @param total of all tables, unpacked; 0 if unknown
        void read(long bytes, long total);
    }

    /// Reads a folder or a .zip of CSV or Parquet files, or a workbook.
    ///
    /// @throws PackageUnreadable if it is not a ledger package at all
    public static Declarations read(Path path) {
        return read(path, (_, _) -> {});
    }

    /// Reads a folder or a .zip of CSV or Parquet files, or a workbook, telling how far it has
    /// come.
    ///
    /// Every bad row is among the problems of the declarations; every good row is in them.
    /// Streaming: memory grows with what the rows declare, not with their text.
    ///
    /// @throws PackageUnreadable if it is not a ledger package at all
    public static Declarations read(Path path, Listener listener) {
        try (PackageFiles files = openWhole(path, listener)) {
            return read(files);
        }
    }

    /// Reads rows that are kept elsewhere than in files; a problem names the place of its row.
    public static Declarations read(KeptRows rows) {
        return read(new KeptFiles(rows));
    }

    /// Opens a package that has every required table.
    static PackageFiles openWhole(Path path, Listener listener) {
        PackageFiles files = PackageFiles.open(path, listener);
        try {
            checkTables(path, files);
            return files;
        } catch (RuntimeException e) {
            files.close();
            throw e;
        }
    }

    private static void checkTables(Path path, PackageFiles files) {
        List<String> missing = new ArrayList<>();
        for (TableSchema table : PackageSchema.standard().tables()) {
            if (table.required() && files.file(table.name()).isEmpty()) {
                missing.add(files.called(table.name()));
            }
        }
        if (!missing.isEmpty()) {
            String list = String.join(", ", missing);
            throw new PackageUnreadable(
                    new Wording(
                            path + " is not a ledger package: " + list + " missing",
                            path + " 不是台账包：缺少 " + list));
        }
    }

    private static Declarations read(PackageFiles files) {
        Problems problems = new Problems();
        files.tellNotes(problems);
        ReferenceTables referred = ReferenceTables.read(files, problems);
        Names lots = new Names();
        AssayTable assays = new AssayReader(files, problems, referred.methods(), lots).read(files);
        FlowTable flows = new FlowReader(files, problems, referred.known(lots)).read(files).build();
        ReferenceTables.Rest rest = new ReferenceTables.Rest(files, Law.shipped().limits());
        return referred.with(assays, flows, rest, problems, problems::all);
    }
}
