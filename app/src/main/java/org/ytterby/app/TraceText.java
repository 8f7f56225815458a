package org.ytterby.app;

import java.util.List;
import org.ytterby.core.genealogy.Births;
import org.ytterby.core.genealogy.Trace;
import org.ytterby.core.material.Mass;
import org.ytterby.core.supervision.Say;

/// Prints a trace for a person at a terminal: the answer first, then the way back, the way on, and
/// the recall set.
final class TraceText {
    private static final int INDENT_MAX = 8;

    private final Births births;
    private final Trace trace;
    private final Screen screen;
    private final Language language;
    private final LineWords words;

    TraceText(Births births, Trace trace, Screen screen, Language language) {
        this.births = births;
        this.trace = trace;
        this.screen = screen;
        this.language = language;
        words = new LineWords(births.ledger(), language);
    }

    /// @param limit rows of each table
    void print(int limit) {
        printAnswer();
        if (!trace.isSettled()) {
            line(
                    language.pick(
                            "Lots feed each other in a loop with so little from outside that the amounts below are too small.",
                            "批次相互循环投料且外来投料极少，以下数量偏小。"));
        }
        printSteps(
                trace.backward(),
                language.pick("Made of", "由以下批次制成"),
                language.pick("gave REO", "带入 REO"),
                limit);
        printSteps(
                trace.forward(),
                language.pick("Made with it", "用其制成的批次"),
                language.pick("carries REO", "含其 REO"),
                limit);
        new RecallText(births.ledger(), trace.recall(), screen, language).print(limit);
    }

    private void printAnswer() {
        Trace.Step lot = trace.subject();
        String made =
                births.isUndeclared(lot.lot())
                        ? language.pick("never came into being, first seen at", "从未有来源申报，首见于")
                        : language.pick("made at", "生成于");
        line(
                screen.bold(
                        language.pick(
                                        "Lot %s (%s, %s; %s as weighed, %s REO), %s %s on %s: made of %d lots, went into %d lots.",
                                        "批次 %s（%s，%s；称重 %s，REO %s），%s %s，%s：由 %d 个批次制成，流入 %d 个批次。")
                                .formatted(
                                        words.lot(lot.lot()),
                                        words.product(lot.product()),
                                        words.stage(lot.product()),
                                        language.pick(Say.mass(lot.massMg() / Mass.MG_PER_KG)),
                                        language.pick(Say.mass(lot.reoKg())),
                                        made,
                                        words.facility(lot.facility()),
                                        LineWords.day(lot.time().fromMicros()),
                                        trace.backward().size(),
                                        trace.forward().size())));
        line(
                language.pick(
                                "Its REO: %s exported, %s to customers without duty to report, %s disposed of, %s sent and not received, %s in stock; process and measurement differences make up the other %s.",
                                "其 REO 去向：出口 %s，发往无申报义务客户 %s，处置 %s，发出未收 %s，在库 %s；其余 %s 为工序与计量差。")
                        .formatted(
                                left(Trace.Way.EXPORTED),
                                left(Trace.Way.OUTSIDE),
                                left(Trace.Way.DISPOSED),
                                left(Trace.Way.UNRECEIVED),
                                language.pick(Say.mass(trace.stockReoKg())),
                                language.pick(Say.mass(rest()))));
    }

    private String left(Trace.Way way) {
        return language.pick(Say.mass(trace.leftReoKg(way)));
    }

    private double rest() {
        return trace.subject().reoKg()
                - trace.leftReoKg(Trace.Way.EXPORTED)
                - trace.leftReoKg(Trace.Way.OUTSIDE)
                - trace.leftReoKg(Trace.Way.DISPOSED)
                - trace.leftReoKg(Trace.Way.UNRECEIVED)
                - trace.stockReoKg();
    }

    private void printSteps(List<Trace.Step> steps, String title, String share, int limit) {
        line("");
        line(screen.bold(title + language.pick(" (%d lots)", "（%d 个批次）").formatted(steps.size())));
        if (steps.isEmpty()) {
            return;
        }
        Grid grid =
                new Grid()
                        .figure(language.pick("step", "步"))
                        .text(language.pick("lot", "批次"))
                        .text(language.pick("product", "产品"))
                        .text(language.pick("stage", "环节"))
                        .text(language.pick("facility", "场所"))
                        .fixed(language.pick("dates", "日期"))
                        .figure(language.pick("weighed", "称重"))
                        .figure(share);
        for (Trace.Step step : steps.subList(0, Math.min(limit, steps.size()))) {
            String mark =
                    births.isUndeclared(step.lot()) ? language.pick(" !undeclared", " !未申报") : "";
            grid.row(
                    List.of(
                            Integer.toString(step.depth()),
                            " ".repeat(Math.min(step.depth() - 1, INDENT_MAX))
                                    + words.lot(step.lot())
                                    + mark,
                            words.product(step.product()),
                            words.stage(step.product()),
                            words.facility(step.facility()),
                            LineWords.days(step.time()),
                            language.pick(Say.mass(step.massMg() / Mass.MG_PER_KG)),
                            language.pick(Say.mass(step.tracedReoKg()))));
        }
        grid.print(screen.out(), "  ");
        if (steps.size() > limit) {
            line(
                    language.pick("  … %d more; see --limit", "  … 另有 %d 个，见 --limit")
                            .formatted(steps.size() - limit));
        }
    }

    private void line(String text) {
        Grid.wrap(text, Grid.WIDTH).forEach(screen.out()::println);
    }
}
