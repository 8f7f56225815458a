package org.ytterby.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.ytterby.formats.AllocationTemplate;
import org.ytterby.server.identity.Role;

/// Why a plan is so, as a file: of a draft. Published ones are read in [PlanningPagesIT].
@ExtendWith(ExampleService.class)
class WhyPaperIT {
    private static final String FIRM = "91000000MA0009901X";

    private static TestService service;

    @BeforeAll
    static void people(TestService loaded) throws Exception {
        service = loaded;
        service.person("paper-planner", "authority", Role.PLAN_OFFICER);
        service.person("paper-firm", FIRM, Role.ENTERPRISE_REPORTER);
    }

    /// What a file says, which is the same whenever it is asked for.
    static String text(Browser reader, String path) throws Exception {
        HttpResponse<byte[]> file = reader.file(path);
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("content-type")).contains("application/pdf");
        assertThat(reader.file(path).body()).isEqualTo(file.body());
        try (PDDocument document = Loader.loadPDF(file.body())) {
            assertThat(document.getDocumentInformation().getTitle()).isNotBlank();
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    /// @return address of a draft of the template
    private static String draft(Browser planner) throws Exception {
        Path file = Files.createTempFile("template", ".xlsx");
        AllocationTemplate.write(file, true);
        byte[] template = Files.readAllBytes(file);
        Files.delete(file);
        return planner.upload(
                        "/planning/drafts",
                        "/planning/drafts",
                        "workbook",
                        template,
                        "title",
                        "Draft on paper")
                .uri()
                .getPath();
    }

    @Test
    void theSheetOfADraftIsAFileInBothLanguages() throws Exception {
        try (Browser planner = Browser.signedIn(service, "paper-planner");
                Browser firm = Browser.signedIn(service, "paper-firm")) {
            String draft = draft(planner);
            String of = "?stage=rock_mining&party=" + FIRM;
            assertThat(planner.get(draft + "/why" + of).body()).contains("in=zh", "in=en");
            String at = draft + "/why.pdf" + of;
            assertThat(text(planner, at + "&in=en"))
                    .contains("Dawn Mine One (example)", FIRM, "not published: it binds nobody")
                    .contains("1. Conditions", "λ =", "rank ", "Page 1 of ", "SHA-256 ")
                    .contains("one more", "as of ledger position")
                    .contains("Order 71");
            assertThat(text(planner, at + "&in=zh").replace(" ", ""))
                    .contains("计划依据：岩矿型稀土开采", "一、准入条件", "尚未公布")
                    .contains("第1页，共", "截至台账位置", "第71号令");
            assertThat(planner.get(draft + "/why.pdf?stage=rock_mining&party=nobody").statusCode())
                    .isEqualTo(404);
            assertThat(firm.get(at).statusCode()).as("drafts are the planners'").isEqualTo(403);
        }
    }
}
