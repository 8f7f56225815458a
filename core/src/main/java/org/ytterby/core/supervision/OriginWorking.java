package org.ytterby.core.supervision;

import java.util.List;
import org.ytterby.core.ledger.Deposit;
import org.ytterby.core.provenance.DepositShare;
import org.ytterby.core.provenance.OriginTest;

/// The arithmetic of origin-implausible.
final class OriginWorking {
    private OriginWorking() {}

    /// @param deposits and their blend, place by place
    /// @param deviations whose terms sum to the statistic of the test
    static List<Exhibit> of(
            List<Deposit> deposits,
            List<DepositShare> blend,
            List<OriginTest.Deviation> deviations,
            OriginTest test) {
        Sheet mixture =
                new Sheet("Deposits that the lot is traced to", "批次追溯到的矿床")
                        .column("deposit", "矿床")
                        .column("weight by REO", "权重（按 REO）")
                        .column("spread of ln shares", "配分对数离散");
        for (int i = 0; i < deposits.size(); i++) {
            mixture.row(
                    Cell.of(deposits.get(i).id()),
                    Cell.share(blend.get(i).weight()),
                    Cell.ratio(blend.get(i).spread()));
        }
        Sheet sheet =
                new Sheet("Assay against expectation, element by element", "化验与预期逐元素比对")
                        .column("element", "元素")
                        .column("assayed share", "化验配分")
                        .column("expected share", "预期配分")
                        .column("ln ratio", "对数比")
                        .column("variance", "方差")
                        .column("squared / variance", "平方 / 方差");
        for (OriginTest.Deviation d : deviations) {
            sheet.row(
                    Cell.of(d.element().name(), d.element().chinese()),
                    Cell.share(d.found()),
                    Cell.share(d.expected()),
                    Cell.ratio(d.lnRatio()),
                    Cell.ratio(d.lnVariance()),
                    Cell.ratio(d.term()));
        }
        sheet.total(
                Cell.of("sum", "合计"),
                Cell.none(),
                Cell.none(),
                Cell.none(),
                Cell.none(),
                Cell.ratio(test.statistic()));
        String p = Say.probability(test.pValue());
        String sum = Say.number(test.statistic());
        return List.of(
                mixture.table(),
                sheet.table(),
                Exhibit.says(
                        "Chi-squared = "
                                + sum
                                + " with "
                                + test.degreesOfFreedom()
                                + " degrees of freedom; chance of at least this much if the origin is true: p = "
                                + p,
                        "卡方 = "
                                + sum
                                + "，自由度 "
                                + test.degreesOfFreedom()
                                + "；来源属实时出现至少这么大的概率 p = "
                                + p));
    }
}
