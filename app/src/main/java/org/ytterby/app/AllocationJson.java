package org.ytterby.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ytterby.core.plan.allocation.Allocation;
import org.ytterby.core.plan.allocation.LinkedAllocator.Linked;
import org.ytterby.core.plan.allocation.Outcome;
import org.ytterby.core.plan.allocation.PlanStage;
import org.ytterby.core.plan.allocation.Relaxation;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Prints an allocation, or why there is none, for a program.
final class AllocationJson {
    private static final JsonMapper JSON = JsonMapper.shared();

    private AllocationJson() {}

    static void print(Linked outcome, Path folder, PrintWriter out) {
        ObjectNode root = JSON.createObjectNode();
        switch (outcome) {
            case Linked.Planned planned -> {
                root.put("planned", true);
                ArrayNode stages = root.putArray("stages");
                planned.plans().forEach((stage, plan) -> stage(stages.addObject(), stage, plan));
                root.put("folder", folder.toString());
            }
            case Linked.Contradicted(PlanStage stage, Outcome.Contradicted gap) -> {
                root.put("planned", false);
                root.put("stage", stage.code());
                root.put("gap_t", gap.gapT());
                ArrayNode gaps = root.putArray("gaps");
                gap.gaps()
                        .forEach(g ->
                                gaps.addObject()
                                        .put("group", g.group())
                                        .put("kind", g.kind().name().toLowerCase(Locale.ROOT))
                                        .put("asked_t", g.askedT())
                                        .put("room_t", g.roomT())
                                        .put("gap_t", g.tonnes()));
                relaxations(root.putArray("relaxations"), gap.relaxations());
                root.put("unplaced_t", gap.unplacedT());
            }
            case Linked.Unfed(Map<String, Long> missing) -> {
                root.put("planned", false);
                root.put("stage", PlanStage.SEPARATION.code());
                ObjectNode holders = root.putObject("missing_feed_t");
                missing.forEach(holders::put);
            }
        }
        out.println(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root));
    }

    private static void stage(ObjectNode node, PlanStage stage, Allocation plan) {
        node.put("stage", stage.code());
        node.put("year", plan.request().policy().year());
        node.put("total_t", plan.request().policy().totalT());
        node.put("placed_t", plan.placedT());
        node.put("held_t", plan.heldT());
        node.put("level", plan.levels().getFirst().value());
        node.put("mean_score", plan.meanScore());
        relaxations(node.putArray("relaxations"), plan.relaxations());
        ArrayNode rows = node.putArray("enterprises");
        for (Allocation.Row row : plan.rows()) {
            rows.addObject()
                    .put("enterprise", row.applicant().id())
                    .put("tonnes", row.tonnes())
                    .put("last_year_t", row.bounds().lastYearT())
                    .put("eligible", row.grounds().isEligible())
                    .put("score", row.grounds().score().total())
                    .put("binding", row.binding().name().toLowerCase(Locale.ROOT));
        }
    }

    private static void relaxations(ArrayNode array, List<Relaxation> relaxations) {
        for (Relaxation r : relaxations) {
            array.addObject()
                    .put("step", r.step().code())
                    .put("from", r.from())
                    .put("to", r.to())
                    .put("gap_before_t", r.gapBeforeT())
                    .put("gap_after_t", r.gapAfterT());
        }
    }
}
