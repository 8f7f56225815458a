package org.ytterby.reports.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class PlanPaperTest {
    private static final PlanPaper.Head HEAD =
            new PlanPaper.Head("计划依据", List.of(List.of("状态", "已公布并下达")), "台账位置 7", "");

    private static String section(String name) {
        Html html = new Html();
        html.open("section", "zh");
        html.line("h1", "", name);
        html.line("h2", "", "岩矿型稀土开采");
        html.line("p", "big", "12,000 吨 REO");
        html.heading("一、准入条件");
        html.table(List.of("条件", "#数值"));
        html.row("采矿许可证", "#1");
        html.row("!不满足", "#–");
        html.endTable();
        html.close("section");
        return html.part();
    }

    private static String text(String section) throws IOException {
        try (PDDocument document = Loader.loadPDF(PlanPaper.of(section, true, HEAD))) {
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    void aSheetIsWordForWordOnPaper() throws IOException {
        assertThat(text(section("<b>甲 & \"乙\"</b>")))
                .contains("<b>甲 & \"乙\"</b>", "已公布并下达", "12,000 吨 REO")
                .contains("采矿许可证 1", "不满足 –", "台账位置 7");
    }

    @Test
    void whatXmlCannotSayDoesNotStopIt() throws IOException {
        assertThat(text(section("名\u0000称"))).contains("名〓称");
    }

    @Test
    void whatIsNoSheetIsRefused() {
        for (String wrong : List.of("", "<section>", "<section><script/></section>")) {
            assertThatThrownBy(() -> PlanPaper.of(wrong, true, HEAD))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
