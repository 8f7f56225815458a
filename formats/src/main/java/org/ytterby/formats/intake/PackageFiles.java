package org.ytterby.formats.intake;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.ytterby.formats.PackageSchema;
import org.ytterby.formats.Wording;
import org.ytterby.formats.workbook.Workbook;

/// Where the tables of a ledger package are: in files of their own, or on the sheets of a workbook,
/// or kept elsewhere.
sealed interface PackageFiles extends AutoCloseable permits KeptFiles, LooseFiles, WorkbookFiles {
    /// Opens a package; what it is shows by its content, not by its name.
    ///
    /// @throws PackageUnreadable if it is not there or not a package
    static PackageFiles open(Path path, PackageReader.Listener listener) {
        if (Files.isDirectory(path)) {
            return LooseFiles.open(path, null, listener);
        }
        if (!Files.isRegularFile(path)) {
            throw new PackageUnreadable(
                    new Wording(
                            path
                                    + ": no such folder or file; give the folder of a ledger package,"
                                    + " its .zip or its .xlsx",
                            path + "：没有这个文件夹或文件，请给出台账包的文件夹、.zip 或 .xlsx"));
        }
        Archive archive = Archive.open(path);
        try {
            WorkbookFiles.ArchiveParts parts = new WorkbookFiles.ArchiveParts(archive);
            return Workbook.isWorkbook(parts)
                    ? WorkbookFiles.open(path, archive, listener, PackageSchema.standard())
                    : LooseFiles.open(path, archive, listener);
        } catch (RuntimeException e) {
            archive.close();
            throw e;
        }
    }

    /// The tables that it is read by.
    default PackageSchema schema() {
        return PackageSchema.standard();
    }

    /// The file or sheet of a table, as its sender knows it; empty if the package has none.
    Optional<String> file(String table);

    /// What the sender calls the file or sheet of a table, be it there or not.
    String called(String table);

    /// Opens the rows of a table that the package has.
    Rows rows(String table);

    /// Tells what is beside the tables.
    void tellNotes(Problems problems);

    @Override
    void close();
}
