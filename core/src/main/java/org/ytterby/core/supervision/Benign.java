package org.ytterby.core.supervision;

/// Honest explanations that an inspector should rule out first.
enum Benign {
    ASSAY_BIAS("a laboratory method that reads high or low", "某化验方法系统性偏高或偏低"),
    BEFORE_FIRST(
            "the lot was in stock before the first stocktake and not counted there",
            "该批次在首次盘点前已在库而未计入"),
    BOOK_STOCK("stock copied from the books instead of being counted", "盘点数抄自账面而未实盘"),
    CAPACITY_NOT_ENTERED("a capacity extension that was not entered", "扩能后未更新产能"),
    CLOCK("a wrong date or clock", "日期或时钟有误"),
    DOCUMENT_MISTYPED("a mistyped lot, partner or document number", "批次号、往来单位或单证号录入有误"),
    ENTERED_TWICE("the same production entered twice", "同一产量重复录入"),
    GOODS_RETURNED("goods returned by the customer", "客户退货"),
    HEADINGS("partners classify the goods under different headings", "双方商品归类不同"),
    HOLD_UP("hold-up in the process misjudged at a stocktake", "盘点时槽存（在制品）估计有误"),
    INPUT_NOT_ENTERED("an input that was not entered", "有投入未录入"),
    IN_TRANSIT("goods still on the way", "货物仍在途"),
    LEFT_OUT("a record left out because of an input error", "相关记录因录入错误未被采用"),
    LICENCE_NOT_ENTERED("a licence or its amendment that was not entered", "许可证或其变更未录入"),
    LOT_RENAMED("a lot given another id on the way", "批次中途更名"),
    LOT_REUSED("a lot id used again", "批次号被重复使用"),
    MEMBERSHIP_NOT_ENTERED("a change of group that was not entered", "集团归属变化未录入"),
    MOISTURE("moisture that changed or was measured differently", "水分变化或测定方法不同"),
    NEW_ORE_BODY("a new part of the ore body", "开采到矿体的新部位"),
    PARTIAL_DELIVERY("a delivery in parts", "分批交货"),
    PARTNER_LATE("the partner has not reported yet", "对方尚未报送"),
    PERMIT_NOT_ENTERED("a permit or its renewal that was not entered", "许可或其延续未录入"),
    PLANT_IDLE("the plant stood still", "停产期间"),
    PLAN_NOT_ENTERED("a plan batch or split that was not entered", "某批计划或分解未录入"),
    RE_EXPORT("goods that reached the partner through a third country", "经第三国转口"),
    SCALE_BIAS("a scale that is out of calibration", "衡器失准"),
    SIGMA_OVERSTATED("measurement uncertainties stated too large", "申报的测量不确定度偏大"),
    STOCKTAKE_NOT_ENTERED("a stocktake that was made but not entered", "已盘点但未录入"),
    SYSTEM_DOWN("a reporting system that was down", "报送系统故障"),
    TIME_OF_PASSAGE("goods shipped at the end of a year arrive in the next", "年末发运、次年到港"),
    TOLL_STORAGE("storage or toll work with another firm", "委托仓储或来料加工"),
    UNITS("a unit or decimal point mistaken", "单位或小数点有误"),
    WASTE_NOT_ENTERED("waste or loss that was not entered", "废料或损耗未录入"),
    WRONG_FACILITY("production entered for the wrong facility", "产量记在了错误的场所名下"),
    WRONG_STAGE("a product entered with the wrong stage", "产品环节填写有误");

    private final Text text;

    Benign(String en, String zh) {
        text = new Text(en, zh);
    }

    Text text() {
        return text;
    }
}
