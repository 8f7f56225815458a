package org.ytterby.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ytterby.core.ledger.Problem;
import org.ytterby.core.supervision.Finding;
import org.ytterby.core.supervision.Say;
import org.ytterby.core.supervision.Severity;

/// Prints the summary for a person at a terminal.
final class SummaryText {
    private static final int PROBLEMS_MAX = 20;
    private static final int NOTES_MAX = 1_000;

    private final Summary summary;
    private final Screen screen;
    private final Language language;

    SummaryText(Summary summary, Screen screen, Language language) {
        this.summary = summary;
        this.screen = screen;
        this.language = language;
    }

    void print() {
        printProblems();
        printFindings();
        printDoubts();
        printPlans();
        printExports();
        screen.out()
                .println(
                        language.pick("Read next: ", "请看：")
                                + summary.folder().resolve("report.html"));
    }

    private void printFindings() {
        long total = summary.answer().findings().size();
        if (total == 0) {
            screen.out().println(screen.bold(language.pick("Nothing found.", "未发现线索。")));
            return;
        }
        screen.out()
                .println(
                        screen.bold(
                                language.pick(
                                                "%d findings: %d high, %d medium, %d low.",
                                                "共 %d 条线索：高 %d，中 %d，低 %d。")
                                        .formatted(
                                                total,
                                                summary.count(Severity.HIGH),
                                                summary.count(Severity.MEDIUM),
                                                summary.count(Severity.LOW))));
        int rank = 1;
        for (Finding finding : summary.worst()) {
            screen.out()
                    .println(
                            " "
                                    + rank++
                                    + ". "
                                    + severity(finding)
                                    + " "
                                    + language.pick(finding.message())
                                    + confidence(finding));
        }
    }

    private String severity(Finding finding) {
        return switch (finding.severity()) {
            case HIGH -> screen.red(language.pick("■ high", "■ 高"));
            case MEDIUM -> screen.amber(language.pick("▲ medium", "▲ 中"));
            case LOW -> language.pick("● low", "● 低");
        };
    }

    private String confidence(Finding finding) {
        double q = finding.weight().qValue();
        if (Double.isNaN(q)) {
            return language.pick(" [a matter of record]", "［事实认定］");
        }
        String level = q < 1e-6 ? "< 0.0001 %" : Say.percent(q);
        return language.pick(" [false-alarm rate " + level + "]", "［误报率 " + level + "］");
    }

    /// Where the declared uncertainties are too small for the data.
    private void printDoubts() {
        List<String> doubted = summary.doubted();
        if (!doubted.isEmpty()) {
            screen.out()
                    .println(
                            screen.amber(
                                    language.pick(
                                                    "At %s balances scatter more widely than the declared uncertainties allow: read inventory findings there with care.",
                                                    "以下场所账实差的离散大于申报的不确定度：%s；其盘点类线索须谨慎对待。")
                                            .formatted(
                                                    String.join(
                                                            language.pick(", ", "、"), doubted))));
        }
    }

    private void printPlans() {
        summary.plans()
                .forEach((key, plan) -> {
                    String kind =
                            language.pick(
                                    key.replace('_', '-'),
                                    key.replace("smelting_separation", "冶炼分离")
                                            .replace("mining", "开采"));
                    String used = language.pick(Say.mass(plan.usedKg())) + " REO";
                    String granted = language.pick(Say.mass(plan.grantedKg())) + " REO";
                    String share =
                            plan.grantedKg() > 0
                                    ? " ("
                                            + Math.round(1000 * plan.usedKg() / plan.grantedKg())
                                                    / 10.0
                                            + " %)"
                                    : "";
                    screen.out()
                            .println(
                                    language.pick("Plan %s: %s of %s used%s", "计划 %s：已用 %s / %s%s")
                                            .formatted(kind, used, granted, share));
                });
    }

    private void printExports() {
        Summary.Exports exports = summary.exports();
        if (exports.lines() > 0) {
            screen.out()
                    .println(
                            language.pick(
                                            "Exports: %s REO, %s %% of it traced to declared"
                                                    + " origins",
                                            "出口：%s REO，其中 %s %% 可追溯到申报来源")
                                    .formatted(
                                            language.pick(Say.mass(exports.reoKg())),
                                            Math.floor(1000 * exports.tracedShare()) / 10));
        }
    }

    private void printProblems() {
        of(Problem.Weight.ERROR)
                .limit(PROBLEMS_MAX)
                .forEach(p -> screen.err().println(ProblemList.describe(p, language)));
        long errors = summary.errors();
        if (errors > 0) {
            screen.err()
                    .println(
                            screen.amber(
                                    language.pick(
                                                    "%d input errors (all in %s); the answer is partial.",
                                                    "共 %d 处输入错误（全部见 %s）；结果不完整。")
                                            .formatted(
                                                    errors,
                                                    summary.folder().resolve("errors.csv"))));
        }
        printNotes();
    }

    /// All notes of the same words in one line.
    private void printNotes() {
        Map<String, List<String>> places = new LinkedHashMap<>();
        of(Problem.Weight.NOTE)
                .limit(NOTES_MAX)
                .forEach(note -> {
                    String place = note.column().isEmpty() ? "" : ":" + note.column();
                    places.computeIfAbsent(
                                    language.pick(note.problem(), note.problemZh()),
                                    _ -> new ArrayList<>())
                            .add(note.file() + place);
                });
        places.forEach((words, all) -> {
            String shown = String.join(", ", all.subList(0, Math.min(PROBLEMS_MAX, all.size())));
            String more = all.size() > PROBLEMS_MAX ? ", …" : "";
            screen.err().println(words + language.pick(": ", "：") + shown + more);
        });
    }

    private Stream<Problem> of(Problem.Weight weight) {
        return summary.answer().problems().stream().filter(p -> p.weight() == weight);
    }
}
