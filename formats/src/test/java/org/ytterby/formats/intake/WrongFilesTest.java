package org.ytterby.formats.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ytterby.formats.intake.WrongRowsTest.assertWorded;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ytterby.core.ledger.Declarations;
import org.ytterby.core.ledger.Ledger;
import org.ytterby.core.ledger.Problem;
import org.ytterby.formats.PackageSchema;
import org.ytterby.formats.TableSchema;
import org.ytterby.formats.testing.SmallPackage;

/// Files that are not as the contract wants them: what is wrong is told, what is right counts.
class WrongFilesTest {
    private static final String PLANS = "plans.csv";

    @TempDir Path folder;

    private Declarations read(SmallPackage files) {
        return PackageReader.read(files.write(folder));
    }

    private static List<String> told(Declarations declared) {
        declared.problems().forEach(WrongRowsTest::assertWorded);
        return declared.problems().stream()
                .map(p -> p.file() + ":" + p.row() + ":" + p.column())
                .toList();
    }

    @Test
    void everyMissingRequiredColumnIsTold() {
        for (TableSchema table : PackageSchema.standard().tables()) {
            SmallPackage files = SmallPackage.valid().put(table.path(), "note\nsomething\n");
            List<String> expected =
                    table.fields().stream()
                            .filter(field -> field.required())
                            .map(field -> table.path() + ":1:" + field.name())
                            .toList();
            List<String> told =
                    read(files).problems().stream()
                            .filter(p -> p.file().equals(table.path()) && p.row() == 1)
                            .filter(p -> p.weight() == Problem.Weight.ERROR)
                            .map(p -> p.file() + ":1:" + p.column())
                            .toList();
            assertThat(told).containsExactlyElementsOf(expected);
        }
    }

    @Test
    void anOptionalColumnMayBeMissing() {
        SmallPackage files =
                SmallPackage.valid()
                        .put(
                                "permits.csv",
                                "permit,activity,from,facility\nM-1,mining,2015-01-01,MINE\n");
        Declarations declared = read(files);
        assertThat(declared.problems()).isEmpty();
        assertThat(declared.registry().permits()).hasSize(1);
    }

    @Test
    void anUnknownColumnIsOnlyANoteAndToldOnce() {
        SmallPackage files =
                SmallPackage.valid()
                        .put(
                                "permits.csv",
                                """
                                facility,activity,permit,colour,from,until,
                                MINE,mining,M-1,red,2015-01-01,,
                                PLANT,mining,M-2,"blue, or
                                green",2015-01-01,,
                                """);
        Declarations declared = read(files);
        assertThat(declared.problems()).hasSize(1);
        Problem note = declared.problems().getFirst();
        assertThat(note.weight()).isEqualTo(Problem.Weight.NOTE);
        assertThat(note.column()).isEqualTo("colour");
        assertThat(note.row()).isEqualTo(1);
        assertThat(note.problemZh()).matches(".*\\p{IsHan}.*");
        assertThat(declared.registry().permits()).hasSize(2);
    }

    @Test
    void ofAColumnThatComesTwiceTheFirstIsUsed() {
        SmallPackage files =
                SmallPackage.valid()
                        .put(
                                "permits.csv",
                                "facility,activity,permit,from,permit\nMINE,mining,M-1,2015-01-01,M-2\n");
        Declarations declared = read(files);
        assertThat(told(declared)).containsExactly("permits.csv:1:permit");
        assertThat(declared.registry().permits().getFirst().permit()).isEqualTo("M-1");
    }

    @Test
    void aRowWithACellTooManyIsLeftOut() {
        SmallPackage files =
                SmallPackage.valid().append(PLANS, "P9,2019,1,mining,rock,BUY,1,200,2019-01-01,");
        Declarations declared = read(files);
        assertThat(declared.problems()).extracting(Problem::row).containsOnly(5);
        assertThat(declared.entitlements().plans()).hasSize(3);
    }

    @Test
    void emptyCellsBeyondTheHeaderAreNothing() {
        SmallPackage files =
                SmallPackage.valid().append(PLANS, "P9,2019,1,mining,rock,BUY,1,2019-01-01,,,,");
        Declarations declared = read(files);
        assertThat(declared.problems()).isEmpty();
        assertThat(declared.entitlements().plans()).hasSize(4);
    }

