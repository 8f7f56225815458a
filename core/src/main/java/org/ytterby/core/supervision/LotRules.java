package org.ytterby.core.supervision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.ytterby.core.balance.Estimate;
import org.ytterby.core.balance.MassSum;
import org.ytterby.core.genealogy.Births;
import org.ytterby.core.ledger.FlowTable;
import org.ytterby.core.ledger.FlowType;
import org.ytterby.core.ledger.Groups;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.ledger.Span;

/// lot-undeclared, lot-created-twice, lot-overdrawn, round-trip: lots that cannot be what they say.
final class LotRules {
    /// One movement of a lot in a facility, at the time that counts for it.
    private record Movement(int line, int sign, long micros) {}

    private final Scene scene;
    private final FlowTable flows;
    private final Groups lots;
    private final List<Reasoned> findings = new ArrayList<>();

    /// Lots in the facilities that held them, each by a line of the lot there.
    private final NumberedSubjects overdrawn =
            new NumberedSubjects(Rule.LOT_OVERDRAWN, this::overdraft);

    LotRules(Scene scene) {
        this.scene = scene;
        flows = scene.flows();
        lots = scene.ledger().linesByLot();
        for (int lot = 0; lot < lots.groupCount(); lot++) {
            if (lots.size(lot) == 0) {
                continue;
            }
            createdTwice(lot);
            roundTrip(lot);
            if (scene.births().isUndeclared(lot)) {
                undeclared(lot);
            } else {
                overdrawn(lot);
            }
        }
    }

    List<Reasoned> findings() {
        return findings;
    }

    Subjects subjects() {
        return overdrawn;
    }

    private void undeclared(int lot) {
        int facility = scene.facility(lots.get(lot, 0));
        double received = 0;
        double taken = 0;
        List<Integer> lines = new ArrayList<>();
        for (int i = 0; i < lots.size(lot); i++) {
            int line = lots.get(lot, i);
            lines.add(line);
            if (scene.facility(line) == facility) {
                boolean isReceipt = scene.ledger().type(line) == FlowType.RECEIPT;
                received += isReceipt ? scene.weighedKg(line) : 0;
                taken += scene.births().isTaking(line) ? scene.weighedKg(line) : 0;
            }
        }
        double kg = taken > 0 ? taken : received;
        String id = flows.lotId(lot);
        String place = scene.registry().facility(facility).id();
        findings.add(
                scene.draft(Rule.LOT_UNDECLARED)
                        .at(facility)
                        .lot(lot)
                        .during(spanOf(lines))
                        .mass(kg)
                        .restsOnLines(lines)
                        .shows(() ->
                                LotWorking.movements(
                                        scene,
                                        lines,
                                        new Text(
                                                "No line makes the lot; taken out where it was first seen: "
                                                        + Say.grams(kg).en(),
                                                "没有任何行生成该批次；首见场所发出和使用：" + Say.grams(kg).zh())))
                        .says(
                                "lot "
                                        + id
                                        + " ("
                                        + Say.mass(kg).en()
                                        + ", first seen at "
                                        + place
                                        + ") was used or sent on but never came into being",
                                "批次 "
                                        + id
                                        + "（"
                                        + Say.mass(kg).zh()
                                        + "，首见于 "
                                        + place
                                        + "）被使用或发出，却从未有来源申报")
                        .reasoned());
    }

    private Span spanOf(List<Integer> lines) {
        return new Span(
                scene.ledger().timeMicros(lines.getFirst()),
                scene.ledger().timeMicros(lines.getLast()));
    }

