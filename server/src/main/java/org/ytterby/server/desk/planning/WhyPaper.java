package org.ytterby.server.desk.planning;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.plan.allocation.Allocation;
import org.ytterby.core.plan.allocation.PlanStage;
import org.ytterby.reports.plan.PlanPaper;
import org.ytterby.reports.plan.PlanSheets;
import org.ytterby.reports.plan.PlanWords;
import org.ytterby.server.desk.Basis;
import org.ytterby.server.ledger.LedgerReader;
import org.ytterby.server.ledger.PlanGrants;
import org.ytterby.server.planning.Draft;
import org.ytterby.server.planning.Drafts;
import org.ytterby.server.planning.OwnPlan;
import org.ytterby.server.planning.Publication;
import org.ytterby.server.planning.Publications;
import org.ytterby.server.web.Language;

/// Why a plan is as it is, as a file: the sheet of the page, whose it is, its law, and what it
/// rests on. Whoever asks for one must have been allowed to read that sheet.
@Component
class WhyPaper {
    private static final List<String> DUTIES = List.of("plan");

    private final Drafts drafts;
    private final Publications publications;
    private final PlanGrants grants;
    private final LedgerReader ledger;

    WhyPaper(Drafts drafts, Publications publications, PlanGrants grants, LedgerReader ledger) {
        this.drafts = drafts;
        this.publications = publications;
        this.grants = grants;
        this.ledger = ledger;
    }

    /// Which sheet.
    ///
    /// @param party id of the enterprise
    record Asked(PlanStage stage, int year, String party, Language language) {
        private String title() {
            return language.pick("Why this plan: %s, %d, %s", "计划依据：%s，%d 年度，%s")
                    .formatted(language.say(PlanWords.of(stage)), year, party);
        }

        private String fileName() {
            return "plan-%d-%s-%s-%s"
                    .formatted(
                            year,
                            stage.code(),
                            party.replaceAll("[^A-Za-z0-9_-]", "_"),
                            language.code());
        }
    }

    /// The sheet of a draft: as it was published where it was, else as it comes out now.
    ///
    /// @param position of the ledger that the question is answered from
    ResponseEntity<byte[]> ofDraft(Draft draft, Asked asked, Allocation plan, long position) {
        Optional<Publication> published = publications.find(draft.id());
        Optional<Publication.Recipient> recipient =
                published.stream()
                        .flatMap(p -> p.recipients().stream())
                        .filter(r ->
                                r.party().equals(asked.party)
                                        && r.stage().equals(asked.stage.code()))
                        .findFirst();
        return recipient
                .map(r -> ofPublished(own(published.orElseThrow(), r), asked))
                .orElseGet(() -> unpublished(draft, asked, plan, position));
    }

    private static OwnPlan own(Publication of, Publication.Recipient recipient) {
        return new OwnPlan(
                of.draft(),
                recipient.stage(),
                of.year(),
                of.issuedOn(),
                recipient.tonnes(),
                recipient.plan(),
                recipient.why());
    }

    private ResponseEntity<byte[]> unpublished(
            Draft draft, Asked asked, Allocation plan, long position) {
        Language language = asked.language;
        List<List<String>> facts = new ArrayList<>();
        facts.add(
                List.of(
                        language.pick("State", "状态"),
                        language.pick(
                                        "Draft %d, not published: it binds nobody",
                                        "草案 %d，尚未公布，不具约束力")
                                .formatted(draft.id())));
        facts.add(
                List.of(
                        language.pick("Made", "编制"),
                        draft.made().person()
                                + " · "
                                + draft.made().organisation()
                                + language.pick(", ", "，")
                                + language.moment(draft.made().atMicros())));
        law(facts, draft.made().atMicros(), language);
        String footer =
                language.pick(
                                "Draft %d; workbook %s, SHA-256 %s; as of ledger position %d",
                                "草案 %d；工作簿 %s，SHA-256 %s；截至台账位置 %d")
                        .formatted(
                                draft.id(),
                                draft.source().file(),
                                digest(drafts.content(draft)),
                                position);
        return file(
                PlanSheets.section(asked.stage, plan, asked.party, language == Language.ZH),
                asked,
                new PlanPaper.Head(asked.title(), facts, footer, ""));
    }

    /// The sheet that was published with a plan.
    ResponseEntity<byte[]> ofPublished(OwnPlan plan, Asked asked) {
        Language language = asked.language;
        Optional<PlanGrants.Granting> granting =
                plan.plan().isEmpty() ? Optional.empty() : grants.granting(plan.plan());
        String section = language == Language.ZH ? plan.why().zh() : plan.why().en();
        return file(
                section,
                asked,
                new PlanPaper.Head(
                        asked.title(),
                        facts(plan, granting.isPresent(), language),
                        footer(
                                plan,
                                granting,
                                digest(section.getBytes(StandardCharsets.UTF_8)),
                                language),
                        plan.issuedOn().toString()));
    }

    private List<List<String>> facts(OwnPlan plan, boolean isGranted, Language language) {
        List<List<String>> facts = new ArrayList<>();
        facts.add(List.of(language.pick("State", "状态"), state(plan, isGranted, language)));
        if (!plan.plan().isEmpty()) {
            facts.add(List.of(language.pick("Plan", "计划编号"), plan.plan()));
        }
        long issued = micros(plan.issuedOn());
        facts.add(List.of(language.pick("Issued", "下达日期"), language.date(issued)));
        law(facts, issued, language);
        return facts;
    }

    private static String state(OwnPlan plan, boolean isGranted, Language language) {
        if (plan.plan().isEmpty()) {
            return language.pick("Published: no plan", "已公布：不予下达");
        }
        return isGranted
                ? language.pick("Published and granted", "已公布并下达")
                : language.pick("Published, waits for the second person", "已提出，待第二人批准");
    }

    private static String footer(
            OwnPlan plan,
            Optional<PlanGrants.Granting> granting,
            String digest,
            Language language) {
        String sheet =
                language.pick("Sheet of draft %d, SHA-256 %s", "草案 %d 的计划依据，SHA-256 %s")
                        .formatted(plan.draft(), digest);
        return granting.map(g ->
                        language.pick("Ledger position %d, leaf %s; ", "台账位置 %d，叶哈希 %s；")
                                .formatted(g.position(), g.leaf()))
                        .orElse("")
                + sheet;
    }

    private void law(List<List<String>> facts, long micros, Language language) {
        for (Basis basis : Basis.duties(ledger.law(), DUTIES, micros, language)) {
            facts.add(
                    List.of(
                            language.pick("Law", "依据"),
                            basis.law()
                                    + language.pick(": ", "：")
                                    + basis.says()
                                    + (basis.isSecondary()
                                            ? language.pick(
                                                    " (read in a copy of the press)", "（引自媒体转载件）")
                                            : "")));
        }
    }

    private static long micros(LocalDate day) {
        return LedgerTime.parseDate(day.toString()).orElseThrow();
    }

    private static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static ResponseEntity<byte[]> file(String section, Asked asked, PlanPaper.Head head) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "inline; filename=\"%s.pdf\"".formatted(asked.fileName()))
                .body(PlanPaper.of(section, asked.language == Language.ZH, head));
    }
}