    @Test
    void aShortRowLacksItsLastCells() {
        SmallPackage files =
                SmallPackage.valid()
                        .append(PLANS, "P9,2019,1,mining,rock,BUY,1,2019-01-01\nP10,2019,1,mining");
        Declarations declared = read(files);
        assertThat(told(declared))
                .containsExactly(
                        "plans.csv:6:holder", "plans.csv:6:tonnes_reo", "plans.csv:6:issued_on");
        assertThat(declared.entitlements().plans()).hasSize(4);
    }

    @Test
    void aFileThatEndsWithinARowIsCutOff() {
        SmallPackage files = SmallPackage.valid();
        String cut = files.text("flows.csv") + "R99,disposal,2019-01-29,,,PLANT,out,O1,nd,12";
        Declarations declared = read(files.put("flows.csv", cut));
        assertThat(told(declared)).containsExactly("flows.csv:22:");
        assertThat(Ledger.of(declared).flows().lineCount()).isEqualTo(19);
    }

    @Test
    void aLastRowWithoutLineEndIsWhole() {
        SmallPackage files = SmallPackage.valid();
        String whole = files.text("flows.csv").stripTrailing();
        Declarations declared = read(files.put("flows.csv", whole));
        assertThat(declared.problems()).isEmpty();
    }

    @Test
    void aMissingClosingQuoteIsToldAtItsRow() {
        SmallPackage files =
                SmallPackage.valid().replace("flows.csv", ",INV-1,5000.5,", ",\"INV-1,5000.5,");
        Declarations declared = read(files);
        assertThat(told(declared)).contains("flows.csv:5:");
        assertThat(inForce(declared)).containsExactly("R1", "R2", "R3");
    }

    @Test
    void aMissingClosingQuoteThatTheNextRowClosesIsToldAtItsRow() {
        SmallPackage files =
                SmallPackage.valid()
                        .replace("flows.csv", ",INV-1,5000.5,", ",\"INV-1,5000.5,")
                        .replace("flows.csv", ",MINE,,INV-1,", ",MINE,,\"INV-1\",");
        Declarations declared = read(files);
        assertThat(told(declared)).contains("flows.csv:5:");
        assertThat(inForce(declared)).doesNotContain("R4", "R5").contains("R1", "R2", "R3");
    }

    @Test
    void textAfterAClosingQuoteBelongsToTheCell() {
        SmallPackage files =
                SmallPackage.valid().replace("flows.csv", ",INV-1,5000.5,", ",\"INV\"-1,5000.5,");
        Declarations declared = read(files);
        assertThat(declared.problems()).isEmpty();
        assertThat(inForce(declared)).isEqualTo(inForce(read(SmallPackage.valid())));
    }

    private static List<String> inForce(Declarations declared) {
        Ledger ledger = Ledger.of(declared);
        return Arrays.stream(ledger.records()).mapToObj(ledger.flows()::recordId).sorted().toList();
    }

    /// Ways to write the same file.
    enum Spelling {
        BYTE_ORDER_MARK {
            @Override
            byte[] of(String text) {
                return ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8);
            }
        },
        CARRIAGE_RETURNS {
            @Override
            byte[] of(String text) {
                return text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
            }
        },
        OLD_MAC {
            @Override
            byte[] of(String text) {
                return text.replace('\n', '\r').getBytes(StandardCharsets.UTF_8);
            }
        },
        UTF_16 {
            @Override
            byte[] of(String text) {
                return text.getBytes(StandardCharsets.UTF_16);
            }
        },
        QUOTED {
            @Override
            byte[] of(String text) {
                return text.replaceAll("(?m)([^,\n]+)", "\"$1\"").getBytes(StandardCharsets.UTF_8);
            }
        };

