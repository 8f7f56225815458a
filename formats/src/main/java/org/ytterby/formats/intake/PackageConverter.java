package org.ytterby.formats.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
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
    /// @throws PackageUnreadable if it is not a ledger package at all, is the target itself, or
    ///   changes while it is read; what was written by then is left without a descriptor
    /// @throws java.io.UncheckedIOException if the target cannot be written
    public static List<Problem> convert(Path source, Path target, PackageForm form) {
        if (isSame(source, target)) {
            throw new PackageUnreadable(
                    new Wording(
                            target + ": a package cannot be written over itself",
                            target + "：不能覆盖原台账包"));
        }
        Problems problems = new Problems();
        try (PackageFiles files = PackageReader.openWhole(source, (_, _) -> {})) {
            files.tellNotes(problems);
            for (TableSchema table : PackageSchema.standard().tables()) {
                Table rows = new Table(table.name(), files, problems);
                Check check = new Check(table, form);
                rows.forEach(_ -> {}, check::check);
            }
            if (problems.all().stream().noneMatch(p -> p.weight() == Problem.Weight.ERROR)) {
                write(files, target, form);
            }
        }
        return problems.all();
    }

    private static boolean isSame(Path source, Path target) {
        try {
            return Files.exists(source) && Files.exists(target) && Files.isSameFile(source, target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Asks of one table whether the other form can hold it.
    private static final class Check {
        private final TableSchema table;
        private final PackageForm form;
        private long rows;

        Check(TableSchema table, PackageForm form) {
            this.table = table;
            this.form = form;
        }

        void check(Row row) {
            if (rows++ == form.rowsMax()) {
                row.spoil(
                        new Wording(
                                "a sheet of a workbook holds at most "
                                        + form.rowsMax()
                                        + " rows; convert to CSV or Parquet",
                                "工作表最多 " + form.rowsMax() + " 行，请转换为 CSV 或 Parquet"),
                        "");
            }
            for (int f = 0; f < table.fields().size(); f++) {
                int field = f;
                form.refusal(table.fields().get(f), row.text(f))
                        .ifPresent(wording -> row.bad(field, wording));
            }
        }
    }

    private static void write(PackageFiles files, Path target, PackageForm form) {
        Problems problems = new Problems();
        try (PackageWriter out = PackageWriter.open(target, form)) {
            for (TableSchema table : PackageSchema.standard().tables()) {
                new Copy(table, out).run(files, problems);
            }
            for (Problem p : problems.all()) {
                if (p.weight() == Problem.Weight.ERROR) {
                    throw new PackageUnreadable(
                            new Wording(
                                    "the package changed while it was read: "
                                            + p.file()
                                            + ": "
                                            + p.problem(),
                                    "读取期间台账包已改变：" + p.file() + "：" + p.problemZh()));
                }
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

        void run(PackageFiles files, Problems problems) {
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
            new Table(table.name(), files, problems).forEach(header, this::copy);
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
