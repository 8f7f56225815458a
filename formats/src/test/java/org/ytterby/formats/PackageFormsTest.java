package org.ytterby.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ytterby.core.supervision.Reconciler;
import org.ytterby.core.supervision.Settings;
import org.ytterby.core.testing.Vectors;
import org.ytterby.formats.intake.PackageConverter;
import org.ytterby.formats.intake.PackageReader;
import org.ytterby.formats.intake.PackageUnreadable;
import org.ytterby.formats.results.ResultWriter;
import org.ytterby.formats.testing.SmallPackage;

/// A package is the same in every form.
class PackageFormsTest {
    private static final Path ROOT = Path.of(System.getProperty("ytterby.root", ".."));

    @TempDir Path folder;

    private Map<String, Path> packages() {
        Map<String, Path> packages = new LinkedHashMap<>();
        packages.put("small", SmallPackage.valid().write(folder.resolve("small-source")));
        packages.put("national-2019", ROOT.resolve("examples/national-2019"));
        for (Path sample : Vectors.named("packages", "sample-*")) {
            if (Files.exists(sample.resolve("flows.csv"))) {
                packages.put(String.valueOf(sample.getFileName()), sample);
            }
        }
        return packages;
    }

    private Path converted(Path source, String name, PackageForm form) {
        Path target =
                folder.resolve(name + (form.isFile() ? "." + form.code() : "-" + form.code()));
        assertThat(PackageConverter.convert(source, target, form)).isEmpty();
        return target;
    }

    @TestFactory
    Stream<DynamicTest> goingAndComingBackChangesNothing() {
        return packages().entrySet().stream()
                .flatMap(p ->
                        Stream.of(PackageForm.values())
                                .map(form ->
                                        dynamicTest(
                                                p.getKey() + " as " + form.code(),
                                                () ->
                                                        goAndComeBack(
                                                                p.getKey(), p.getValue(), form))));
    }

    private void goAndComeBack(String name, Path source, PackageForm form) throws IOException {
        Path there = converted(source, name + "-there", form);
        Path back = converted(there, name + "-back-" + form.code(), PackageForm.CSV);
        Path canonical = converted(source, name + "-canonical-" + form.code(), PackageForm.CSV);
        for (TableSchema table : PackageSchema.standard().tables()) {
            if (!Files.exists(canonical.resolve(table.path()))) {
                assertThat(back.resolve(table.path())).doesNotExist();
            } else if (form == PackageForm.PARQUET) {
                assertSameValues(
                        table, canonical.resolve(table.path()), back.resolve(table.path()));
            } else {
                assertThat(back.resolve(table.path()))
                        .hasSameBinaryContentAs(canonical.resolve(table.path()));
            }
        }
    }

    /// Parquet keeps a number and not how many zeros it was written with.
    private static void assertSameValues(TableSchema table, Path expected, Path actual)
            throws IOException {
        List<List<String>> rows = rows(expected);
        List<List<String>> ours = rows(actual);
        assertThat(ours).hasSameSizeAs(rows);
        assertThat(ours.getFirst()).isEqualTo(rows.getFirst());
        for (int r = 1; r < rows.size(); r++) {
            for (int c = 0; c < rows.getFirst().size(); c++) {
                FieldType type = table.field(rows.getFirst().get(c)).type();
                String left = rows.get(r).get(c);
                String right = ours.get(r).get(c);
                boolean isNumber = type == FieldType.NUMBER || type == FieldType.INTEGER;
                if (isNumber && !left.isEmpty()) {
                    assertThat(new BigDecimal(right)).isEqualByComparingTo(new BigDecimal(left));
                } else {
                    assertThat(right).isEqualTo(left);
                }
            }
        }
    }

