package org.ytterby.server.planning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ytterby.core.ledger.entry.DeclaredRow;
import org.ytterby.core.plan.allocation.Allocation;
import org.ytterby.core.plan.allocation.PlanStage;
import org.ytterby.reports.plan.PlanSheets;
import org.ytterby.server.planning.Workbench.Worked;

/// Makes a publication of a draft, and the rows that its recipients are granted by.
final class PublicationMaker {
    private PublicationMaker() {}

    /// @throws IllegalArgumentException if the stages of the draft are of different years
    static Publication of(Draft draft, Worked worked, LocalDate today, Draft.Made made) {
        List<Publication.Recipient> recipients = new ArrayList<>();
        int year = 0;
        long total = 0;
        for (PlanStage stage : PlanStage.values()) {
            Allocation plan = worked.plan(stage).orElse(null);
            if (plan != null) {
                int of = plan.request().policy().year();
                if (year != 0 && year != of) {
                    throw new IllegalArgumentException(
                            "the stages of a publication are of one year, not of %d and %d / 一次公布的各环节须为同一年度，现有 %d 和 %d"
                                    .formatted(year, of, year, of));
                }
                year = of;
                total += plan.placedT();
                for (Allocation.Row row : plan.rows()) {
                    recipients.add(recipient(draft, plan, row, recipients.size() + 1));
                }
            }
        }
        return new Publication(draft.id(), year, total, today, made, recipients);
    }

    private static Publication.Recipient recipient(
            Draft draft, Allocation plan, Allocation.Row row, int number) {
        PlanStage stage = plan.request().policy().stage();
        String party = row.applicant().id();
        boolean isGranted = row.tonnes() > 0;
        return new Publication.Recipient(
                stage.code(),
                party,
                row.tonnes(),
                isGranted ? plan(plan.request().policy().year(), stage, party) : "",
                isGranted ? "plan-%d-%d".formatted(draft.id(), number) : "",
                new Publication.Sheets(
                        PlanSheets.section(stage, plan, party, true),
                        PlanSheets.section(stage, plan, party, false)));
    }

    /// The id of the plan: the same for whatever draft, so that the ledger opens one account at
    /// most.
    private static String plan(int year, PlanStage stage, String party) {
        return "PLAN-%d-%s-%s".formatted(year, stage.code(), party);
    }

    /// The row that grants a plan.
    static DeclaredRow row(Publication publication, Publication.Recipient recipient) {
        SortedMap<String, String> cells = new TreeMap<>();
        PlanStage stage = stage(recipient.stage());
        cells.put("plan", recipient.plan());
        cells.put("year", Integer.toString(publication.year()));
        cells.put("kind", stage.kind().code());
        String ore = ore(stage);
        if (!ore.isEmpty()) {
            cells.put("ore_type", ore);
        }
        cells.put("holder", recipient.party());
        cells.put("tonnes_reo", Long.toString(recipient.tonnes()));
        cells.put("issued_on", publication.issuedOn().toString());
        return new DeclaredRow("plans", cells);
    }

    private static PlanStage stage(String code) {
        for (PlanStage stage : PlanStage.values()) {
            if (stage.code().equals(code)) {
                return stage;
            }
        }
        throw new IllegalStateException("no stage " + code);
    }

    private static String ore(PlanStage stage) {
        return switch (stage) {
            case ROCK_MINING -> "rock";
            case IONIC_MINING -> "ionic";
            case SEPARATION -> "";
        };
    }
}
