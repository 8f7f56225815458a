package org.ytterby.formats.intake;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.ytterby.core.ledger.Problem;
import org.ytterby.formats.FieldSchema;
import org.ytterby.formats.PackageForm;
import org.ytterby.formats.PackageSchema;
import org.ytterby.formats.PackageWriter;
import org.ytterby.formats.RowSink;
import org.ytterby.formats.TableSchema;
import org.ytterby.formats.Wording;

/// Turns a ledger package of one form into the same package of another: the same tables with the
/// columns of the contract, in its order, and the same rows.
///
/// What only sense can tell, such as an id that no table declares, is carried over as it is; cells
/// that cannot be read, or that the other form cannot hold, stop the conversion before it begins.
public final class PackageConverter {
    private PackageConverter() {}

    /// Converts a package.
    ///
    /// @return what was noticed; where an error is among it, nothing was written
    /// @throws PackageUnreadable if it is not a ledger package at all
    /// @throws java.io.UncheckedIOException if the target cannot be written
    public static List<Problem> convert(Path source, Path target, PackageForm form) {
        if (source.toAbsolutePath().normalize().equals(target.toAbsolutePath().normalize())) {
            throw new IllegalArgumentException(
                    "the package cannot be written over itself / 不能覆盖原台账包: " + target);
        }
        Problems problems = new Problems();
        try (PackageFiles files = PackageReader.openWhole(source, (_, _) -> {})) {
            files.tellNotes(problems);
            for (TableSchema table : PackageSchema.standard().tables()) {
                Table rows = new Table(table.name(), files, problems);
                rows.forEach(_ -> {}, row -> check(row, table, form));
            }
            if (problems.all().stream().noneMatch(p -> p.weight() == Problem.Weight.ERROR)) {
                write(files, target, form);
            }
        }
        return problems.all();
    }

    private static void check(Row row, TableSchema table, PackageForm form) {
        for (int f = 0; f < table.fields().size(); f++) {
            FieldSchema field = table.fields().get(f);
            if (!form.holds(field, row.text(f))) {
                row.bad(
                        f,
                        new Wording(
                                form.code() + " cannot hold this: the column is of numbers",
                                form.code() + " 无法保存：该列只能是数字"));
            }
        }
    }

    private static void write(PackageFiles files, Path target, PackageForm form) {
        try (PackageWriter out = PackageWriter.open(target, form)) {
            for (TableSchema table : PackageSchema.standard().tables()) {
                new Copy(table, out).run(files);
            }
            out.finish(Map.of("name", "ledger-package"));
        }
    }

    /// One table from one package into another.
    private static final class Copy {
        private final TableSchema table;
        private final PackageWriter out;
        private RowSink sink = _ -> {};
        private int[] fields = {};

        Copy(TableSchema table, PackageWriter out) {
            this.table = table;
            this.out = out;
        }

        void run(PackageFiles files) {
            Consumer<List<FieldSchema>> header =
                    used -> {
                        fields = used.stream().mapToInt(table.fields()::indexOf).toArray();
                        sink =
                                out.table(
                                        table.name(),
                                        used.stream()
                                                .map(FieldSchema::name)
                                                .toArray(String[]::new));
                    };
            new Table(table.name(), files, new Problems()).forEach(header, this::copy);
        }

        private void copy(Row row) {
            String[] cells = new String[fields.length];
            for (int i = 0; i < cells.length; i++) {
                cells[i] = row.text(fields[i]);
            }
            sink.row(cells);
        }
    }
}