    private static List<List<String>> rows(Path csv) throws IOException {
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(csv)) {
            return reader.stream().map(CsvRecord::getFields).toList();
        }
    }

    @TestFactory
    Stream<DynamicTest> theAnswerIsTheSameInEveryForm() {
        return packages().entrySet().stream()
                .filter(p -> !p.getKey().startsWith("national"))
                .flatMap(p ->
                        Stream.of(PackageForm.values())
                                .map(form ->
                                        dynamicTest(
                                                p.getKey() + " as " + form.code(),
                                                () -> {
                                                    Path other =
                                                            converted(
                                                                    p.getValue(),
                                                                    p.getKey() + "-answer",
                                                                    form);
                                                    assertSameAnswer(p.getValue(), other, folder);
                                                })));
    }

    /// Reads packages that other programs wrote, see `parquet/README.md` beside them.
    @Test
    void filesOfPandasAndDuckDbAreTheSamePackage() throws IOException {
        Path csv = SmallPackage.valid().write(folder.resolve("csv"));
        for (String program : List.of("pandas", "duckdb")) {
            Path theirs = ROOT.resolve("formats/src/test/resources/parquet").resolve(program);
            assertThat(PackageReader.read(theirs).problems()).as(program).isEmpty();
            assertSameAnswer(csv, theirs, folder);
        }
    }

    private static void assertSameAnswer(Path first, Path second, Path folder) throws IOException {
        Path expected = answer(first, Files.createTempDirectory(folder, "expected"));
        Path actual = answer(second, Files.createTempDirectory(folder, "actual"));
        try (Stream<Path> files = Files.list(expected)) {
            for (Path file : files.toList()) {
                assertThat(actual.resolve(file.getFileName())).hasSameBinaryContentAs(file);
            }
        }
    }

    private static Path answer(Path source, Path out) {
        ResultWriter.write(
                Reconciler.reconcile(PackageReader.read(source), Settings.standard()), out);
        return out;
    }

    @Test
    void whatParquetCannotHoldIsToldAndNothingIsWritten() {
        Path csv =
                SmallPackage.valid()
                        .replace("flows.csv", "L1,conc,1010,", "L1,conc,ten tonnes,")
                        .write(folder.resolve("csv"));
        Path target = folder.resolve("columns");
        assertThat(PackageConverter.convert(csv, target, PackageForm.PARQUET))
                .first()
                .satisfies(p -> {
                    assertThat(p.file()).isEqualTo("flows.csv");
                    assertThat(p.row()).isEqualTo(5);
                    assertThat(p.column()).isEqualTo("mass_kg");
                    assertThat(p.value()).isEqualTo("ten tonnes");
                });
        assertThat(target).doesNotExist();
        assertThat(PackageConverter.convert(csv, folder.resolve("w.xlsx"), PackageForm.XLSX))
                .as("a workbook holds any text")
                .isEmpty();
    }

    /// Numbers that Java would take and the reader does not, and numbers that would unfold.
    @ParameterizedTest
    @CsvSource({
        "1e-600000000",
        "1e600000000",
        "1d",
        "0x1p3",
        "１００",
        "1.0000005",
        "NaN",
        "1_0",
        "1e1000"
    })
    void aNumberThatParquetCannotHoldIsTold(String number) {
        Path csv =
                SmallPackage.valid()
                        .replace("flows.csv", "L1,conc,1010,", "L1,conc," + number + ",")
                        .write(folder.resolve("csv"));
        Path target = folder.resolve("columns");
        assertThat(PackageConverter.convert(csv, target, PackageForm.PARQUET))
                .hasSize(2)
                .allSatisfy(p -> {
                    assertThat(p.column()).isEqualTo("mass_kg");
                    assertThat(p.problem()).contains("digits").contains("six decimals");
                    assertThat(p.problemZh()).contains("六位小数");
                });
        assertThat(target).doesNotExist();
    }

    @Test
    void aTextThatNoCellHoldsIsToldAndNothingIsWritten() {
        Path csv =
                SmallPackage.valid()
                        .replace("flows.csv", "INV-1,5000.5", "I".repeat(32_768) + ",5000.5")
                        .write(folder.resolve("csv"));
        Path target = folder.resolve("w.xlsx");
        assertThat(PackageConverter.convert(csv, target, PackageForm.XLSX))
                .singleElement()
                .satisfies(p -> {
                    assertThat(p.column()).isEqualTo("document");
                    assertThat(p.problem()).contains("32767 characters");
                });
        assertThat(target).doesNotExist();
    }

    @Test
    void moreRowsThanASheetHasAreToldAndNothingIsWritten() {
        String rows = "JP,2019,1,284690,49.5\n".repeat(1_048_576);
        Path csv =
                SmallPackage.valid()
                        .put("partner_imports.csv", "country,year,month,hs_code,mass_kg\n" + rows)
                        .write(folder.resolve("csv"));
        Path target = folder.resolve("w.xlsx");
        assertThat(PackageConverter.convert(csv, target, PackageForm.XLSX))
                .singleElement()
                .satisfies(p -> {
                    assertThat(p.row()).isEqualTo(1_048_577);
                    assertThat(p.problem()).contains("1048575 rows");
                });
        assertThat(target).doesNotExist();
    }

    /// The target leads back into the source, which the first pass cannot know.
    @Test
    void aSourceThatChangesWhileItIsReadStopsTheConversion() throws IOException {
        Path csv = SmallPackage.valid().write(folder.resolve("csv"));
        Path target = Files.createDirectories(folder.resolve("target"));
        Files.createLink(target.resolve("parties.csv"), csv.resolve("flows.csv"));
        assertThatThrownBy(() -> PackageConverter.convert(csv, target, PackageForm.CSV))
                .isInstanceOfSatisfying(
                        PackageUnreadable.class,
                        e -> assertThat(e.wording().en()).contains("flows.csv"));
        assertThat(target.resolve("datapackage.json")).doesNotExist();
    }

    @Test
    void aPackageIsNotWrittenOverItselfByAnotherName() throws IOException {
        Path csv = SmallPackage.valid().write(folder.resolve("csv"));
        Path alias = Files.createSymbolicLink(folder.resolve("alias"), csv);
        assertThatThrownBy(() -> PackageConverter.convert(csv, alias, PackageForm.CSV))
                .hasMessageContaining("over itself");
        assertThat(PackageReader.read(csv).problems()).isEmpty();
    }

    @Test
    void equalPackagesGiveEqualFiles() {
        Path csv = SmallPackage.valid().write(folder.resolve("csv"));
        assertThat(converted(csv, "first", PackageForm.XLSX))
                .hasSameBinaryContentAs(converted(csv, "second", PackageForm.XLSX));
        assertThat(converted(csv, "first", PackageForm.PARQUET).resolve("flows.parquet"))
                .hasSameBinaryContentAs(
                        converted(csv, "second", PackageForm.PARQUET).resolve("flows.parquet"));
    }

    @Test
    void theTemplateIsAPackageWithoutProblems() {
        for (boolean zh : List.of(true, false)) {
            Path template = folder.resolve("template-" + zh + ".xlsx");
            PackageTemplate.write(template, zh);
            assertThat(
                            Reconciler.reconcile(PackageReader.read(template), Settings.standard())
                                    .problems())
                    .isEmpty();
        }
    }
}
