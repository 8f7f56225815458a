package org.ytterby.app;

import java.util.List;
import java.util.Locale;
import org.ytterby.core.plan.opinion.BackTest;
import org.ytterby.formats.PublishedPlans;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Prints how well published plans could have been told from those before them, whichever way is
/// the better one.
final class BackTestText {
    private BackTestText() {}

    static void print(Screen screen, Language language, boolean json) {
        List<BackTest.Pair> pairs = BackTest.pairs(PublishedPlans.shipped());
        if (json) {
            printJson(screen, pairs);
            return;
        }
        screen.out()
                .println(
                        language.pick(
                                "Share of the total that is put in the wrong place, %:",
                                "错配占总量的比例（%）："));
        Grid grid =
                new Grid()
                        .text(language.pick("scope", "范围"))
                        .fixed(language.pick("from", "由"))
                        .fixed(language.pick("to", "至"))
                        .figure(language.pick("same shares", "沿用份额"))
                        .figure(language.pick("formula", "公式"))
                        .figure(language.pick("largest change", "最大变动"));
        double persistence = 0;
        double formula = 0;
        for (BackTest.Pair pair : pairs) {
            persistence += pair.persistence() / pairs.size();
            formula += pair.formula() / pairs.size();
            grid.row(
                    List.of(
                            pair.after().scope(),
                            pair.before().period(),
                            pair.after().period(),
                            percent(pair.persistence()),
                            percent(pair.formula()),
                            Double.isNaN(pair.largestChange())
                                    ? "–"
                                    : percent(pair.largestChange())));
        }
        grid.row(
                List.of(
                        language.pick("mean", "平均"),
                        "",
                        "",
                        percent(persistence),
                        percent(formula),
                        ""));
        grid.print(screen.out(), "  ");
        screen.out()
                .println(
                        language.pick(
                                "Of published plans only holders and tonnes are known: the formula runs without scores, and nothing is fitted.",
                                "已公布的计划只有主体和数量：公式在无评分条件下运行，未作任何拟合。"));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f", 100 * share);
    }

    private static void printJson(Screen screen, List<BackTest.Pair> pairs) {
        JsonMapper json = JsonMapper.shared();
        ObjectNode root = json.createObjectNode();
        ArrayNode list = root.putArray("pairs");
        for (BackTest.Pair pair : pairs) {
            list.addObject()
                    .put("scope", pair.after().scope())
                    .put("from", pair.before().period())
                    .put("to", pair.after().period())
                    .put("same_shares", pair.persistence())
                    .put("formula", pair.formula());
        }
        screen.out().println(json.writerWithDefaultPrettyPrinter().writeValueAsString(root));
    }
}
