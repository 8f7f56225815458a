package org.ytterby.formats.intake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ytterby.core.ledger.AssayTable;
import org.ytterby.core.ledger.Declarations;
import org.ytterby.core.ledger.Deposit;
import org.ytterby.core.ledger.FlowTable;
import org.ytterby.core.ledger.Methods;
import org.ytterby.core.ledger.Names;
import org.ytterby.core.ledger.Registry;
import org.ytterby.core.material.Product;
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
        ContextReader context = new ContextReader(files, problems);
        CatalogueReader catalogue = new CatalogueReader(files, problems);
        RegistryReader registry = new RegistryReader(files, problems);
        Names lots = new Names();
        List<Deposit> deposits = context.readDeposits();
        Registry who = registry.read(context.deposits());
        List<Product> products = catalogue.readProducts();
        Methods methods = catalogue.readMethods();
        AssayTable assays = new AssayReader(files, problems, methods, lots).read();
        FlowReader.Known known =
                new FlowReader.Known(
                        registry.parties(),
                        registry.facilities(),
                        catalogue.products(),
                        methods,
                        lots);
        FlowTable flows = new FlowReader(files, problems, known).read();
        EntitlementReader entitlements = new EntitlementReader(files, problems, registry.parties());
        return new Declarations(
                who,
                products,
                methods,
                assays,
                flows,
                new Declarations.Entitlements(
                        entitlements.readPlans(), entitlements.readLicences(catalogue.products())),
                new Declarations.Context(
                        deposits, context.readPartnerImports(), LimitTable.shipped()),
                problems.all());
    }
}
