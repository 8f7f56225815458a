package org.ytterby.core.supervision;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ytterby.core.balance.Estimate;
import org.ytterby.core.genealogy.Transfers;
import org.ytterby.core.ledger.LedgerTime;

/// The arithmetic of transfer-difference, and the facts that the other rules about transfers
/// compare.
final class TransferWorking {
    private TransferWorking() {}

    static List<Exhibit> difference(Scene scene, List<Transfers.Pair> pairs, Estimate difference) {
        Sheet sheet =
                new Sheet("Shipped against received, dry kg", "发货与收货对比（干基千克）")
                        .column("way", "路线")
                        .column("shipped", "发货")
                        .column("received", "收货")
                        .column("shipped kg", "发货千克")
                        .column("− received kg", "− 收货千克")
                        .column("= difference", "= 差异");
        for (Transfers.Pair pair : pairs) {
            double sent = scene.dryKg(pair.shipment());
            double arrived = scene.dryKg(pair.receipt());
            String from = scene.facilityId(pair.shipment());
            String to = scene.facilityId(pair.receipt());
            sheet.row(
                    Cell.of(from + " → " + to),
                    Cell.at(scene.ledger().timeMicros(pair.shipment())),
                    Cell.at(scene.ledger().timeMicros(pair.receipt())),
                    Cell.kg(sent),
                    Cell.kg(arrived),
                    Cell.kg(sent - arrived));
        }
        sheet.total(
                Cell.of("sum", "合计"),
                Cell.none(),
                Cell.none(),
                Cell.none(),
                Cell.none(),
                Cell.kg(difference.value()));
        return List.of(
                sheet.table(),
                Exhibit.says(
                        "σ = "
                                + Say.grams(difference.sigma()).en()
                                + ": the scales of both sides; assays play no part",
                        "σ = " + Say.grams(difference.sigma()).zh() + "：仅含双方衡器误差，与化验无关"),
                Steps.twoSided(difference));
    }

    /// @param receipt absent where none was declared
    /// @param allowedMicros time within which the receipt was due
    static List<Exhibit> late(
            Scene scene, int shipment, @Nullable Integer receipt, long allowedMicros) {
        long sent = scene.ledger().timeMicros(shipment);
        long until =
                receipt == null ? scene.ledger().lastMicros() : scene.ledger().timeMicros(receipt);
        Sheet sheet =
                new Sheet("Facts compared", "比对的事实").column("fact", "事实").column("value", "值");
        sheet.row(Cell.of("shipped", "发货"), Cell.at(sent));
        sheet.row(
                receipt == null
                        ? Cell.of("received: no; last flow of the package", "未收货；台账包最后流向时间")
                        : Cell.of("received", "收货"),
                Cell.at(until));
        sheet.row(Cell.of("days between", "相隔天数"), days(until - sent));
        sheet.row(Cell.of("days allowed", "允许天数"), days(allowedMicros));
        return List.of(sheet.table());
    }

    private static Cell days(long micros) {
        return Cell.ratio((double) micros / LedgerTime.DAY);
    }

    /// Shipments and receipts of the same lot, to see what nearly matches.
    static List<Exhibit> unshipped(Scene scene, int receipt, List<Integer> ofLot) {
        List<Exhibit> shown = new ArrayList<>();
        String from = scene.registry().facility(scene.flows().partner(receipt)).id();
        shown.add(
                Exhibit.says(
                        "A shipment must name the same lot and document, "
                                + from
                                + " as its facility and "
                                + scene.facilityId(receipt)
                                + " as its partner; each answers one receipt",
                        "发货记录须为同一批次和单证号，由 "
                                + from
                                + " 申报，往来单位为 "
                                + scene.facilityId(receipt)
                                + "；一次发货只对应一次收货"));
        shown.addAll(
                LotWorking.movements(
                        scene,
                        ofLot,
                        new Text(
                                "None of these answers the receipt and is still free",
                                "以上均无可与该收货对应的未配对发货")));
        return shown;
    }

    /// @param km great circle, 0 where a place is not known
    /// @param hours between the two times, in favour of the carrier where a bare date leaves room
    static List<Exhibit> impossible(
            Scene scene, Transfers.Pair pair, double km, double hours, double fastestKmh) {
        return List.of(
                new Sheet("Facts compared", "比对的事实")
                        .column("fact", "事实")
                        .column("value", "值")
                        .row(
                                Cell.of("shipped", "发货"),
                                Cell.at(scene.ledger().timeMicros(pair.shipment())))
                        .row(
                                Cell.of("received", "收货"),
                                Cell.at(scene.ledger().timeMicros(pair.receipt())))
                        .row(Cell.of("hours between, at most", "相隔小时（至多）"), Cell.ratio(hours))
                        .row(Cell.of("great circle, km", "大圆距离（千米）"), Cell.ratio(km))
                        .row(
                                Cell.of(
                                        "hours needed at " + Say.number(fastestKmh) + " km/h",
                                        "按 " + Say.number(fastestKmh) + " 千米/时所需小时"),
                                Cell.ratio(km / fastestKmh))
                        .table());
    }
}
