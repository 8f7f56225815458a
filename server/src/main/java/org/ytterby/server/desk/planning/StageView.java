package org.ytterby.server.desk.planning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ytterby.core.environment.Clause;
import org.ytterby.core.plan.allocation.Allocation;
import org.ytterby.core.plan.allocation.Consequence;
import org.ytterby.core.plan.allocation.Gate;
import org.ytterby.core.plan.allocation.Policy;
import org.ytterby.core.plan.allocation.Relaxation;
import org.ytterby.core.plan.allocation.ScoreLine;
import org.ytterby.core.plan.opinion.SecondOpinions;
import org.ytterby.reports.plan.PlanWords;
import org.ytterby.server.web.Language;

/// The plan of one stage as a page shows it.
///
/// @param moved share of the total that moves against last year's shares
public record StageView(
        String code,
        String name,
        Totals totals,
        List<Level> levels,
        List<Line> lines,
        String moved,
        List<String> relaxations,
        List<Row> rows) {
    /// The address of a source on the web, with the comma before it.
    private static final Pattern WEB = Pattern.compile("[,，;；]? *https?://\\S+");

    private static final double WHOLE = 100;
    private static final int LEVEL = 6;
    private static final long KG_PER_T = 1_000;

    /// Whole tonnes, and the figures that made them.
    public record Totals(
            int year,
            String total,
            String placed,
            String held,
            String beta,
            String deltaDown,
            String deltaUp,
            String meanScore) {}

    /// A level and whose it is.
    public record Level(String whose, String value, String tonnes) {}

    /// A line of the score.
    public record Line(String indicator, String name, String weight, String benchmark) {}

    /// An enterprise.
    ///
    /// @param shut what keeps it from a plan, empty where nothing does
    /// @param ledger what the ledger granted it last year, `–` where nothing
    /// @param differs whether the workbook tells another figure of last year than the ledger
    /// @param planWidth of its bar, in percent of the longest
    /// @param lastWidth of last year's
    public record Row(
            String id,
            String name,
            String group,
            List<String> shut,
            String score,
            String reference,
            String floor,
            String ceiling,
            String upper,
            String binding,
            String held,
            String last,
            String ledger,
            boolean differs,
            String plan,
            String change,
            double planWidth,
            double lastWidth) {}

    static StageView of(Allocation plan, Map<String, Long> grantedKg, Language language) {
        Policy policy = plan.request().policy();
        List<Level> levels = new ArrayList<>();
        for (Allocation.Level level : plan.levels()) {
            levels.add(
                    new Level(
                            level.group().isEmpty()
                                    ? language.pick("the whole stage", "全环节")
                                    : language.pick("group ", "集团 ") + level.group(),
                            Figures.decimals(level.value(), LEVEL),
                            Figures.tonnes(level.tonnes())));
        }
        return new StageView(
                policy.stage().code(),
                language.say(PlanWords.of(policy.stage())),
                new Totals(
                        policy.year(),
                        Figures.tonnes(policy.totalT()),
                        Figures.tonnes(plan.placedT()),
                        Figures.tonnes(plan.heldT()),
                        Figures.plain(policy.tuning().beta()),
                        Figures.plain(policy.tuning().deltaDown()),
                        Figures.plain(policy.tuning().deltaUp()),
                        Figures.score(plan.meanScore())),
                levels,
                plan.request().lines().stream().map(line -> line(line, language)).toList(),
                language.percent(SecondOpinions.movedShare(plan)),
                plan.relaxations().stream().map(r -> relaxed(r, language)).toList(),
                rows(plan, grantedKg, language));
    }

    private static Line line(ScoreLine line, Language language) {
        return new Line(
                line.indicator(),
                language.pick(line.en(), line.zh()),
                Figures.plain(line.weight()),
                Figures.plain(line.benchmark().value()) + " " + line.benchmark().unit());
    }

    static String relaxed(Relaxation r, Language language) {
        String what =
                switch (r.step()) {
                    case RISE -> language.pick("the largest rise (δ⁺)", "最大升幅 δ⁺");
                    case FALL -> language.pick("the largest fall (δ⁻)", "最大降幅 δ⁻");
                    case BANDS -> language.pick("the bands of groups", "集团区间");
                };
        return language.pick(
                        "%s: from %s to %s; the gap goes from %s t to %s t.",
                        "%s：由 %s 放宽至 %s，缺口由 %s 吨降至 %s 吨。")
                .formatted(
                        what,
                        Figures.plain(r.from()),
                        Figures.plain(r.to()),
                        Figures.tonnes(r.gapBeforeT()),
                        Figures.tonnes(r.gapAfterT()));
    }

    private static List<Row> rows(Allocation plan, Map<String, Long> grantedKg, Language language) {
        List<Allocation.Row> sorted = new ArrayList<>(plan.rows());
        sorted.sort(Comparator.comparingLong(row -> -row.tonnes()));
        long longest = 1;
        for (Allocation.Row row : sorted) {
            longest = Math.max(longest, Math.max(row.tonnes(), row.bounds().lastYearT()));
        }
        List<Row> rows = new ArrayList<>();
        for (Allocation.Row row : sorted) {
            rows.add(row(row, grantedKg.get(row.applicant().id()), longest, language));
        }
        return List.copyOf(rows);
    }

    private static Row row(
            Allocation.Row row, @Nullable Long grantedKg, long longest, Language language) {
        long last = row.bounds().lastYearT();
        boolean isShut = !row.grounds().isEligible();
        return new Row(
                row.applicant().id(),
                language.pick(english(row), row.applicant().name()),
                row.applicant().group(),
                shut(row, language),
                Figures.score(row.grounds().score().total()),
                Figures.tonnes(row.grounds().reference().tonnes()),
                isShut ? "–" : Figures.tonnes(row.bounds().floorT()),
                isShut ? "–" : Figures.tonnes(row.bounds().ceilingT()),
                language.say(PlanWords.of(row.bounds().upper())),
                row.binding().name().toLowerCase(Locale.ROOT),
                language.say(PlanWords.of(row.binding())),
                Figures.tonnes(last),
                grantedKg == null ? "–" : Figures.tonnes(Math.round((double) grantedKg / KG_PER_T)),
                grantedKg != null && grantedKg != last * KG_PER_T,
                Figures.tonnes(row.tonnes()),
                Figures.change(row.tonnes() - last),
                WHOLE * row.tonnes() / longest,
                WHOLE * last / longest);
    }

    private static String english(Allocation.Row row) {
        return row.applicant().nameEn().isBlank()
                ? row.applicant().name()
                : row.applicant().nameEn();
    }

    /// Which conditions are not met, and by which document; its address stands on the page that
    /// says why.
    private static List<String> shut(Allocation.Row row, Language language) {
        List<String> why = new ArrayList<>();
        for (Gate.Answer answer : row.grounds().gates()) {
            if (!answer.isOpen()) {
                Clause clause = answer.gate().condition().clause();
                why.add(
                        language.pick(clause.en(), clause.zh())
                                + language.pick(": ", "：")
                                + language.say(PlanWords.of(answer.judgement()))
                                + language.pick(" (", "（")
                                + WEB.matcher(clause.source()).replaceAll("")
                                + language.pick(")", "）"));
            }
        }
        row.grounds().consequences().stream()
                .filter(c -> c.kind() == Consequence.Kind.EXCLUSION)
                .forEach(c ->
                        why.add(
                                language.say(PlanWords.of(c.kind()))
                                        + language.pick(": ", "：")
                                        + language.pick(c.reason().en(), c.reason().zh())));
        return why;
    }
}