    private void createdTwice(int lot) {
        TreeSet<Integer> facilities = new TreeSet<>();
        boolean processed = false;
        boolean brought = false;
        double kg = 0;
        List<Integer> lines = new ArrayList<>();
        for (int i = 0; i < lots.size(lot); i++) {
            int line = lots.get(lot, i);
            Births.Kind kind = scene.births().kind(line);
            if (kind == Births.Kind.EXTRACTION
                    || kind == Births.Kind.IMPORT
                    || kind == Births.Kind.PROCESSING) {
                processed |= kind == Births.Kind.PROCESSING;
                brought |= kind != Births.Kind.PROCESSING;
                facilities.add(scene.facility(line));
                lines.add(line);
                kg += scene.weighedKg(line);
            }
        }
        if (facilities.size() < 2 && !(processed && brought)) {
            return;
        }
        String id = flows.lotId(lot);
        double sum = kg;
        findings.add(
                scene.draft(Rule.LOT_CREATED_TWICE)
                        .at(scene.facility(lines.getFirst()))
                        .lot(lot)
                        .during(spanOf(lines))
                        .mass(kg)
                        .restsOnLines(lines)
                        .shows(() ->
                                LotWorking.movements(
                                        scene,
                                        lines,
                                        new Text(
                                                "Each of these makes the lot; together "
                                                        + Say.grams(sum).en(),
                                                "以上各行均生成该批次，合计 " + Say.grams(sum).zh())))
                        .says(
                                "lot "
                                        + id
                                        + " came into being "
                                        + (facilities.size() > 1
                                                ? "at " + facilities.size() + " facilities"
                                                : "both from outside and by processing"),
                                "批次 "
                                        + id
                                        + (facilities.size() > 1
                                                ? " 在 " + facilities.size() + " 个场所生成"
                                                : " 既由外部进入又由加工生成"))
                        .reasoned());
    }

    /// Follows the lot from each facility that shipped it, along shipments in order of time; any
    /// processing of it on the way starts the search anew.
    private void roundTrip(int lot) {
        for (int i = 0; i < lots.size(lot); i++) {
            if (scene.ledger().type(lots.get(lot, i)) == FlowType.SHIPMENT && returns(lot, i)) {
                return;
            }
        }
    }

    private boolean returns(int lot, int shipment) {
        int start = scene.facility(lots.get(lot, shipment));
        Set<Integer> reached = new HashSet<>();
        reached.add(flows.partner(lots.get(lot, shipment)));
        for (int i = shipment + 1; i < lots.size(lot); i++) {
            int line = lots.get(lot, i);
            FlowType type = scene.ledger().type(line);
            if (type == FlowType.PROCESSING) {
                return false;
            }
            if (type == FlowType.SHIPMENT && reached.contains(scene.facility(line))) {
                reached.add(flows.partner(line));
            }
            if (type == FlowType.RECEIPT
                    && scene.facility(line) == start
                    && reached.contains(flows.partner(line))) {
                addRoundTrip(lot, shipment, i);
                return true;
            }
        }
        return false;
    }

    private void addRoundTrip(int lot, int from, int to) {
        List<Integer> lines = new ArrayList<>();
        for (int i = from; i <= to; i++) {
            lines.add(lots.get(lot, i));
        }
        int receipt = lots.get(lot, to);
        double kg = scene.weighedKg(receipt);
        String id = flows.lotId(lot);
        String place = scene.facilityId(receipt);
        findings.add(
                scene.draft(Rule.ROUND_TRIP)
                        .at(scene.facility(receipt))
                        .lot(lot)
                        .during(spanOf(lines))
                        .mass(kg)
                        .restsOnLines(lines)
                        .shows(() ->
                                LotWorking.movements(
                                        scene,
                                        lines,
                                        new Text(
                                                place
                                                        + " shipped the lot and received it again; no line between processes it",
                                                place + " 发出后又收回该批次，其间无加工记录")))
                        .says(
                                "lot "
                                        + id
                                        + " ("
                                        + Say.mass(kg).en()
                                        + ") came back to "
                                        + place
                                        + ", which had shipped it, with no processing between",
                                "批次 "
                                        + id
                                        + "（"
                                        + Say.mass(kg).zh()
                                        + "）由 "
                                        + place
                                        + " 发出后又返回，其间未经加工")
                        .reasoned());
    }

    private void overdrawn(int lot) {
        TreeSet<Integer> facilities = new TreeSet<>();
        for (int i = 0; i < lots.size(lot); i++) {
            int line = lots.get(lot, i);
            if (scene.births().stockSign(line) != 0) {
                facilities.add(scene.facility(line));
            }
        }
        facilities.forEach(facility -> overdrawn(movements(lot, facility)));
    }

