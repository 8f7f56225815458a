package org.ytterby.core.supervision;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import org.ytterby.core.balance.FacilityBalance;
import org.ytterby.core.balance.Scatter;
import org.ytterby.core.balance.ScatterTest;

/// The declared uncertainties of each facility, checked against its data: no finding, but how far
/// the findings about inventories can be trusted.
///
/// Bonferroni over the facilities checked: where all declared uncertainties are true, a warning
/// anywhere in the nation has at most the probability of the level.
final class ScatterChecks {
    private ScatterChecks() {}

    /// @param scatter one a balance
    /// @param level probability of a warning where there is nothing to warn of
    static List<Reconciliation.ScatterCheck> of(
            List<FacilityBalance> balances, List<Optional<Scatter>> scatter, double level) {
        long checked = scatter.stream().filter(Optional::isPresent).count();
        List<Reconciliation.ScatterCheck> checks = new ArrayList<>();
        for (int i = 0; i < balances.size(); i++) {
            int facility = balances.get(i).facility();
            scatter.get(i)
                    .ifPresent(found -> {
                        double p = Math.min(1, found.p() * checked);
                        checks.add(new Reconciliation.ScatterCheck(facility, found, p, p <= level));
                    });
        }
        return List.copyOf(checks);
    }

    /// What the check means for an inventory finding.
    ///
    /// @param scaledP p-value of the finding were all uncertainties so many times as large
    static Exhibit working(
            Optional<Reconciliation.ScatterCheck> check, DoubleFunction<Double> scaledP) {
        if (check.isEmpty()) {
            return Exhibit.says(
                    "The test takes the declared uncertainties for true. Beside this finding too few data are left to check them against (at least "
                            + ScatterTest.PERIODS_MIN
                            + " periods are needed)",
                    "本检验以申报的不确定度为准。除本线索外余下的数据太少（至少需 " + ScatterTest.PERIODS_MIN + " 个周期），无法核对");
        }
        Reconciliation.ScatterCheck found = check.orElseThrow();
        if (!found.disagrees()) {
            return Exhibit.says(
                    "The test takes the declared uncertainties for true. The data agree: beside this finding they scatter "
                            + times(found.scatter().ratio())
                            + " as widely as declared",
                    "本检验以申报的不确定度为准。数据与之相符：除本线索外，实际离散为申报值的 "
                            + timesInChinese(found.scatter().ratio()));
        }
        double ratio = found.scatter().loudest().ratio();
        String p = Say.tail(scaledP.apply(ratio));
        Text where = where(found.scatter());
        return Exhibit.says(
                "Caution: the test takes the declared uncertainties for true, but "
                        + where.en()
                        + " scatter "
                        + times(ratio)
                        + " as widely as declared (p = "
                        + Say.probability(found.pValue())
                        + "). With all uncertainties "
                        + times(ratio)
                        + " as large, p would be "
                        + p,
                "注意：本检验以申报的不确定度为准，但"
                        + where.zh()
                        + "的实际离散为申报值的 "
                        + timesInChinese(ratio)
                        + "（p = "
                        + Say.probability(found.pValue())
                        + "）。若全部不确定度放大到 "
                        + timesInChinese(ratio)
                        + "，则 p = "
                        + p);
    }

    /// Which differences scatter too widely.
    static Text where(Scatter scatter) {
        return switch (scatter.loudest().where()) {
            case Scatter.Where.Everywhere() -> new Text("the differences", "账实差");
            case Scatter.Where.Together() ->
                    new Text("the differences of all elements together", "各元素共同的账实差");
            case Scatter.Where.Alone(var element) ->
                    new Text("the differences of " + element.name(), element.chinese() + "的账实差");
        };
    }

    private static String times(double ratio) {
        return Say.twoFigures(ratio) + " ×";
    }

    private static String timesInChinese(double ratio) {
        return Say.twoFigures(ratio) + " 倍";
    }
}
