package org.ytterby.formats.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ytterby.formats.intake.WrongRowsTest.assertWorded;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ytterby.core.ledger.Declarations;
import org.ytterby.core.ledger.Ledger;
import org.ytterby.core.ledger.Problem;
import org.ytterby.formats.testing.SmallPackage;

/// Each case spoils one cell of a good flow line of its type, in a record that has a second, good
/// line.
///
/// A case is `type | column | value`: that cell is told, nothing else, and the record is left out
/// whole.
class WrongFlowsTest {
    private static final Map<String, String> GOOD =
            Map.of(
                    "extraction", "R99,extraction,2019-01-30,,,MINE,out,L9,conc,1,,,,,,,,",
                    "processing", "R99,processing,2019-01-30,,,PLANT,in,O1,nd,1,,,,,,,,",
                    "shipment", "R99,shipment,2019-01-30,,,PLANT,out,O1,nd,1,,,MINE,,I-9,,,",
                    "receipt", "R99,receipt,2019-01-30,,,PLANT,in,O1,nd,1,,,MINE,,I-9,,,",
                    "import", "R99,import,2019-01-30,,,PLANT,in,O1,nd,1,,,MM,,C-9,,,",
                    "export", "R99,export,2019-01-30,,,PLANT,out,O1,nd,1,,,BUY,JP,LIC-1,,,",
                    "disposal", "R99,disposal,2019-01-30,,,PLANT,out,O1,nd,1,,,,,,,,",
                    "stocktake", "R99,stocktake,2019-01-30,,,PLANT,count,O1,nd,1,,,,,,,,",
                    "cancellation", "R99,cancellation,2019-01-30,,,PLANT,,,,,,,,,,,,R8");

    @TempDir Path folder;

    @ParameterizedTest(name = "{0} with {1} ''{2}''")
    @CsvSource(
            delimiter = '|',
            emptyValue = "",
            textBlock =
                    """
                    extraction   | record     | ''
                    extraction   | type       | ''
                    extraction   | type       | mining
                    extraction   | type       | Extraction
                    extraction   | time       | ''
                    extraction   | time       | 2019-02-30
                    extraction   | time       | 2019-02-29T08:00:00+08:00
                    extraction   | time       | 2019-01-30T08:00:00
                    extraction   | time       | 2019-01-30 08:00
                    extraction   | time       | 2019-01-30T25:00:00Z
                    extraction   | time       | 2019-01-30T08:60:00Z
                    extraction   | time       | 2019-01-30T08:00:00.Z
                    extraction   | time       | 2019-01-30T08:00:00+8
                    extraction   | time       | 2019-01-30T08:00:00+19:00
                    extraction   | time       | 0000-01-30
                    extraction   | time       | 2019-1-30
                    extraction   | time       | 20190130
                    extraction   | time       | 30.01.2019
                    extraction   | time       | 43495
                    processing   | from       | 2019-01-31
                    processing   | from       | January
                    extraction   | entered    | late
                    extraction   | facility   | ''
                    extraction   | facility   | MINE-9
                    extraction   | facility   | ' MINE'
                    extraction   | facility   | mine
                    extraction   | direction  | ''
                    extraction   | direction  | sideways
                    extraction   | direction  | in
                    extraction   | direction  | count
                    processing   | direction  | count
                    shipment     | direction  | in
                    receipt      | direction  | out
                    import       | direction  | out
                    export       | direction  | in
                    disposal     | direction  | in
                    stocktake    | direction  | out
                    extraction   | lot        | ''
                    stocktake    | lot        | ''
                    stocktake    | product    | ''
                    extraction   | product    | ''
                    extraction   | product    | p9
                    extraction   | product    | Conc
                    extraction   | mass_kg    | ''
                    extraction   | mass_kg    | NaN
                    extraction   | mass_kg    | Infinity
                    extraction   | mass_kg    | -Infinity
                    extraction   | mass_kg    | 1e999
                    extraction   | mass_kg    | 1e19
                    extraction   | mass_kg    | 1000000001
                    extraction   | mass_kg    | 1,5
                    extraction   | mass_kg    | 1.234,5
                    extraction   | mass_kg    | 1,234.5
                    extraction   | mass_kg    | 1 234
                    extraction   | mass_kg    | 0x10
                    extraction   | mass_kg    | 0x1p3
                    extraction   | mass_kg    | 10d
                    extraction   | mass_kg    | 10f
                    extraction   | mass_kg    | 10L
                    extraction   | mass_kg    | 10 kg
                    extraction   | mass_kg    | 1_000
                    extraction   | mass_kg    | .
                    extraction   | mass_kg    | +
                    extraction   | mass_kg    | e5
                    extraction   | mass_kg    | 1e
                    extraction   | mass_kg    | 1.2.3
                    extraction   | mass_kg    | --1
                    extraction   | mass_kg    | ١٢
                    extraction   | mass_kg    | １２
                    extraction   | mass_kg    | #N/A
                    extraction   | mass_kg    | -1
                    extraction   | mass_kg    | -0.000001
                    extraction   | moisture   | 1
                    extraction   | moisture   | 1.0
                    extraction   | moisture   | 8
                    extraction   | moisture   | 8 %
                    extraction   | moisture   | -0.1
                    extraction   | moisture   | NaN
                    extraction   | moisture   | wet
                    extraction   | method     | ''' '''
                    extraction   | method     | belt
                    extraction   | method     | icp
                    shipment     | partner    | ''
                    receipt      | partner    | ''
                    import       | partner    | ''
                    export       | partner    | ''
                    shipment     | partner    | BUY
                    receipt      | partner    | MINE-9
                    import       | partner    | MINE
                    import       | partner    | Myanmar
                    export       | partner    | PLANT
                    export       | destination | Japan
                    export       | destination | JJ
                    extraction   | value      | -1
                    extraction   | value      | many
                    extraction   | currency   | yuan
                    extraction   | currency   | cny
                    cancellation | corrects   | ''
                    cancellation | facility   | MINE-9
                    cancellation | time       | never
                    """)
    void aWrongCellLeavesTheRecordOutWhole(String type, String column, String value) {
        String bad = with(type, column, value);
        SmallPackage files = SmallPackage.valid();
        int row = files.rows("flows.csv") + 1;
        files.append("flows.csv", bad);
        if (!column.equals("record") && !type.equals("cancellation")) {
            files.append("flows.csv", with(type, "lot", "L10"));
        }
        Declarations declared = PackageReader.read(files.write(folder));
        assertThat(declared.problems()).extracting(Problem::row).containsExactly(row);
        Problem problem = declared.problems().getFirst();
        assertThat(problem.file()).isEqualTo("flows.csv");
        assertThat(problem.column()).isEqualTo(column);
        assertThat(problem.value()).isEqualTo(value);
        assertWorded(problem);
        assertThat(inForce(declared)).isEqualTo(inForceOfValid());
    }

