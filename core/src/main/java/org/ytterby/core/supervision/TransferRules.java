package org.ytterby.core.supervision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.ytterby.core.balance.Estimate;
import org.ytterby.core.balance.MassSum;
import org.ytterby.core.genealogy.Transfers;
import org.ytterby.core.ledger.FlowTable;
import org.ytterby.core.ledger.FlowType;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.ledger.Limit;
import org.ytterby.core.ledger.Names;
import org.ytterby.core.ledger.Position;
import org.ytterby.core.ledger.Span;

/// shipment-unreceived, receipt-unshipped, transfer-difference, transfer-impossible.
final class TransferRules {
    private final Scene scene;
    private final FlowTable flows;
    private final Transfers transfers;
    private final long last;
    private final List<Reasoned> findings = new ArrayList<>();

    /// Lots under a document, each by the first shipment.
    private final NumberedSubjects differing =
            new NumberedSubjects(Rule.TRANSFER_DIFFERENCE, this::differs);

    TransferRules(Scene scene, Transfers transfers) {
        this.scene = scene;
        this.transfers = transfers;
        flows = scene.flows();
        last = scene.ledger().lastMicros();
        transfers.forEach((pairs, openShipments, openReceipts) -> {
            openShipments.forEach(this::unreceived);
            openReceipts.forEach(this::unshipped);
            pairs.forEach(this::check);
        });
        transfers.forEachDocument(
                pairs -> differing.add(pairs.getFirst().shipment(), difference(pairs).pTwoSided()));
    }

    List<Reasoned> findings() {
        return findings;
    }

    Subjects subjects() {
        return differing;
    }

    private void unreceived(int shipment) {
        long sent = scene.ledger().timeMicros(shipment);
        if (last - sent > allowed(shipment)) {
            Draft draft =
                    transfer(Rule.SHIPMENT_UNRECEIVED, shipment)
                            .during(new Span(sent, last))
                            .shows(() ->
                                    TransferWorking.late(scene, shipment, null, allowed(shipment)));
            findings.add(
                    draft.says(
                                    describe(shipment).en()
                                            + " was not received within "
                                            + daysAllowed(shipment)
                                            + " days",
                                    describe(shipment).zh()
                                            + "，"
                                            + daysAllowed(shipment)
                                            + " 日内未见收货")
                            .reasoned());
        }
    }

    private long daysAllowed(int shipment) {
        return (long) scene.limit(Limit.TRANSFER_DAYS_MAX, scene.ledger().timeMicros(shipment));
    }

    private long allowed(int line) {
        boolean dateOnly = flows.isDateOnly(flows.record(line));
        return (daysAllowed(line) + (dateOnly ? 1 : 0)) * LedgerTime.DAY;
    }

    private void unshipped(int receipt) {
        long at = scene.ledger().timeMicros(receipt);
        Draft draft =
                transfer(Rule.RECEIPT_UNSHIPPED, receipt)
                        .during(Spans.at(at))
                        .shows(() ->
                                TransferWorking.unshipped(
                                        scene, receipt, transfersOf(flows.lot(receipt))));
        String from = scene.registry().facility(flows.partner(receipt)).id();
        findings.add(
                draft.says(
                                describe(receipt).en()
                                        + " was received, but "
                                        + from
                                        + " declares no such shipment",
                                describe(receipt).zh() + "已收货，但 " + from + " 未申报该发货")
                        .reasoned());
    }

    private List<Integer> transfersOf(int lot) {
        return Arrays.stream(scene.ledger().linesByLot().items(lot))
                .filter(line ->
                        scene.ledger().type(line) == FlowType.SHIPMENT
                                || scene.ledger().type(line) == FlowType.RECEIPT)
                .boxed()
                .toList();
    }

    private void check(Transfers.Pair pair) {
        long sent = scene.ledger().timeMicros(pair.shipment());
        long arrived = scene.ledger().timeMicros(pair.receipt());
        if (arrived - sent > allowed(pair.shipment())) {
            findings.add(
                    transfer(Rule.SHIPMENT_UNRECEIVED, pair.shipment())
                            .milder(Severity.LOW)
                            .during(new Span(sent, arrived))
                            .restsOnLines(List.of(pair.shipment(), pair.receipt()))
                            .shows(() ->
                                    TransferWorking.late(
                                            scene,
                                            pair.shipment(),
                                            pair.receipt(),
                                            allowed(pair.shipment())))
                            .says(
                                    describe(pair.shipment()).en()
                                            + " was received after "
                                            + (arrived - sent) / LedgerTime.DAY
                                            + " days",
                                    describe(pair.shipment()).zh()
                                            + "，"
                                            + (arrived - sent) / LedgerTime.DAY
                                            + " 日后才收货")
                            .reasoned());
        }
        impossible(pair, sent, arrived);
    }

