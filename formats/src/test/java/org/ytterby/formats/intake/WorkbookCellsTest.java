package org.ytterby.formats.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ytterby.core.ledger.Declarations;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.ledger.Problem;
import org.ytterby.formats.PackageForm;
import org.ytterby.formats.testing.SmallPackage;
import org.ytterby.formats.testing.Workbooks;

/// Each case changes one cell, or one part, of a workbook that is otherwise right.
class WorkbookCellsTest {
    private static final String FLOWS = "xl/worksheets/sheet8.xml";

    /// Row 4 of the flows, the extraction R3.
    private static final String LOT = "<c r=\"H4\"[^>]*>.*?</c>";

    private static final String MASS = "<c r=\"J4\"[^>]*>.*?</c>";
    private static final String TIME = "<c r=\"C4\"[^>]*>.*?</c>";

    @TempDir Path folder;
    private Path workbook = Path.of("");

    @BeforeEach
    void writeTheSmallPackage() {
        workbook = folder.resolve("year.xlsx");
        Path csv = SmallPackage.valid().write(folder.resolve("csv"));
        assertThat(PackageConverter.convert(csv, workbook, PackageForm.XLSX)).isEmpty();
    }

    private Declarations withCell(String cell, String xml) {
        Workbooks.edit(
                workbook,
                FLOWS,
                sheet -> {
                    assertThat(sheet).containsPattern(cell);
                    return sheet.replaceFirst(cell, xml);
                });
        return PackageReader.read(workbook);
    }

    private static List<String> told(Declarations declared, Problem.Weight weight) {
        return declared.problems().stream()
                .filter(p -> p.weight() == weight)
                .map(p ->
                        "%s:%d %s '%s' %s"
                                .formatted(p.file(), p.row(), p.column(), p.value(), p.problem()))
                .toList();
    }

    private static long timeOfR3(Declarations declared) {
        return declared.flows().timeMicros(declared.flows().texts().records().find("R3"));
    }

