package org.ytterby.simulator;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// An offence, or a weakness, that can be planted into the honest year.
public enum Scenario {
    LAUNDERED_IONIC_ORE(
            20,
            "t REO a month",
            "Undeclared ionic ore is slipped into one separation plant, which sells more than it took in",
            "一家分离厂混入未申报的离子型矿，产出多于投入",
            "inventory-gain",
            "recovery-impossible"),
    OVER_PLAN_MINING(
            250,
            "t REO in the year",
            "A mine with a plan of its own extracts beyond it in the second half of the year",
            "一家持有单列计划的矿山下半年超计划开采",
            "plan-exceeded"),
    UNLICENSED_PIT(
            120,
            "t REO in the year",
            "A pit without permit and plan extracts ionic ore and sells it outside",
            "一处无证无计划的采点开采离子型矿并对外销售",
            "unlicensed-extraction",
            "no-plan"),
    PHANTOM_ROUND_TRIP(
            4,
            "trips",
            "Lots leave a smelter for two traders and come back unprocessed, on paper only",
            "批次由冶炼厂开票经两家贸易商后原样返回，货物并未移动",
            "round-trip"),
    OVER_LICENCE_EXPORT(
            0.1,
            "fraction of the exported mass",
            "More is exported under a licence than it grants",
            "出口数量超过许可证核准数量",
            "export-over-licence"),
    UNDER_WEIGHING(
            0.04,
            "fraction of each receipt",
            "A separation plant weighs its receipts low",
            "一家分离厂收货时少计重量",
            "transfer-difference",
            "inventory-gain"),
    FAKE_RECYCLING_ORIGIN(
            15,
            "t REO a month",
            "A recycler passes undeclared ionic ore off as oxides won from magnet scrap",
            "一家综合利用企业以磁材废料名义产出来自未申报离子型矿的氧化物",
            "recovery-impossible",
            "inventory-gain"),
    UNDECLARED_EXPORT(
            60,
            "t of product in the year",
            "Metal leaves without any record and shows only in the partner's statistics",
            "金属未经任何申报出境，仅见于贸易伙伴的进口统计",
            "mirror-gap"),
    LATE_REPORTING(
            2,
            "months",
            "An alloy works reports its months after the deadline",
            "一家合金企业逾期填报月度记录",
            "report-late"),
    NUMBERS_MADE_TO_CLOSE(
            12,
            "months",
            "A separation plant does not count its stock but copies its books, so that everything closes",
            "一家分离厂不实际盘点而照抄账面，账实完全相符",
            "inventory-too-good");

    private final double defaultSize;
    private final String unit;
    private final String english;
    private final String chinese;
    private final List<String> rules;

    Scenario(double defaultSize, String unit, String english, String chinese, String... rules) {
        this.defaultSize = defaultSize;
        this.unit = unit;
        this.english = english;
        this.chinese = chinese;
        this.rules = List.of(rules);
    }

    /// The word used on the command line and in `planted.json`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The scenario of a code.
    ///
    /// @throws IllegalArgumentException if there is none, naming those there are
    public static Scenario of(String code) {
        return Arrays.stream(values())
                .filter(scenario -> scenario.code().equals(code))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "no scenario "
                                        + code
                                        + "; there are "
                                        + Arrays.stream(values()).map(Scenario::code).toList()));
    }

    /// Size where none is given, in [#unit].
    public double defaultSize() {
        return defaultSize;
    }

    public String unit() {
        return unit;
    }

    /// What happens, in English.
    public String english() {
        return english;
    }

    /// What happens, in Chinese.
    public String chinese() {
        return chinese;
    }

    /// Rules of the findings table that should see it.
    public List<String> rules() {
        return rules;
    }

    /// Rules that may see its consequences as well, depending on its size and on the seed.
    public List<String> consequences() {
        return switch (this) {
            case LAUNDERED_IONIC_ORE ->
                    List.of("plan-exceeded", "sector-gap", "export-untraceable");
            case OVER_PLAN_MINING -> List.of("capacity-exceeded");
            case UNLICENSED_PIT -> List.of("stocktake-missing");
            case UNDER_WEIGHING -> List.of("lot-overdrawn", "sector-gap");
            case FAKE_RECYCLING_ORIGIN ->
                    List.of("capacity-exceeded", "sector-gap", "export-untraceable");
            case PHANTOM_ROUND_TRIP,
                    OVER_LICENCE_EXPORT,
                    UNDECLARED_EXPORT,
                    LATE_REPORTING,
                    NUMBERS_MADE_TO_CLOSE ->
                    List.of();
        };
    }
}