    private void impossible(Transfers.Pair pair, long sent, long arrived) {
        // a bare date may be off by half a day either way: together a day
        long slack = Math.max(dayIfDateOnly(pair.shipment()), dayIfDateOnly(pair.receipt()));
        long elapsed = arrived - sent + slack;
        double km = distanceKm(pair.shipment());
        double hours = (double) elapsed / LedgerTime.HOUR;
        boolean before = elapsed < 0;
        double fastestKmh = scene.limit(Limit.TRANSFER_SPEED_KMH_MAX, sent);
        if (!before && !(km > fastestKmh * hours)) {
            return;
        }
        String en =
                before
                        ? " was received before it was shipped"
                        : " travelled "
                                + Math.round(km)
                                + " km in "
                                + Math.round(hours * 10) / 10.0
                                + " hours";
        String zh =
                before
                        ? "，收货早于发货"
                        : "，" + Math.round(hours * 10) / 10.0 + " 小时行程 " + Math.round(km) + " 千米";
        findings.add(
                transfer(Rule.TRANSFER_IMPOSSIBLE, pair.shipment())
                        .during(new Span(Math.min(sent, arrived), Math.max(sent, arrived)))
                        .restsOnLines(List.of(pair.shipment(), pair.receipt()))
                        .shows(() -> TransferWorking.impossible(scene, pair, km, hours, fastestKmh))
                        .says(
                                describe(pair.shipment()).en() + en,
                                describe(pair.shipment()).zh() + zh)
                        .reasoned());
    }

    private long dayIfDateOnly(int line) {
        return flows.isDateOnly(flows.record(line)) ? LedgerTime.DAY : 0;
    }

    private double distanceKm(int shipment) {
        Position from = scene.registry().facility(scene.facility(shipment)).position();
        Position to = scene.registry().facility(flows.partner(shipment)).position();
        return from == null || to == null ? 0 : from.distanceKm(to);
    }

    /// @param pairs all of one lot and document, by time
    private Estimate difference(List<Transfers.Pair> pairs) {
        MassSum sum = new MassSum(scene.model());
        for (Transfers.Pair pair : pairs) {
            sum.add(pair.shipment(), 1, scene.dryKg(pair.shipment()));
            sum.add(pair.receipt(), -1, scene.dryKg(pair.receipt()));
        }
        return sum.estimate();
    }

    /// @param shipment one of the lot and document
    private Draft differs(int shipment) {
        List<Transfers.Pair> pairs = transfers.ofDocument(shipment);
        Estimate difference = difference(pairs);
        Transfers.Pair first = pairs.getFirst();
        Text what = describe(pairs);
        double kg = Math.abs(difference.value());
        Text amount = Say.mass(kg, difference.sigma());
        boolean less = difference.value() > 0;
        return transfer(Rule.TRANSFER_DIFFERENCE, first.shipment())
                .during(
                        new Span(
                                scene.ledger().timeMicros(first.shipment()),
                                scene.ledger().timeMicros(pairs.getLast().receipt())))
                .mass(new Estimate(kg, difference.sigma()))
                .restsOnLines(
                        pairs.stream()
                                .flatMap(pair -> Stream.of(pair.shipment(), pair.receipt()))
                                .toList())
                .shows(() -> TransferWorking.difference(scene, pairs, difference))
                .says(
                        what.en()
                                + ": "
                                + amount.en()
                                + " (dry) "
                                + (less ? "less" : "more")
                                + " arrived than was sent",
                        what.zh() + "：到货比发货" + (less ? "少 " : "多 ") + amount.zh() + "（干基）");
    }

    private Draft transfer(Rule rule, int line) {
        return scene.draft(rule)
                .at(scene.facility(line))
                .lot(flows.lot(line))
                .record(flows.record(line))
                .mass(scene.weighedKg(line))
                .restsOnLines(List.of(line));
    }

    private Text describe(List<Transfers.Pair> pairs) {
        int first = pairs.getFirst().shipment();
        if (pairs.stream().allMatch(pair -> isSameWay(pair.shipment(), first))) {
            return describe(first);
        }
        String lot = flows.lotId(flows.lot(first));
        int document = flows.document(first);
        String paper = document == Names.NONE ? "–" : flows.texts().documents().name(document);
        return new Text(
                "lot " + lot + " (document " + paper + ", " + pairs.size() + " transfers)",
                "批次 " + lot + "（单证 " + paper + "，" + pairs.size() + " 次交接）");
    }

    private boolean isSameWay(int shipment, int other) {
        return scene.facility(shipment) == scene.facility(other)
                && flows.partner(shipment) == flows.partner(other);
    }

    private Text describe(int line) {
        boolean out = scene.births().isTaking(line);
        String here = scene.facilityId(line);
        String there = scene.registry().facility(flows.partner(line)).id();
        String way = out ? here + " → " + there : there + " → " + here;
        String lot = flows.lotId(flows.lot(line));
        Text mass = Say.mass(scene.weighedKg(line));
        return new Text(
                "lot " + lot + " (" + mass.en() + ", " + way + ")",
                "批次 " + lot + "（" + mass.zh() + "，" + way + "）");
    }
}
