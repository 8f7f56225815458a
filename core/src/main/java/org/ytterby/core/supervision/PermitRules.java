package org.ytterby.core.supervision;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ytterby.core.balance.Estimate;
import org.ytterby.core.balance.LineSum;
import org.ytterby.core.ledger.Activity;
import org.ytterby.core.ledger.Direction;
import org.ytterby.core.ledger.FlowTable;
import org.ytterby.core.ledger.FlowType;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.ledger.Span;
import org.ytterby.core.material.ProductStage;

/// unlicensed-extraction, unlicensed-separation: production without a permit valid at that time.
final class PermitRules {
    private record Month(int facility, int month) implements Comparable<Month> {
        @Override
        public int compareTo(Month other) {
            int byFacility = Integer.compare(facility, other.facility);
            return byFacility != 0 ? byFacility : Integer.compare(month, other.month);
        }
    }

    private final Scene scene;
    private final FlowTable flows;

    PermitRules(Scene scene) {
        this.scene = scene;
        flows = scene.flows();
    }

    List<Reasoned> findings() {
        Map<Month, List<Integer>> extraction = new TreeMap<>();
        Map<Month, List<Integer>> separation = new TreeMap<>();
        for (int r : scene.ledger().records()) {
            if (flows.type(r) == FlowType.EXTRACTION && !isPermitted(r, Activity.MINING)) {
                collect(r, extraction, false);
            }
            if (flows.type(r) == FlowType.PROCESSING && !maySeparate(r)) {
                collect(r, separation, true);
            }
        }
        List<Reasoned> findings = new ArrayList<>();
        extraction.forEach((month, lines) ->
                findings.add(
                        finding(
                                Rule.UNLICENSED_EXTRACTION,
                                month,
                                lines,
                                new Text("was mined without a mining permit", "无采矿许可开采"))));
        separation.forEach((month, lines) ->
                findings.add(
                        finding(
                                Rule.UNLICENSED_SEPARATION,
                                month,
                                lines,
                                new Text("was separated without a permit for it", "无冶炼分离许可生产"))));
        return findings;
    }

    private boolean isPermitted(int r, Activity activity) {
        return scene.registry().isPermitted(flows.facility(r), activity, flows.timeMicros(r));
    }

    private boolean maySeparate(int r) {
        return isPermitted(r, Activity.SMELTING_SEPARATION)
                || (isPermitted(r, Activity.RECYCLING) && !usesPrimaryMaterial(r));
    }

    private boolean usesPrimaryMaterial(int r) {
        for (int line = flows.lineFrom(r); line < flows.lineTo(r); line++) {
            if (flows.direction(line) == Direction.IN
                    && scene.product(line).stage().isUnfractionated()) {
                return true;
            }
        }
        return false;
    }

    private void collect(int r, Map<Month, List<Integer>> months, boolean separatedOnly) {
        Month month = new Month(flows.facility(r), LedgerTime.monthOf(flows.timeMicros(r)));
        for (int line = flows.lineFrom(r); line < flows.lineTo(r); line++) {
            boolean made =
                    flows.direction(line) == Direction.OUT
                            && (!separatedOnly
                                    || scene.product(line).stage() == ProductStage.SEPARATED);
            if (made) {
                months.computeIfAbsent(month, _ -> new ArrayList<>()).add(line);
            }
        }
    }

    private Reasoned finding(Rule rule, Month month, List<Integer> lines, Text what) {
        LineSum sum = new LineSum(scene.model());
        lines.forEach(line -> sum.add(line, 1));
        Estimate reo = sum.reo();
        String place = scene.registry().facility(month.facility()).id();
        Text amount = Say.mass(reo.value(), reo.sigma()).then(" REO");
        return scene.draft(rule)
                .at(month.facility())
                .during(
                        new Span(
                                LedgerTime.startOfMonth(month.month()),
                                LedgerTime.startOfMonth(month.month() + 1)))
                .mass(reo)
                .restsOnLines(lines)
                .shows(() -> PermitWorking.of(scene, month.facility(), lines, reo))
                .says(
                        place
                                + ": "
                                + amount.en()
                                + " "
                                + what.en()
                                + " in "
                                + Say.month(month.month()),
                        place
                                + "："
                                + Say.month(month.month())
                                + " "
                                + what.zh()
                                + " "
                                + amount.zh())
                .reasoned();
    }
}