        abstract byte[] of(String text);
    }

    @ParameterizedTest
    @EnumSource
    void theSameFileSpeltOtherwiseIsTheSame(Spelling spelling) {
        SmallPackage files = SmallPackage.valid();
        List<String> expected = inForce(read(files));
        for (String file : List.copyOf(files.files().keySet())) {
            files.put(file, spelling.of(files.text(file)));
        }
        Declarations declared = read(files);
        assertThat(declared.problems()).isEmpty();
        assertThat(inForce(declared)).isEqualTo(expected);
    }

    @Test
    void bytesThatAreNotUtf8SpoilTheirRow() {
        for (Charset charset : List.of(StandardCharsets.ISO_8859_1, Charset.forName("GB18030"))) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            bytes.writeBytes(
                    SmallPackage.valid().text("parties.csv").getBytes(StandardCharsets.UTF_8));
            bytes.writeBytes("P9,Caf\u00e9,,foreign,\nP10,Plain,,foreign,\n".getBytes(charset));
            Declarations declared =
                    read(SmallPackage.valid().put("parties.csv", bytes.toByteArray()));
            assertThat(told(declared)).containsExactly("parties.csv:6:name");
            assertThat(declared.registry().parties()).hasSize(5);
        }
    }

    @Test
    void aRequiredFileWithoutARowIsTold() {
        Declarations declared = read(SmallPackage.valid().put("flows.csv", ""));
        assertThat(told(declared)).containsExactly("flows.csv:1:");
    }

    @Test
    void aFileOfAHeaderOnlyIsAnEmptyTable() {
        SmallPackage files = SmallPackage.valid();
        for (String file : List.copyOf(files.files().keySet())) {
            files.put(file, files.text(file).lines().findFirst().orElseThrow());
        }
        Declarations declared = read(files);
        assertThat(declared.problems()).isEmpty();
        assertThat(declared.flows().recordCount()).isZero();
    }

    @Test
    void nulBytesAreToldByTheirCell() {
        Declarations declared =
                read(
                        SmallPackage.valid()
                                .append(PLANS, "P9,20\u000019,,mining,,BUY,1,2019-01-01,"));
        assertThat(told(declared)).containsExactly("plans.csv:5:year");
        byte[] zeros = new byte[4096];
        assertThat(read(SmallPackage.valid().put(PLANS, zeros)).problems())
                .extracting(Problem::weight)
                .contains(Problem.Weight.ERROR);
    }

    @Test
    void aHeaderOfAHundredThousandColumnsIsRefused() {
        String wide = "plan" + ",x".repeat(100_000) + "\n";
        assertThat(told(read(SmallPackage.valid().put(PLANS, wide))))
                .containsExactly("plans.csv:1:");
    }

    @Test
    void aRowOfAMillionCellsIsLeftOutAndItsNeighboursAreKept() {
        SmallPackage files =
                SmallPackage.valid()
                        .append(PLANS, "P8,2019,1,mining,rock,BUY,1,2019-01-01,")
                        .append(PLANS, "P9" + ",x".repeat(999_999))
                        .append(PLANS, "P10,2019,1,mining,rock,BUY,1,2019-01-01,");
        Declarations declared = read(files);
        assertThat(declared.problems()).extracting(Problem::row).containsOnly(6);
        assertThat(declared.problems()).anyMatch(p -> p.problem().contains("1000000 cells"));
        assertThat(declared.entitlements().plans()).hasSize(5);
    }

    @Test
    void aRowOfTenMillionCellsEndsTheTable() {
        SmallPackage files = SmallPackage.valid().append(PLANS, "P9" + ",".repeat(10_000_000));
        Declarations declared = read(files);
        assertThat(told(declared)).containsExactly("plans.csv:5:");
        assertThat(declared.entitlements().plans()).hasSize(3);
    }

    @Test
    void whatCannotBeSeenInACellIsShown() {
        Declarations declared =
                read(
                        SmallPackage.valid()
                                .append(PLANS, "P9,20\u001b[2J19,,mining,,BUY,1,2019-01-01,"));
        assertThat(declared.problems())
                .extracting(Problem::value)
                .containsExactly("20\\u001b[2J19");
    }

    @Test
    void aCellOfTwoMillionCharactersEndsTheTable() {
        SmallPackage files =
                SmallPackage.valid().append(PLANS, "P9" + "x".repeat(2_000_000) + ",2019");
        Declarations declared = read(files);
        assertThat(told(declared)).containsExactly("plans.csv:5:");
        assertThat(declared.entitlements().plans()).hasSize(3);
    }

    @Test
    void aLongValueIsShortened() {
        Declarations declared =
                read(
                        SmallPackage.valid()
                                .append(
                                        PLANS,
                                        "P9," + "9".repeat(500) + ",,mining,,BUY,1,2019-01-01,"));
        assertThat(declared.problems()).hasSize(1);
        Problem problem = declared.problems().getFirst();
        assertWorded(problem);
        assertThat(problem.value()).hasSize(201).endsWith("…");
    }
}