    private static String with(String type, String column, String value) {
        String good = Objects.requireNonNull(GOOD.get(type));
        List<String> cells = new ArrayList<>(Arrays.asList(good.split(",", -1)));
        String header = SmallPackage.valid().text("flows.csv").lines().findFirst().orElseThrow();
        String cell = value.contains(",") ? '"' + value + '"' : value;
        cells.set(Arrays.asList(header.split(",")).indexOf(column), cell);
        return String.join(",", cells);
    }

    private static List<String> inForce(Declarations declared) {
        Ledger ledger = Ledger.of(declared);
        return Arrays.stream(ledger.records()).mapToObj(ledger.flows()::recordId).toList();
    }

    private List<String> inForceOfValid() {
        return inForce(PackageReader.read(SmallPackage.valid().write(folder.resolve("valid"))));
    }

    @ParameterizedTest(name = "time {0}")
    @CsvSource({
        "2019-01-30T08:00:00Z",
        "2019-01-30T08:00Z",
        "2019-01-30 08:00:00+08:00",
        "2019-01-30T08:00:00+08",
        "2019-01-30T08:00:00+0800",
        "2019-01-30T08:00:00.5+08:00",
        "2019-01-30T08:00:00.123456789-03:30",
        "2020-02-29",
        "' 2019-01-30 '"
    })
    void timesOfIso8601WithOffsetAreRead(String time) {
        assertThat(problemsWith("extraction", "time", time)).isEmpty();
    }

    @ParameterizedTest(name = "mass {0}")
    @CsvSource({"0", "1e3", "1E-3", "+5", "5.", ".5", "-0", "1000000000", "' 7 '", "0.0000001"})
    void numbersWithAPointAreRead(String mass) {
        assertThat(problemsWith("extraction", "mass_kg", mass)).isEmpty();
    }

    private List<Problem> problemsWith(String type, String column, String value) {
        SmallPackage files = SmallPackage.valid().append("flows.csv", with(type, column, value));
        return PackageReader.read(files.write(folder)).problems();
    }

