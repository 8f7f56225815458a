package org.ytterby.core.supervision;

import java.util.ArrayList;
import java.util.List;

/// What a supervisor does next about a finding.
final class Advice {
    private static final Text RULE_OUT =
            new Text(
                    "Ask the enterprise about the benign causes above; let it correct records that are wrong.",
                    "就上述正当原因向企业核实，记录有误的由企业更正。");
    private static final Text RUN_AGAIN =
            new Text(
                    "Reconcile again after corrections: a finding with an honest cause disappears.",
                    "更正后重新核算：有正当原因的线索会自行消失。");

    private Advice() {}

    /// First things first.
    static List<Text> of(Rule rule) {
        List<Text> steps = new ArrayList<>();
        steps.add(RULE_OUT);
        steps.add(first(rule));
        steps.add(RUN_AGAIN);
        return steps;
    }

    private static Text first(Rule rule) {
        return switch (rule) {
            case UNLICENSED_EXTRACTION, UNLICENSED_SEPARATION ->
                    new Text(
                            "Check the permit register; if there is none, go to the site and open a case.",
                            "查许可登记；确无许可的，现场检查并立案。");
            case NO_PLAN, PLAN_EXCEEDED, CAPACITY_EXCEEDED ->
                    new Text(
                            "Compare with the plan as issued and the facility as built; if it stands, order to correct and suspend the excess.",
                            "核对下达文件与建成产能；属实的，责令改正并停止超出部分的生产。");
            case INVENTORY_GAIN, RECOVERY_IMPOSSIBLE, LOT_UNDECLARED, LOT_OVERDRAWN ->
                    new Text(
                            "Inspect what came in during the span: weighbridge slips, invoices and power use against the declared feed; take referee samples; trace the lots forward.",
                            "检查该时段进料：过磅单、发票、用电与申报投入比对；抽取仲裁样；正向追溯相关批次。");
            case INVENTORY_LOSS ->
                    new Text(
                            "Count the stock again with an independent scale and samples; check waste, hold-up and undeclared sales of the span.",
                            "用独立衡器和样品重新盘点；核查该时段的废料、槽存和未申报销售。");
            case INVENTORY_TOO_GOOD ->
                    new Text(
                            "Attend the next stocktake unannounced and weigh a sample of lots.",
                            "不预先通知参加下次盘点，抽称部分批次。");
            case SECTOR_GAP ->
                    new Text(
                            "Look first at facilities with inventory findings, then at those without stocktakes.",
                            "先查有账实差线索的场所，再查未盘点的场所。");
            case MIRROR_GAP ->
                    new Text(
                            "Ask customs for declarations under this heading and the partner for its sources.",
                            "向海关调取该品目报关数据，并向对方了解其统计来源。");
            case LOT_CREATED_TWICE, SHIPMENT_UNRECEIVED, RECEIPT_UNSHIPPED, ROUND_TRIP ->
                    new Text(
                            "Put the papers of both sides next to each other: invoice, waybill, weighbridge slip.",
                            "比对双方单据：发票、运单、过磅单。");
            case TRANSFER_DIFFERENCE, TRANSFER_IMPOSSIBLE ->
                    new Text(
                            "Compare waybill, route and weighbridge slips of both sides; have both scales checked.",
                            "比对双方运单、路线和过磅单；校验双方衡器。");
            case ORIGIN_IMPLAUSIBLE ->
                    new Text(
                            "Take a referee sample of the lot and of the mine's current face.",
                            "对该批次和矿山现采面抽取仲裁样。");
            case EXPORT_UNLICENSED, EXPORT_EXPIRED, EXPORT_MISMATCH, EXPORT_OVER_LICENCE ->
                    new Text(
                            "Compare with the licence register and the customs declaration; hold further exports of the exporter until it is cleared.",
                            "与许可证登记和报关单核对；查清前暂缓该经营者后续出口。");
            case EXPORT_UNTRACEABLE ->
                    new Text(
                            "Trace the lot backward to the records without origin and start there.",
                            "反向追溯该批次，从无来源的记录查起。");
            case REPORT_LATE, STOCKTAKE_MISSING ->
                    new Text(
                            "Remind the enterprise of the duty; if it repeats, order to correct.",
                            "提醒企业履行义务；屡次发生的，责令改正。");
        };
    }
}
