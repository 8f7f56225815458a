package org.ytterby.reports.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.ytterby.reports.paper.Paper.Label;
import org.ytterby.reports.paper.PaperTable.Cell;

class PaperTest {
    private static final Label LABEL = new Label("计划依据", "台账位置 7", "2026-01-31");

    private static Paper written(boolean zh, int rows) {
        Paper paper = new Paper(zh);
        paper.title("示例稀土 & Example");
        paper.heading("五、目标值");
        paper.paragraph("ρ = b · (1 + β · (s − s̄)); δ⁺ ≥ λ");
        PaperTable table =
                new PaperTable(List.of(new Cell("条件", false, false), new Cell("吨", true, false)));
        for (int k = 1; k <= rows; k++) {
            table.row(
                    List.of(
                            new Cell("第 " + k + " 行", false, k % 2 == 0),
                            new Cell(Integer.toString(1000 + k), true, false)));
        }
        paper.table(table);
        return paper;
    }

    private static String text(byte[] file) throws IOException {
        try (PDDocument document = Loader.loadPDF(file)) {
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    void chineseLatinAndGreekAreReadBack() throws IOException {
        assertThat(text(written(true, 3).file(LABEL)))
                .contains("示例稀土 & Example", "五、目标值", "第 3 行", "1003", "第 1 页，共 1 页")
                .contains("ρ = b · (1 + β · (s – s", "≥ λ", "台账位置 7");
    }

    @Test
    void theHeadOfATableStandsOnEveryPage() throws IOException {
        byte[] file = written(false, 120).file(LABEL);
        try (PDDocument document = Loader.loadPDF(file)) {
            int pages = document.getNumberOfPages();
            assertThat(pages).isGreaterThan(2);
            assertThat(text(file).split("条件", -1)).hasSize(pages + 1);
            assertThat(text(file))
                    .contains("Page 1 of " + pages, "Page %d of %d".formatted(pages, pages));
        }
    }

    @Test
    void aFileSaysWhatItIsAndWhen() throws IOException {
        try (PDDocument document = Loader.loadPDF(written(true, 1).file(LABEL))) {
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("计划依据");
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("zh-CN");
            assertThat(document.getDocumentInformation().getCreationDate().toInstant())
                    .isEqualTo("2026-01-30T16:00:00Z");
        }
    }

    @Test
    void theSameWordsAreTheSameBytes() {
        assertThat(written(true, 9).file(LABEL)).isEqualTo(written(true, 9).file(LABEL));
        assertThat(written(true, 9).file(LABEL)).isNotEqualTo(written(true, 8).file(LABEL));
    }

    @Test
    void whatNoFaceHasIsSeenToBeMissing() throws IOException {
        Paper paper = new Paper(true);
        paper.paragraph("名\u0001称\ud83d\ude00");
        assertThat(text(paper.file(LABEL))).contains("名〓称〓");
    }

    @Test
    void linesAreNoWiderThanTheyMayBe() {
        Wrapping wrapping = new Wrapping(true);
        for (String text :
                List.of(
                        "按最大余数法取整，受上下限约束：与所有同类企业一样。",
                        "short words and averyveryverylongwordthatdoesnotfitintoonelineatall",
                        "")) {
            List<String> lines = wrapping.lines(text, Style.TEXT, 80);
            assertThat(lines)
                    .isNotEmpty()
                    .allSatisfy(line ->
                            assertThat(Line.width(line, Style.TEXT)).isLessThanOrEqualTo(80));
            assertThat(String.join("", lines).replace(" ", "")).isEqualTo(text.replace(" ", ""));
        }
    }
}