    /// What moved a lot in a facility, by time; asked for anew where a finding needs it, because
    /// nearly all lots have movements and nearly none a finding.
    private List<Movement> movements(int lot, int facility) {
        List<Movement> movements = new ArrayList<>();
        for (int i = 0; i < lots.size(lot); i++) {
            int line = lots.get(lot, i);
            int sign = -scene.births().stockSign(line); // an overdraft is positive
            if (sign != 0 && scene.facility(line) == facility) {
                movements.add(new Movement(line, sign, micros(line, sign)));
            }
        }
        movements.sort(Comparator.comparingLong(Movement::micros));
        return movements;
    }

    /// What a record makes counts where its span begins, what it takes at its time; a bare date is
    /// allowed a day in the lot's favour.
    private long micros(int line, int sign) {
        int r = flows.record(line);
        long day = flows.isDateOnly(r) ? LedgerTime.DAY : 0;
        if (sign > 0) {
            return flows.timeMicros(r) + day;
        }
        boolean spans =
                flows.type(r) == FlowType.PROCESSING && flows.fromMicros(r) != LedgerTime.BEGINNING;
        return (spans ? flows.fromMicros(r) : flows.timeMicros(r)) - day;
    }

    private void overdrawn(List<Movement> movements) {
        List<LotWorking.MonthEnd> ends = monthEnds(movements);
        if (!ends.isEmpty()) {
            double p = worst(ends).pAbove(0) * ends.size();
            overdrawn.add(movements.getFirst().line(), Math.min(1, p));
        }
    }

    /// The least probable overdraft at the end of any month, the first of equals.
    private static Estimate worst(List<LotWorking.MonthEnd> ends) {
        double smallest = 1;
        Estimate worst = new Estimate(0, 0);
        for (LotWorking.MonthEnd end : ends) {
            double p = end.overdraft().pAbove(0);
            if (p < smallest) {
                smallest = p;
                worst = end.overdraft();
            }
        }
        return worst;
    }

    /// The balance at the end of each month in which something was taken: only then can the lot be
    /// overdrawn anew.
    private List<LotWorking.MonthEnd> monthEnds(List<Movement> movements) {
        List<LotWorking.MonthEnd> ends = new ArrayList<>();
        MassSum sum = new MassSum(scene.model());
        double in = 0;
        double out = 0;
        boolean taken = false;
        for (int i = 0; i < movements.size(); i++) {
            Movement m = movements.get(i);
            double kg = scene.dryKg(m.line());
            sum.add(m.line(), m.sign(), kg);
            in += m.sign() < 0 ? kg : 0;
            out += m.sign() > 0 ? kg : 0;
            taken |= m.sign() > 0;
            int month = LedgerTime.monthOf(m.micros());
            boolean monthEnds =
                    i + 1 == movements.size()
                            || LedgerTime.monthOf(movements.get(i + 1).micros()) != month;
            if (monthEnds && taken) {
                taken = false;
                ends.add(new LotWorking.MonthEnd(month, in, out, sum.estimate()));
            }
        }
        return ends;
    }

    private List<Exhibit> overdraftWorking(List<Movement> movements, Estimate worst) {
        List<LotWorking.MonthEnd> ends = monthEnds(movements);
        LotWorking.MonthEnd end =
                ends.stream().filter(e -> e.overdraft().equals(worst)).findFirst().orElseThrow();
        return LotWorking.overdrawn(ends, end);
    }

    /// @param line of the lot in the facility
    private Draft overdraft(int line) {
        int lot = flows.lot(line);
        int facility = scene.facility(line);
        List<Movement> movements = movements(lot, facility);
        Estimate over = worst(monthEnds(movements));
        List<Integer> lines = movements.stream().map(Movement::line).toList();
        String id = flows.lotId(lot);
        String place = scene.registry().facility(facility).id();
        Text amount = Say.mass(over.value(), over.sigma());
        return scene.draft(Rule.LOT_OVERDRAWN)
                .at(facility)
                .lot(lot)
                .during(spanOf(lines))
                .mass(over)
                .restsOnLines(lines)
                .shows(() -> overdraftWorking(movements, over))
                .says(
                        place
                                + ": "
                                + amount.en()
                                + " (dry) more left lot "
                                + id
                                + " than ever came in",
                        place + "：批次 " + id + " 的发出和使用比收入多 " + amount.zh() + "（干基）");
    }
}