    @ParameterizedTest(name = "second line with {0} {1}")
    @CsvSource({"type,disposal", "time,2019-01-29", "facility,PLANT", "corrects,R8"})
    void linesOfARecordAgree(String column, String value) {
        String first = with("extraction", "lot", "L8");
        String second = with("extraction", column, value);
        SmallPackage files = SmallPackage.valid().append("flows.csv", first + "\n" + second);
        Declarations declared = PackageReader.read(files.write(folder));
        assertThat(declared.problems())
                .extracting(p -> p.row() + ":" + p.column())
                .containsExactly(files.rows("flows.csv") + ":" + column);
        assertThat(inForce(declared)).isEqualTo(inForceOfValid());
    }

    @Test
    void aLineWithLotButWithoutAssayIsTold() {
        SmallPackage files =
                SmallPackage.valid()
                        .append("products.csv", "new,new,,ore,,")
                        .append(
                                "flows.csv",
                                "R99,extraction,2019-01-30,,,MINE,out,L9,new,1,,,,,,,,");
        Ledger ledger = Ledger.of(PackageReader.read(files.write(folder)));
        assertThat(ledger.problems()).hasSize(1);
        Problem problem = ledger.problems().getFirst();
        assertThat(problem.column()).isEqualTo("lot");
        assertThat(problem.value()).isEqualTo("L9");
        assertWorded(problem);
    }

    @Test
    void aBadAssayIsNotReplacedByThatOfTheProduct() {
        SmallPackage files =
                SmallPackage.valid()
                        .append("assays.csv", "A9,L2,2019-01-27,LAB,icp,oxide,60,1,,,,,,,,,,,,,,,");
        Ledger ledger = Ledger.of(PackageReader.read(files.write(folder)));
        assertThat(ledger.problems())
                .extracting(p -> p.file() + ":" + p.row() + ":" + p.column() + ":" + p.value())
                .containsExactly(
                        "assays.csv:6:treo:60", "flows.csv:12:lot:L2", "flows.csv:16:lot:L2");
        ledger.problems().forEach(WrongRowsTest::assertWorded);
        assertThat(inForceOf(ledger)).doesNotContain("R9", "R12").contains("R10", "R13");
    }

    @Test
    void badAssaysMayBeMany() {
        SmallPackage files = SmallPackage.valid();
        for (int i = 0; i < 100; i++) {
            files.append("assays.csv", "B" + i + ",X" + i + ",,,,oxide,60,1,,,,,,,,,,,,,,,");
        }
        Declarations declared = PackageReader.read(files.write(folder));
        assertThat(declared.problems()).hasSize(100);
        assertThat(declared.assays().size()).isEqualTo(104);
    }

    private static List<String> inForceOf(Ledger ledger) {
        return Arrays.stream(ledger.records()).mapToObj(ledger.flows()::recordId).toList();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    a correction of nothing           | C1>none             | C1
                    a correction of that              | C1>none C2>C1       | C1 C2
                    a correction of itself            | C1>C1               | C1
                    two that correct each other       | C1>C2 C2>C1         | C1 C2
                    a third that hangs on these       | C1>C2 C2>C1 C3>C2   | C1 C2 C3
                    a chain of those                  | C1>C1 C2>C1 C3>C2   | C1 C2 C3
                    two that replace the same         | C1>R8 C2>R8         | C1
                    what corrects the void one        | C1>R8 C2>R8 C3>C1   | C1 C3
                    """)
    void correctionsThatAreNotBelievedAreTold(String name, String corrections, String told) {
        SmallPackage files = SmallPackage.valid();
        for (String correction : corrections.split(" ", -1)) {
            String[] ends = correction.split(">", -1);
            String line = with("disposal", "corrects", ends[1]).replace("R99", ends[0]);
            files.append("flows.csv", line);
        }
        int first = SmallPackage.valid().rows("flows.csv");
        Ledger ledger = Ledger.of(PackageReader.read(files.write(folder)));
        assertThat(
                        ledger.problems().stream()
                                .map(p -> "C" + (p.row() - first))
                                .sorted()
                                .collect(Collectors.joining(" ")))
                .isEqualTo(told);
        ledger.problems().forEach(WrongRowsTest::assertWorded);
        boolean replaced = corrections.contains(">R8");
        assertThat(inForceOf(ledger).contains("R8")).isEqualTo(!replaced);
    }
}
