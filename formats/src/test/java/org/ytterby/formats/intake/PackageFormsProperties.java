package org.ytterby.formats.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ytterby.core.supervision.Reconciler;
import org.ytterby.core.supervision.Settings;
import org.ytterby.core.testing.Property;
import org.ytterby.formats.FieldSchema;
import org.ytterby.formats.PackageForm;
import org.ytterby.formats.PackageSchema;
import org.ytterby.formats.PackageWriter;
import org.ytterby.formats.RowSink;
import org.ytterby.formats.TableSchema;
import org.ytterby.formats.testing.SmallPackage;
import org.ytterby.formats.testing.Workbooks;

/// Whatever a package says goes through every form unchanged, and whatever is done to a workbook or
/// a Parquet file, it is read or refused.
class PackageFormsProperties {
    private static final int TRIES = 150;

    /// Of each hundred cases of the fuzzer, three spoil a workbook and three a Parquet file.
    private static final int SPOILED =
            Math.max(1, Integer.getInteger("ytterby.fuzz-cases", 10_000) * 3 / 100);

    private static final int ROWS_MAX = 6;

    @TempDir Path folder;

    @Test
    void randomTextsComeBackFromAWorkbook() {
        Property.forAll(TRIES, random -> comeBack(random, PackageForm.XLSX));
    }

    @Test
    void randomTextsComeBackFromParquet() {
        Property.forAll(TRIES, random -> comeBack(random, PackageForm.PARQUET));
    }

    private void comeBack(RandomGenerator random, PackageForm form) throws IOException {
        Path source = Files.createTempDirectory(folder, "source");
        try (PackageWriter out = PackageWriter.open(source)) {
            for (TableSchema table : PackageSchema.standard().tables()) {
                RowSink rows = out.table(table.name(), table.fieldNames().toArray(String[]::new));
                int count = random.nextInt(ROWS_MAX);
                for (int i = 0; i < count; i++) {
                    rows.row(
                            table.fields().stream()
                                    .map(field -> cell(field, form, random))
                                    .toArray(String[]::new));
                }
            }
            out.finish(Map.of());
        }
        Path there = source.resolve(form.isFile() ? "there." + form.code() : "there");
        Path back = source.resolve("back");
        assertThat(PackageConverter.convert(source, there, form)).isEmpty();
        assertThat(PackageConverter.convert(there, back, PackageForm.CSV)).isEmpty();
        for (TableSchema table : PackageSchema.standard().tables()) {
            assertThat(Files.readString(back.resolve(table.path())))
                    .isEqualTo(Files.readString(source.resolve(table.path())));
        }
    }

    private static String cell(FieldSchema field, PackageForm form, RandomGenerator random) {
        if (!field.required() && random.nextInt(4) == 0) {
            return "";
        }
        boolean anything = form == PackageForm.XLSX && random.nextInt(8) == 0;
        return switch (field.type()) {
            case STRING -> text(random);
            case INTEGER -> anything ? text(random) : Integer.toString(random.nextInt(3000));
            case NUMBER -> anything ? text(random) : number(form, field, random);
            case DATE, DATETIME -> anything ? text(random) : moment(random);
        };
    }

    private static String text(RandomGenerator random) {
        List<String> pieces =
                List.of(
                        "批次",
                        "L-1",
                        " ",
                        "_x0041_",
                        "<&>",
                        "\t",
                        "é",
                        "\uD83D\uDE00",
                        "007",
                        "1.50",
                        "=1+1",
                        "'",
                        "_",
                        "\u0001",
                        "2019-01-01",
                        "TRUE",
                        ";");
        StringBuilder text = new StringBuilder("a".repeat(random.nextInt(2)));
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            text.append(pieces.get(random.nextInt(pieces.size())));
        }
        return text.toString().isBlank() ? text + "b" : text.toString();
    }

    private static String number(PackageForm form, FieldSchema field, RandomGenerator random) {
        if (form == PackageForm.XLSX && random.nextInt(3) == 0) {
            List<String> notations =
                    List.of("1e3", "+5", "007", "1.500", ".5", "12345678901234567890");
            return notations.get(random.nextInt(notations.size()));
        }
        if (field.name().endsWith("_kg")) {
            return CellTexts.plain(BigDecimal.valueOf(random.nextLong(1L << 50), 6));
        }
        return CellTexts.number(random.nextDouble() * Math.pow(10, random.nextInt(-6, 7)));
    }

    private static String moment(RandomGenerator random) {
        String day =
                "20%02d-%02d-%02d"
                        .formatted(
                                random.nextInt(100),
                                1 + random.nextInt(12),
                                1 + random.nextInt(28));
        return switch (random.nextInt(5)) {
            case 0 -> day + "T%02d:00Z".formatted(random.nextInt(24));
            case 1 ->
                    day
                            + "T%02d:%02d:%02d+08:00"
                                    .formatted(
                                            random.nextInt(24),
                                            random.nextInt(60),
                                            random.nextInt(60));
            case 2 -> day + "T00:00:00+08:00";
            case 3 -> day + "T01:02:03.%06d+08:00".formatted(random.nextInt(1_000_000));
            default -> day;
        };
    }

    @Test
    void aSpoiledWorkbookIsAnsweredOrRefused() {
        Path whole = folder.resolve("whole.xlsx");
        Path csv = SmallPackage.valid().write(folder.resolve("csv"));
        PackageConverter.convert(csv, whole, PackageForm.XLSX);
        Property.forAll(
                SPOILED,
                random -> {
                    Map<String, byte[]> parts = Workbooks.parts(whole);
                    List<String> names = new ArrayList<>(parts.keySet());
                    String part =
                            random.nextInt(3) == 0
                                    ? "xl/worksheets/sheet8.xml"
                                    : names.get(random.nextInt(names.size()));
                    parts.put(part, spoiled(parts.getOrDefault(part, new byte[0]), random));
                    answerOrRefuse(Workbooks.write(folder.resolve("spoiled.xlsx"), parts));
                });
    }

    @Test
    void spoiledParquetIsAnsweredOrRefused() {
        Path whole = folder.resolve("columns");
        Path csv = SmallPackage.valid().write(folder.resolve("csv2"));
        PackageConverter.convert(csv, whole, PackageForm.PARQUET);
        Property.forAll(
                SPOILED,
                random -> {
                    List<TableSchema> tables = PackageSchema.standard().tables();
                    String table = tables.get(random.nextInt(tables.size())).name();
                    Path file = whole.resolve(table + ".parquet");
                    byte[] before = Files.readAllBytes(file);
                    Files.write(file, spoiled(before, random));
                    answerOrRefuse(whole);
                    Files.write(file, before);
                });
    }

    private static byte[] spoiled(byte[] bytes, RandomGenerator random) {
        byte[] spoiled = bytes.clone();
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count && spoiled.length > 0; i++) {
            int at = random.nextInt(spoiled.length);
            switch (random.nextInt(4)) {
                case 0 -> spoiled = Arrays.copyOf(spoiled, at);
                case 1 -> spoiled[at] = (byte) random.nextInt(256);
                case 2 -> spoiled[at] = (byte) "<>\"/=09eE-".charAt(random.nextInt(10));
                default -> spoiled[at] ^= (byte) (1 << random.nextInt(8));
            }
        }
        return spoiled;
    }

    private static void answerOrRefuse(Path source) {
        try {
            Reconciler.reconcile(PackageReader.read(source), Settings.standard());
        } catch (PackageUnreadable refusal) {
            assertThat(refusal.wording().zh()).matches("(?s).*\\p{IsHan}.*");
        }
    }
}
