package org.ytterby.server.desk.planning;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.ytterby.core.ledger.Printable;
import org.ytterby.core.ledger.Problem;
import org.ytterby.formats.AllocationTemplate;
import org.ytterby.formats.intake.PackageUnreadable;
import org.ytterby.server.analysis.View;
import org.ytterby.server.desk.PageController;
import org.ytterby.server.identity.Allowed;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.identity.Right;
import org.ytterby.server.planning.Draft;
import org.ytterby.server.planning.Drafts;
import org.ytterby.server.planning.Workbench;
import org.ytterby.server.web.Language;

/// Drafts of plans: handed in as a workbook, kept with who and when, and worked out.
@PageController
@RequestMapping("/planning")
class DraftPages {
    private static final int LISTED = 200;
    private static final int TITLE_MAX = 120;
    private static final int PROBLEMS = 500;
    private static final int SIZE_MAX = 32 << 20;
    private static final MediaType XLSX =
            MediaType.valueOf("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final Drafts drafts;
    private final Workbench workbench;
    private final DraftFinder finder;

    DraftPages(Drafts drafts, Workbench workbench, DraftFinder finder) {
        this.drafts = drafts;
        this.workbench = workbench;
        this.finder = finder;
    }

    /// A draft in the list.
    public record Row(
            long id, String title, String file, int changes, int errors, String who, String when) {
        static Row of(Draft draft, Language language) {
            return new Row(
                    draft.id(),
                    draft.title(),
                    draft.source().file(),
                    draft.changes().size(),
                    draft.errors(),
                    draft.made().person() + " · " + draft.made().organisation(),
                    language.moment(draft.made().atMicros()));
        }
    }

    @Allowed(Right.SEE_DRAFTS)
    @GetMapping("/drafts")
    String list(Model model, Caller caller, Language language) {
        show(model, caller, language);
        model.addAttribute("called", "");
        model.addAttribute("error", "");
        return "plan-drafts";
    }

    private void show(Model model, Caller caller, Language language) {
        model.addAttribute(
                "rows", drafts.list(LISTED).stream().map(d -> Row.of(d, language)).toList());
        model.addAttribute("mayPlan", Right.PLAN.isOf(caller));
    }

    /// Keeps a workbook as a draft, also one whose cells are wrong: its problems are then shown.
    @Allowed(Right.PLAN)
    @PostMapping(path = "/drafts", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ModelAndView take(
            Model model,
            Caller caller,
            Language language,
            @RequestParam(defaultValue = "") String title,
            @RequestParam("workbook") MultipartFile file)
            throws IOException {
        String called = Printable.of(title.strip(), TITLE_MAX);
        String name = Printable.of(String.valueOf(file.getOriginalFilename()), TITLE_MAX);
        String error = "";
        if (file.isEmpty() || called.isEmpty()) {
            error =
                    language.pick(
                            "Name the draft and choose a workbook (.xlsx).",
                            "请填写草案名称并选择工作簿（.xlsx）。");
        } else if (file.getSize() > SIZE_MAX) {
            error = language.pick("A workbook may have 32 MB.", "工作簿不得超过 32 MB。");
        } else {
            try {
                long id = workbench.take(caller, called, name, file.getBytes());
                return new ModelAndView("redirect:/planning/drafts/" + id);
            } catch (PackageUnreadable e) {
                error = language.pick(e.wording().en(), e.wording().zh());
            }
        }
        show(model, caller, language);
        ModelAndView page = new ModelAndView("plan-drafts", HttpStatus.UNPROCESSABLE_CONTENT);
        page.addAllObjects(model.asMap());
        page.addObject("called", called);
        page.addObject("error", error);
        return page;
    }

    @Allowed(Right.SEE_DRAFTS)
    @GetMapping("/drafts/{id}")
    String one(Model model, View view, Caller caller, Language language, @PathVariable String id) {
        Draft draft = finder.find(id, language);
        model.addAttribute("draft", Row.of(draft, language));
        model.addAttribute("parent", draft.parent());
        model.addAttribute("changes", draft.changes());
        model.addAttribute("mayPlan", Right.PLAN.isOf(caller));
        if (draft.errors() > 0) {
            List<Problem> problems = workbench.input(draft).errors();
            model.addAttribute(
                    "problems", problems.subList(0, Math.min(PROBLEMS, problems.size())));
            model.addAttribute("all", problems.size());
            return "plan-problems";
        }
        model.addAttribute(
                "outcome", OutcomeView.of(workbench.worked(draft), view.ledger(), language));
        return "plan-draft";
    }

    /// The workbook as it was handed in.
    @Allowed(Right.SEE_DRAFTS)
    @GetMapping("/drafts/{id}/workbook")
    ResponseEntity<byte[]> workbook(Caller caller, Language language, @PathVariable String id) {
        Draft draft = finder.find(id, language);
        return xlsx("draft-" + draft.id(), drafts.content(draft));
    }

    /// A workbook to begin with, with fictional firms.
    @Allowed(Right.SEE_DRAFTS)
    @GetMapping("/template")
    ResponseEntity<byte[]> template(Caller caller, Language language) throws IOException {
        Path folder = Files.createTempDirectory("ytterby-template");
        Path file = folder.resolve("template.xlsx");
        try {
            AllocationTemplate.write(file, language == Language.ZH);
            return xlsx("allocation-template", Files.readAllBytes(file));
        } finally {
            Files.deleteIfExists(file);
            Files.delete(folder);
        }
    }

    private static ResponseEntity<byte[]> xlsx(String name, byte[] content) {
        return ResponseEntity.ok()
                .contentType(XLSX)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"%s.xlsx\"".formatted(name))
                .body(content);
    }
}
