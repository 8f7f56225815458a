package org.ytterby.server.desk.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
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
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.ytterby.core.ledger.entry.Refusal;
import org.ytterby.core.plan.PlanUse;
import org.ytterby.core.proof.Receipt;
import org.ytterby.core.supervision.Reconciliation;
import org.ytterby.core.supervision.Text;
import org.ytterby.formats.intake.PackageUnreadable;
import org.ytterby.server.analysis.Scope;
import org.ytterby.server.analysis.View;
import org.ytterby.server.desk.PageController;
import org.ytterby.server.identity.Allowed;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.identity.Right;
import org.ytterby.server.identity.Role;
import org.ytterby.server.ledger.PackageIntake;
import org.ytterby.server.proof.Receipts;
import org.ytterby.server.web.Language;

/// What an enterprise reports and has: handing in, receipts, own stock and plan, own findings.
@PageController
@RequestMapping("/ledger")
class LedgerPages {
    private static final int STOCKS = 50;

    private final PackageIntake packages;
    private final Receipts receipts;

    LedgerPages(PackageIntake packages, Receipts receipts) {
        this.packages = packages;
        this.receipts = receipts;
    }

    /// A plan of the own organisation.
    public record PlanRow(int year, String kind, String granted, String used, String left) {
        static PlanRow of(PlanUse use, Language language) {
            return new PlanRow(
                    use.year(),
                    use.kind().code(),
                    language.mass(use.grantedKg()),
                    language.mass(use.usedKg(), use.usedSigmaKg()),
                    language.mass(use.remainingKg()));
        }
    }

    /// What was found about the own organisation.
    public record Found(String severity, String rule, String sentence, List<String> benign) {}

    @Allowed(Right.DECLARE)
    @GetMapping
    String mine(Model model, View view, Language language) {
        Scope scope = view.scope();
        Reconciliation answer = view.now().reconciliation();
        List<Stock> stocks = Stock.of(answer, scope, language);
        model.addAttribute("stocks", stocks.subList(0, Math.min(STOCKS, stocks.size())));
        model.addAttribute("stockCount", stocks.size());
        model.addAttribute("hasMonths", !MonthPages.facilities(view).isEmpty());
        model.addAttribute(
                "plans",
                answer.planUse().stream()
                        .filter(use -> scope.seesParty(view.registry(), use.holder()))
                        .map(use -> PlanRow.of(use, language))
                        .toList());
        model.addAttribute(
                "found",
                answer.findings().stream()
                        .filter(f -> scope.sees(view.registry(), f))
                        .map(f ->
                                new Found(
                                        f.severity().code(),
                                        f.rule().code(),
                                        language.sentence(f.message()),
                                        f.rule().benignCauses().stream()
                                                .map(language::say)
                                                .toList()))
                        .toList());
        return "ledger";
    }

    @Allowed(Right.DECLARE)
    @PostMapping(path = "/packages", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ModelAndView take(Caller caller, Language language, @RequestParam("package") MultipartFile file)
            throws IOException {
        if (file.isEmpty()) {
            throw new ResponseStatusException(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    language.pick("Choose a .zip or .xlsx file first.", "请先选择 .zip 或 .xlsx 文件。"));
        }
        ModelAndView page = new ModelAndView("handed-in");
        page.addObject("file", String.valueOf(file.getOriginalFilename()));
        try (InputStream body = file.getInputStream()) {
            PackageIntake.Outcome taken =
                    packages.take(caller.sender(Role.ADMINISTRATOR), null, body);
            page.addObject("taken", taken);
            page.addObject(
                    "refusals", taken.refusals().stream().map(r -> reason(r, language)).toList());
            page.setStatus(taken.isAccepted() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        } catch (PackageUnreadable e) {
            throw new ResponseStatusException(
                    HttpStatus.UNPROCESSABLE_CONTENT, language.say(words(e)), e);
        }
        return page;
    }

    private static Text words(PackageUnreadable e) {
        return new Text(e.wording().en(), e.wording().zh());
    }

    private static String reason(Refusal refusal, Language language) {
        return "%s: %s (%s)"
                .formatted(
                        refusal.subject(),
                        language.pick(refusal.code().en(), refusal.code().zh()),
                        refusal.value());
    }

    /// A receipt as a file, to be kept and checked without a network.
    @Allowed(Right.GET_RECEIPTS)
    @GetMapping(path = "/receipts/{position}")
    ResponseEntity<String> receipt(Caller caller, Language language, @PathVariable long position) {
        Receipt receipt =
                receipts.find(caller, position)
                        .orElseThrow(() ->
                                new ResponseStatusException(
                                        HttpStatus.NOT_FOUND,
                                        language.pick(
                                                "There is no such entry of yours, or the newest checkpoint does not cover it yet.",
                                                "没有本企业的该条目，或最新检查点尚未包含。")));
        return ResponseEntity.ok()
                .contentType(MediaType.TEXT_PLAIN)
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"%d.tlog-proof\"".formatted(position))
                .body(receipt.toString());
    }
}
