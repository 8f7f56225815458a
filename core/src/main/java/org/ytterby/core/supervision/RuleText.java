package org.ytterby.core.supervision;

/// What each rule says, in short; the reference of rules has the full wording. Named as in [Rule].
/// Numbers that a ministry may change are not told here: they have dates, and the working of a
/// finding shows the one that was in force.
enum RuleText {
    UNLICENSED_EXTRACTION(
            "Whoever extracts needs a mining permit valid at that time.", "开采须持有当时有效的采矿许可。"),
    UNLICENSED_SEPARATION(
            "Whoever makes separated products needs a smelting-separation permit valid at that time; a recycling permit suffices where no input is ore, concentrate or mixed compound.",
            "生产单一稀土产品须持有当时有效的冶炼分离许可；投入不含原矿、精矿和混合化合物的，综合利用许可即可。"),
    NO_PLAN(
            "Rare earths may be mined and separated only under a control plan of the party or its group.",
            "开采和冶炼分离须在本企业或所属集团的总量控制计划内进行。"),
    PLAN_EXCEEDED(
            "What was mined or separated in a year may not exceed the plan, beyond what measurement can explain.",
            "年度开采或冶炼分离量不得超出计划（扣除计量误差所能解释的部分）。"),
    INVENTORY_GAIN(
            "Between stocktakes a facility's books must close within their measurement uncertainty, over all elements and periods together.",
            "两次盘点之间，场所各元素、各周期的账实差合起来须在测量不确定度之内。"),
    INVENTORY_LOSS(
            "Between stocktakes a facility's books must close within their measurement uncertainty, over all elements and periods together.",
            "两次盘点之间，场所各元素、各周期的账实差合起来须在测量不确定度之内。"),
    INVENTORY_TOO_GOOD(
            "Real balances scatter as their uncertainty says; over six or more periods far smaller differences suggest stock copied from the books.",
            "真实的账实差应有与不确定度相称的波动；连续六期以上过小，说明盘点数可能抄自账面。"),
    SECTOR_GAP(
            "What the nation mined, imported and had in stock must equal what it exported, disposed of and has in stock, within uncertainty.",
            "全国开采、进口与期初库存之和须与出口、处置和期末库存相符（不确定度之内）。"),
    MIRROR_GAP(
            "What partner countries say they imported may not exceed our declared exports by more than the share and the mass allowed.",
            "贸易伙伴公布的进口量超出我方申报出口量的部分，不得同时超过允许的比例和质量。"),
    RECOVERY_IMPOSSIBLE(
            "A process cannot put out more of an element than it takes in, beyond what measurement can explain.",
            "任何工序产出的元素不可能多于投入（扣除计量误差）。"),
    LOT_UNDECLARED(
            "A lot that is shipped, exported, used or disposed of must have come into being in a record.",
            "被发出、出口、使用或处置的批次必须有来源记录。"),
    LOT_OVERDRAWN(
            "At no month's end may more have left a lot in a facility than came in, beyond what scales can explain.",
            "任一月末，场所内批次的累计发出和使用不得多于累计收入（扣除衡器误差）。"),
    LOT_CREATED_TWICE(
            "A lot comes into being in one facility, and either from outside or by processing.",
            "一个批次只在一个场所生成，且要么来自外部、要么由加工生成。"),
    SHIPMENT_UNRECEIVED(
            "A shipment is received under the same lot and document within the days allowed.",
            "发货须在规定日数内以同一批次和单证号收货。"),
    RECEIPT_UNSHIPPED(
            "A receipt answers a declared shipment of the same lot, document, sender and receiver.",
            "收货须有同一批次、单证号、发货方和收货方的发货申报与之对应。"),
    TRANSFER_DIFFERENCE(
            "Dry masses shipped and received under one lot and document agree within the uncertainty of both scales.",
            "同一批次和单证号下，发货与收货的干基质量须在双方衡器不确定度内相符。"),
    TRANSFER_IMPOSSIBLE(
            "Nothing is received before it is shipped, or travels faster than the speed allowed over the great circle.",
            "收货不得早于发货，行程不得快于允许时速（大圆距离）。"),
    ROUND_TRIP(
            "A lot does not come back unprocessed to a facility that shipped it.",
            "批次不应未经加工又回到发出它的场所。"),
    CAPACITY_EXCEEDED(
            "A year's output, waste, scrap and hold-up apart, stays within the built capacity.",
            "年度产出（废渣、废料和槽存除外）不得超出建成产能。"),
    ORIGIN_IMPLAUSIBLE(
            "The shares of elements in a lot that is not yet separated must fit the deposits that it is traced to.",
            "未经分离的批次，其配分须与追溯到的矿床相符。"),
    EXPORT_UNLICENSED("Every export names an export licence that exists.", "每笔出口须注明真实存在的出口许可证。"),
    EXPORT_EXPIRED("An export happens within the dates of its licence.", "出口须在许可证有效期内。"),
    EXPORT_MISMATCH(
            "Exporter, consignee, product and destination are those of the licence.",
            "出口经营者、收货人、商品和目的国须与许可证一致。"),
    EXPORT_OVER_LICENCE(
            "What is exported under a licence may not exceed its mass, beyond what scales can explain.",
            "许可证项下出口量不得超出许可数量（扣除衡器误差）。"),
    EXPORT_UNTRACEABLE("What is exported must be traced to declared origins.", "出口的物料须能追溯到申报的来源。"),
    REPORT_LATE("A flow is entered by the due day of the month after it.", "流向须在次月规定日期前录入。"),
    STOCKTAKE_MISSING(
            "A facility counts its stock at least once in the days allowed.", "场所两次盘点之间不得超过规定日数。");

    private final Text text;

    RuleText(String en, String zh) {
        text = new Text(en, zh);
    }

    static Text of(Rule rule) {
        return valueOf(rule.name()).text;
    }

    /// Where a rule is defined.
    static Text source(Rule rule) {
        return new Text(
                "docs/reference/rules.md, rule " + rule.code(),
                "docs/reference/rules.md，规则 " + rule.code());
    }
}