    @Test
    void theWorkbookIsRight() {
        Declarations declared = PackageReader.read(workbook);
        assertThat(declared.problems()).isEmpty();
        assertThat(declared.flows().lineCount()).isEqualTo(19);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<c r='J4'><v>1000</v></c>",
                "<c r='J4'><v>1E+3</v></c>",
                "<c r='J4'><v>1000.0000000000001</v></c>",
                "<c r='J4' t='inlineStr'><is><t>1000</t></is></c>",
                "<c r='J4' t='inlineStr'><is><r><t>10</t></r><r><t>00</t></r><rPh><t>x</t></rPh></is></c>",
                "<c r='J4' t='str'><v>1000</v></c>",
                "<c><v>1000</v></c>"
            })
    void aMassIsReadHoweverItIsTyped(String xml) {
        Declarations declared = withCell(MASS, xml);
        assertThat(declared.problems()).isEmpty();
        int line = declared.flows().lineFrom(declared.flows().texts().records().find("R3"));
        assertThat(declared.flows().massMg(line)).isEqualTo(1_000_000_000L);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    <c r='J4' t='e'><v>#N/A</v></c>          | #N/A  | holds the error #N/A
                    <c r='J4' t='e'><f>1/0</f><v>#DIV/0!</v></c> | #DIV/0! | holds the error
                    <c r='J4'><f>B2*2</f></c>                | =B2*2 | no stored result
                    <c r='J4'><f>B2*2</f><v></v></c>         | =B2*2 | no stored result
                    <c r='J4' t='b'><v>1</v></c>             | TRUE  | not a mass
                    <c r='J4' s='4'><v>43470</v></c>         | 2019-01-05 | not a mass
                    <c r='J4'><v>-1</v></c>                  | -1    | negative
                    <c r='J4'><v>1.5E+300</v></c>            | 1.5E+300 | not a mass
                    """)
    void aMassThatIsNoneIsToldWithItsPlace(String xml, String value, String problem) {
        assertThat(told(withCell(MASS, xml), Problem.Weight.ERROR))
                .singleElement()
                .asString()
                .startsWith("flows:4 mass_kg '" + value + "' ")
                .contains(problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    <c r='H4'><v>1.23456789012346E+17</v></c> | 1.23456789012346E+17 | loses digits
                    <c r='H4'><v>1234567890123456</v></c>     | 1234567890123456 | loses digits
                    <c r='H4' s='4'><v>43470</v></c>          | 2019-01-05 | turned into a date
                    <c r='H4' t='b'><v>0</v></c>              | FALSE | turned into a truth value
                    <c r='H4' t='e'><v>#REF!</v></c>          | #REF! | holds the error
                    """)
    void anIdThatTheSpreadsheetSpoiledIsTold(String xml, String value, String problem) {
        assertThat(told(withCell(LOT, xml), Problem.Weight.ERROR))
                .first()
                .asString()
                .startsWith("flows:4 lot '" + value + "' ")
                .contains(problem);
    }

    @ParameterizedTest
    @CsvSource({"12345,12345", "12345.0,12345", "0.30000000000000004,0.3"})
    void anIdMayBeAShortNumber(String raw, String id) {
        Declarations declared = withCell(LOT, "<c r='H4'><v>" + raw + "</v></c>");
        assertThat(declared.problems()).isEmpty();
        assertThat(declared.flows().texts().lots().find(id)).isNotNegative();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    <c r='C4' s='4'><v>43470</v></c>              | 2019-01-05T12:00:00+08:00
                    <c r='C4' s='5'><v>43470</v></c>              | 2019-01-05T00:00:00+08:00
                    <c r='C4' s='5'><v>43470.333333333336</v></c> | 2019-01-05T08:00:00+08:00
                    <c r='C4' s='5'><v>43470.3333333</v></c>      | 2019-01-05T07:59:59.997+08:00
                    <c r='C4' s='4'><v>43470.5</v></c>            | 2019-01-05T12:00:00+08:00
                    <c r='C4' t='d'><v>2019-01-05</v></c>         | 2019-01-05T12:00:00+08:00
                    <c r='C4' t='d'><v>2019-01-05T08:00:00</v></c> | 2019-01-05T08:00:00+08:00
                    <c r='C4' t='inlineStr'><is><t>2019-01-05T00:00Z</t></is></c> | 2019-01-05T08:00:00+08:00
                    <c r='C4' s='4'><v>59</v></c>                 | 1900-02-28T12:00:00+08:00
                    <c r='C4' s='4'><v>61</v></c>                 | 1900-03-01T12:00:00+08:00
                    <c r='C4' s='4'><v>1</v></c>                  | 1900-01-01T12:00:00+08:00
                    """)
    void aTimeIsReadHoweverItIsTyped(String xml, String time) {
        Declarations declared = withCell(TIME, xml);
        assertThat(told(declared, Problem.Weight.ERROR)).isEmpty();
        assertThat(LedgerTime.format(timeOfR3(declared))).isEqualTo(time);
    }

    @ParameterizedTest
    @CsvSource({"60,4", "0.5,5", "-1,4", "2958466,4", "43470,0"})
    void aTimeThatIsNoneIsTold(String serial, int style) {
        String xml = "<c r='C4' s='" + style + "'><v>" + serial + "</v></c>";
        assertThat(told(withCell(TIME, xml), Problem.Weight.ERROR))
                .singleElement()
                .asString()
                .startsWith("flows:4 time '" + serial + "' ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+12345-01-01",
                "-0001-01-01",
                "0000-12-31T08:00:00",
                "+292279999-01-01T00:00:00",
                "+999999999-12-31T23:59:59"
            })
    void aTimeOfNoLedgersYearIsTold(String time) {
        String xml = "<c r='C4' t='d'><v>" + time + "</v></c>";
        assertThat(told(withCell(TIME, xml), Problem.Weight.ERROR))
                .singleElement()
                .asString()
                .startsWith("flows:4 time '" + time + "' no calendar has this day");
    }

    @Test
    void daysMayBeCountedFrom1904() {
        Workbooks.edit(
                workbook,
                "xl/workbook.xml",
                xml -> xml.replace("<bookViews>", "<workbookPr date1904='1'/><bookViews>"));
        Declarations declared = withCell(TIME, "<c r='C4' s='4'><v>42008</v></c>");
        assertThat(LedgerTime.format(timeOfR3(declared))).isEqualTo("2019-01-05T12:00:00+08:00");
    }

    @Test
    void aFormulaIsReadByItsStoredResultAndNoted() {
        Declarations declared = withCell(MASS, "<c r='J4'><f>500*2</f><v>1000</v></c>");
        assertThat(told(declared, Problem.Weight.ERROR)).isEmpty();
        assertThat(told(declared, Problem.Weight.NOTE))
                .singleElement()
                .asString()
                .startsWith("flows:4 mass_kg ")
                .contains("formulas");
    }

    @Test
    void mergedCellsAreToldWhereTheyHideAValue() {
        Workbooks.edit(
                workbook,
                FLOWS,
                xml ->
                        xml.replace(
                                "</sheetData>",
                                "</sheetData><mergeCells count='1'><mergeCell ref='A4:A5'/></mergeCells>"));
        assertThat(told(PackageReader.read(workbook), Problem.Weight.ERROR))
                .first()
                .asString()
                .startsWith("flows:5 record ")
                .contains("merged with A4");
    }

    private void addMerges(String... ranges) {
        StringBuilder merges = new StringBuilder("</sheetData><x:mergeCells xmlns:x='urn:any'>");
        for (String range : ranges) {
            merges.append("<x:mergeCell ref='").append(range).append("'/>");
        }
        Workbooks.edit(
                workbook, FLOWS, xml -> xml.replace("</sheetData>", merges + "</x:mergeCells>"));
    }

    @Test
    void rangesCountInAnyOrderAndUpToTheirLastRow() {
        addMerges("R9:R10", "H6:I6", "A3:A3", "D4:D3", "P4:P5");
        assertThat(told(PackageReader.read(workbook), Problem.Weight.ERROR))
                .filteredOn(error -> error.contains("merged with"))
                .extracting(error -> error.replaceFirst(" '.*merged with (\\w+),.*", " $1"))
                .containsExactly("flows:5 value P4", "flows:6 product H6", "flows:10 corrects R9");
    }

    @Test
    void rangesThatOverlapAreRefused() {
        addMerges("A4:B5", "B5:C6");
        assertThat(told(PackageReader.read(workbook), Problem.Weight.ERROR))
                .anyMatch(error -> error.contains("merged cells overlap at B5"));
    }

    @Test
    void aTextAboutMergedCellsMergesNone() {
        String text = "&lt;mergeCell ref='A4:A5'/&gt;<![CDATA[<mergeCell ref='A4:A5'/>]]>";
        Declarations declared =
                withCell(LOT, "<c r='H4' t='inlineStr'><is><t>" + text + "</t></is></c>");
        assertThat(told(declared, Problem.Weight.ERROR)).noneMatch(e -> e.contains("merged with"));
    }

    @Test
    void rangesAreFoundInUtf16Too() {
        addMerges("A4:A5");
        Map<String, byte[]> parts = Workbooks.parts(workbook);
        String sheet = new String(parts.getOrDefault(FLOWS, new byte[0]), StandardCharsets.UTF_8);
        parts.put(FLOWS, sheet.replace("UTF-8", "UTF-16").getBytes(StandardCharsets.UTF_16));
        Workbooks.write(workbook, parts);
        assertThat(told(PackageReader.read(workbook), Problem.Weight.ERROR))
                .first()
                .asString()
                .contains("merged with A4");
    }

    @Test
    void aRowOfTooMuchTextIsRefused() {
        String text = "<is><t>" + "long".repeat(1 << 18) + "</t></is>";
        StringBuilder cells = new StringBuilder();
        for (int i = 0; i < 17; i++) {
            cells.append("<c t='inlineStr'>").append(text).append("</c>");
        }
        Workbooks.edit(
                workbook,
                FLOWS,
                xml -> xml.replace("</sheetData>", "<row r='30'>" + cells + "</row></sheetData>"));
        Declarations declared = PackageReader.read(workbook);
        assertThat(told(declared, Problem.Weight.ERROR))
                .anyMatch(error -> error.contains("a row of over 16777216 characters"));
        assertThat(declared.flows().lineCount()).isEqualTo(19);
    }

    @Test
    void aWorkbookOfTooManyRelationsIsRefused() {
        Workbooks.edit(
                workbook,
                "xl/_rels/workbook.xml.rels",
                xml ->
                        xml.replace(
                                "</Relationships>",
                                IntStream.range(0, 20_001)
                                                .mapToObj(i -> "<Relationship Id='x" + i + "'/>")
                                                .collect(Collectors.joining())
                                        + "</Relationships>"));
        assertThat(refusal()).contains("relations");
    }

    @Test
    void blankRowsAndCellsBeyondTheHeaderLeaveNothingOut() {
        Workbooks.edit(
                workbook,
                FLOWS,
                xml ->
                        xml.replace(
                                "</sheetData>",
                                "<row r='900'/><row r='1000'><c r='A1000' s='3'/></row></sheetData>"));
        assertThat(PackageReader.read(workbook).problems()).isEmpty();
        Declarations declared = withCell("(<c r=\"J4\")", "<c r='Z4'><v>7</v></c>$1");
        assertThat(told(declared, Problem.Weight.NOTE))
                .singleElement()
                .asString()
                .contains("beyond the header");
        assertThat(told(declared, Problem.Weight.ERROR)).isEmpty();
    }

    @Test
    void sheetsAreFoundWhateverTheirCapitalsAndOthersAreNoted() {
        Workbooks.edit(
                workbook,
                "xl/workbook.xml",
                xml ->
                        xml.replace("name=\"flows\"", "state=\"hidden\" name=\" Flows \"")
                                .replace("name=\"methods\"", "name=\"my notes\""));
        Declarations declared = PackageReader.read(workbook);
        assertThat(declared.flows().recordCount()).isEqualTo(15);
        assertThat(told(declared, Problem.Weight.NOTE))
                .anyMatch(note -> note.startsWith("my notes:0 ") && note.contains("unknown sheet"))
                .anyMatch(note -> note.startsWith(" Flows :0 ") && note.contains("hidden"));
        assertThat(told(declared, Problem.Weight.ERROR))
                .allMatch(error -> error.contains("methods has no"));
    }

    @Test
    void twoSheetsOfOneTableAreRefused() {
        Workbooks.edit(
                workbook,
                "xl/workbook.xml",
                xml -> xml.replace("name=\"plans\"", "name=\"FLOWS\""));
        assertThat(refusal()).contains("two sheets are table flows");
    }

    private String refusal() {
        PackageUnreadable refusal =
                catchThrowableOfType(PackageUnreadable.class, () -> PackageReader.read(workbook));
        assertThat(refusal).isNotNull();
        assertThat(refusal.wording().zh()).matches("(?s).*\\p{IsHan}.*");
        return refusal.wording().en();
    }

    @Test
    void aMissingSheetIsNamedAsTheSheetItIs() {
        Workbooks.edit(
                workbook,
                "xl/workbook.xml",
                xml -> xml.replace("name=\"parties\"", "name=\"people\""));
        assertThat(refusal()).endsWith("parties missing");
    }

    @Test
    void anOldWorkbookIsNamedAsSuch() throws IOException {
        Files.write(workbook, new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0, 0, 0});
        assertThat(refusal()).contains(".xls workbook or has a password");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/hostname'>]>",
                "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'>]>"
            })
    void aDocumentTypeIsRefused(String type) {
        Workbooks.edit(workbook, FLOWS, xml -> xml.replaceFirst("<worksheet", type + "<worksheet"));
        assertThat(told(PackageReader.read(workbook), Problem.Weight.ERROR))
                .first()
                .asString()
                .startsWith("flows:")
                .contains("document type");
    }

    @Test
    void aSheetThatIsCutOffCountsUpToThere() {
        Workbooks.edit(workbook, FLOWS, xml -> xml.substring(0, xml.indexOf("<row r=\"10\">")));
        Declarations declared = PackageReader.read(workbook);
        assertThat(declared.flows().recordCount()).isEqualTo(6);
        assertThat(told(declared, Problem.Weight.ERROR))
                .anyMatch(error -> error.contains("cannot be read from here on"));
    }

    @Test
    void aSheetThatUnpacksWithoutEndIsStopped() {
        Workbooks.edit(workbook, "xl/worksheets/sheet4.xml", _ -> " ".repeat(8 << 20));
        Declarations declared = PackageReader.read(workbook);
        assertThat(told(declared, Problem.Weight.ERROR))
                .singleElement()
                .asString()
                .startsWith("permits:1 ")
                .contains("unpacks");
        assertThat(declared.flows().lineCount()).isEqualTo(19);
    }

    @Test
    void manyEscapedCharactersAreNoBomb() {
        String lot = "&amp;".repeat(200_000);
        Declarations declared =
                withCell(LOT, "<c r='H4' t='inlineStr'><is><t>" + lot + "</t></is></c>");
        assertThat(declared.problems()).isEmpty();
        assertThat(declared.flows().texts().lots().find("&".repeat(200_000))).isNotNegative();
    }
}
