package org.ytterby.formats.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ytterby.core.material.Element;
import org.ytterby.core.supervision.Reconciler;
import org.ytterby.core.supervision.Reconciliation;
import org.ytterby.core.supervision.Settings;
import org.ytterby.core.testing.Vectors;
import org.ytterby.formats.intake.PackageReader;
import org.ytterby.formats.testing.SmallPackage;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ResultWriterTest {
    private static final List<String> FILES =
            List.of(
                    "attribution.csv",
                    "balances.csv",
                    "errors.csv",
                    "findings.json",
                    "lots.csv",
                    "plan_use.csv");

    @TempDir Path folder;

    /// A package in which much is wrong, so that every file has rows.
    private static SmallPackage spoiled() {
        return SmallPackage.valid()
                .append("plans.csv", "P9,2019,\"a, \"\"b\"\"\",mining,soil,BUY,1,2019-01-01,")
                .append(
                        "flows.csv",
                        "R20,export,2019-01-30,,,PLANT,out,L2,conc,30,,,BUY,JP,LIC-9,,,")
                .append("flows.csv", "R21,extraction,2019-01-30,,,PLANT,out,B9,conc,7,,,,,,,,")
                .append("flows.csv", "R22,extraction,2019-01-30,,,PLANT,out,a9,conc,7,,,,,,,,");
    }

    private Reconciliation answer(SmallPackage files) {
        return Reconciler.reconcile(
                PackageReader.read(files.write(folder.resolve("package"))),
                new Settings(Settings.FALSE_ALARMS_DEFAULT, true, Set.of()));
    }

    private Path write(SmallPackage files, String name) {
        Path out = folder.resolve(name);
        ResultWriter.write(answer(files), out);
        return out;
    }

    @Test
    void equalInputGivesEqualBytes() throws IOException {
        assertSameBytes(write(spoiled(), "a"), write(spoiled(), "b"));
    }

    @Test
    void theSamplePackagesGiveEqualBytesTwice() throws IOException {
        for (Path sample : Vectors.named("packages", "sample-*")) {
            if (Files.exists(sample.resolve("flows.csv"))) {
                SmallPackage files = SmallPackage.of(sample);
                assertSameBytes(write(files, "a"), write(files, "b"));
            }
        }
    }

    @Test
    void theOrderOfColumnsChangesNoByte() throws IOException {
        SmallPackage turned = spoiled();
        StringBuilder rows = new StringBuilder();
        turned.text("permits.csv")
                .lines()
                .map(line -> List.of(line.split(",", -1)).reversed())
                .forEach(cells -> rows.append(String.join(",", cells)).append('\n'));
        assertSameBytes(
                write(spoiled(), "a"), write(turned.put("permits.csv", rows.toString()), "b"));
    }

    private static void assertSameBytes(Path a, Path b) throws IOException {
        for (String file : FILES) {
            assertThat(a.resolve(file)).hasSameBinaryContentAs(b.resolve(file));
        }
        try (Stream<Path> written = Files.list(a)) {
            assertThat(written.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(FILES);
        }
    }

    private static List<List<String>> rows(Path file) {
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(file)) {
            return reader.stream().map(CsvRecord::getFields).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void theHeadersAreThoseOfTheContract() {
        Path out = write(spoiled(), "out");
        assertThat(header(out, "balances.csv"))
                .isEqualTo(
                        "facility,element,from,until,opening_kg,additions_kg,removals_kg,closing_kg,"
                                + "difference_kg,sigma_kg,sitmuf,cumulative_kg,cumulative_sigma_kg,"
                                + "page_loss,page_gain");
        assertThat(header(out, "attribution.csv")).isEqualTo("lot,element,origin,mass_kg,share");
        assertThat(header(out, "plan_use.csv"))
                .isEqualTo(
                        "year,kind,ore_type,holder,granted_t_reo,used_t_reo,used_sigma_t_reo,"
                                + "remaining_t_reo");
        assertThat(header(out, "lots.csv"))
                .isEqualTo(
                        "facility,lot,product,made_kg,received_kg,used_kg,shipped_kg,exported_kg,"
                                + "disposed_kg,remaining_kg");
        assertThat(header(out, "errors.csv")).isEqualTo("file,row,column,value,problem,problem_zh");
    }

    private static String header(Path out, String file) {
        return String.join(",", rows(out.resolve(file)).getFirst());
    }

    @Test
    void rowsStandInTheOrderOfTheirKeys() {
        Path out = write(spoiled(), "out");
        assertOrdered(out.resolve("balances.csv"), List.of(0, 1, 2));
        assertOrdered(out.resolve("attribution.csv"), List.of(0, 1, 2));
        assertOrdered(out.resolve("plan_use.csv"), List.of(0, 1, 2, 3));
        assertOrdered(out.resolve("lots.csv"), List.of(0, 1));
    }

    private static void assertOrdered(Path file, List<Integer> keys) {
        List<List<String>> rows = new ArrayList<>(rows(file));
        rows.removeFirst();
        Comparator<List<String>> order = (_, _) -> 0;
        for (int key : keys) {
            order = order.thenComparing(row -> sortable(row.get(key)));
        }
        assertThat(rows).as(file.getFileName().toString()).isNotEmpty().isSortedAccordingTo(order);
        assertThat(rows.stream().map(row -> keys.stream().map(row::get).toList()))
                .doesNotHaveDuplicates();
    }

    /// Elements stand in the order of the contract, all else by its characters.
    private static String sortable(String cell) {
        for (Element e : Element.ALL) {
            if (e.name().equals(cell)) {
                return String.format("%02d", e.ordinal());
            }
        }
        return cell;
    }

    @Test
    void numbersArePlainOrEmpty() {
        Path out = write(spoiled(), "out");
        for (String file : List.of("balances.csv", "attribution.csv", "plan_use.csv", "lots.csv")) {
            List<List<String>> rows = rows(out.resolve(file));
            for (List<String> row : rows.subList(1, rows.size())) {
                for (int c = 0; c < row.size(); c++) {
                    String name = rows.getFirst().get(c);
                    if (name.matches(".*(_kg|_reo|share|sitmuf|page_.*)")) {
                        assertThat(row.get(c))
                                .as(file + " " + name)
                                .matches("|-?(0|[1-9]\\d*)(\\.\\d*[1-9])?(e[+-][1-9]\\d*)?");
                    }
                }
            }
        }
    }

    private static JsonNode findings(Path out) {
        return JsonMapper.shared().readTree(out.resolve("findings.json").toFile());
    }

    @Test
    void findingsAreJsonWithTheKeysOfTheContract() {
        JsonNode findings = findings(write(spoiled(), "out")).path("findings");
        assertThat(findings.size()).isGreaterThan(2);
        for (JsonNode finding : findings) {
            assertThat(finding.propertyNames())
                    .contains(
                            "rule",
                            "severity",
                            "message",
                            "message_zh",
                            "benign_causes",
                            "evidence")
                    .isSubsetOf(
                            "rule",
                            "severity",
                            "party",
                            "facility",
                            "from",
                            "until",
                            "lot",
                            "elements",
                            "record",
                            "mass_kg",
                            "sigma_kg",
                            "p_value",
                            "q_value",
                            "message",
                            "message_zh",
                            "benign_causes",
                            "benign_causes_zh",
                            "evidence");
            assertThat(finding.path("message_zh").asString()).matches("(?s).*\\p{IsHan}.*");
        }
    }

    @Test
    void keysWithoutAValueAreLeftOut() {
        JsonNode findings = findings(write(spoiled(), "out")).path("findings");
        for (JsonNode finding : findings) {
            for (var property : finding.properties()) {
                JsonNode value = property.getValue();
                assertThat(value.isNull()).as(property.getKey()).isFalse();
                assertThat(value.isString() && value.asString().isEmpty())
                        .as(property.getKey())
                        .isFalse();
                if (property.getKey().equals("elements")) {
                    assertThat(value.size()).isPositive();
                }
            }
            if (finding.has("mass_kg")) {
                assertThat(finding.path("mass_kg").isNumber()).isTrue();
            }
        }
    }

    @Test
    void findingsStandMostSeriousFirst() {
        List<String> severities = new ArrayList<>();
        findings(write(spoiled(), "out"))
                .path("findings")
                .forEach(f -> severities.add(f.path("severity").asString()));
        List<String> ranks = List.of("high", "medium", "low");
        assertThat(severities).isSortedAccordingTo(Comparator.comparingInt(ranks::indexOf));
    }

    @Test
    void whatWasLeftOutMakesTheAnswerPartial() {
        assertThat(findings(write(spoiled(), "a")).path("partial").asBoolean()).isTrue();
        assertThat(findings(write(SmallPackage.valid(), "b")).path("partial").asBoolean())
                .isFalse();
    }

    @Test
    void errorsTellWhereAndWhatInBothLanguages() {
        List<List<String>> errors = rows(write(spoiled(), "out").resolve("errors.csv"));
        assertThat(errors).hasSize(2);
        assertThat(errors.getLast().subList(0, 4))
                .containsExactly("plans.csv", "5", "ore_type", "soil");
        assertThat(errors.getLast().get(4)).isNotBlank();
        assertThat(errors.getLast().get(5)).matches(".*\\p{IsHan}.*");
    }

    @Test
    void anEarlierAnswerIsReplaced() throws IOException {
        Path out = write(spoiled(), "out");
        ResultWriter.write(answer(SmallPackage.valid()), out);
        assertSameBytes(out, write(SmallPackage.valid(), "fresh"));
    }

    @Test
    void aFolderThatCannotBeMadeIsTold() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        Reconciliation answer = answer(SmallPackage.valid());
        assertThatThrownBy(() -> ResultWriter.write(answer, file))
                .isInstanceOf(UncheckedIOException.class);
    }
}
