package org.ytterby.server.desk.supervision;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.ytterby.core.balance.PageThreshold;
import org.ytterby.core.balance.PeriodBalance;
import org.ytterby.core.material.Mass;
import org.ytterby.core.supervision.Say;
import org.ytterby.server.web.Language;

/// Differences of one facility and element through time, with the tests that judge them, as places
/// in a drawing of [#WIDTH] by [#HEIGHT].
///
/// @param points the standardised differences
/// @param line through them
/// @param upper height of +1.96
/// @param zero height of no difference
/// @param lower height of −1.96
/// @param loss Page's statistic of a lasting loss, as a line
/// @param gain likewise of a gain
/// @param threshold height at which Page's test raises an alarm
public record ControlChart(
        List<Point> points,
        String line,
        double upper,
        double zero,
        double lower,
        String loss,
        String gain,
        double threshold) {
    public static final int WIDTH = 760;
    public static final int HEIGHT = 330;

    static final double LIMIT = 1.96; // 95 % of an honest plant's lie within
    private static final double FALSE_ALARMS = 0.025; // of Page's test, one side
    private static final int LEFT = 46;
    private static final int RIGHT = 12;
    private static final int TOP = 16;
    private static final int MIDDLE = 110;
    private static final int PAGE_TOP = 236;
    private static final int PAGE_HEIGHT = 74;
    private static final double SCALE_MIN = 3;

    /// A period.
    ///
    /// @param isOutside beyond ±1.96
    public record Point(
            double x,
            double y,
            String period,
            String value,
            String difference,
            boolean isOutside) {}

    /// @param balances of one facility and element, by period
    static ControlChart of(List<PeriodBalance> balances, Language language) {
        double largest =
                balances.stream()
                        .mapToDouble(b -> Math.abs(b.statistics().sitmuf()))
                        .filter(Double::isFinite)
                        .max()
                        .orElse(0);
        double scale = (MIDDLE - TOP) / Math.max(SCALE_MIN, largest * 1.08);
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < balances.size(); i++) {
            PeriodBalance b = balances.get(i);
            double value = b.statistics().sitmuf();
            if (Double.isFinite(value)) {
                points.add(
                        new Point(
                                x(i, balances.size()),
                                MIDDLE - value * scale,
                                language.say(Say.days(b.period())),
                                language.fixed(value),
                                language.mass(
                                        b.differenceMg() / Mass.MG_PER_KG,
                                        b.statistics().sigmaKg()),
                                Math.abs(value) > LIMIT));
            }
        }
        double threshold = PageThreshold.of(balances.size(), FALSE_ALARMS);
        double page =
                balances.stream()
                        .mapToDouble(
                                b -> Math.max(b.statistics().pageLoss(), b.statistics().pageGain()))
                        .max()
                        .orElse(0);
        double pageScale = PAGE_HEIGHT / (Math.max(page, threshold) * 1.05);
        return new ControlChart(
                points,
                path(points),
                MIDDLE - LIMIT * scale,
                MIDDLE,
                MIDDLE + LIMIT * scale,
                line(balances, b -> b.statistics().pageLoss(), pageScale),
                line(balances, b -> b.statistics().pageGain(), pageScale),
                PAGE_TOP + PAGE_HEIGHT - threshold * pageScale);
    }

    private static double x(int i, int count) {
        return LEFT + (i + 0.5) * (WIDTH - LEFT - RIGHT) / count;
    }

    private static String path(List<Point> points) {
        StringBuilder path = new StringBuilder();
        points.forEach(p -> append(path, p.x, p.y));
        return path.toString();
    }

    private static String line(
            List<PeriodBalance> balances, ToDoubleFunction<PeriodBalance> value, double scale) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < balances.size(); i++) {
            append(
                    path,
                    x(i, balances.size()),
                    PAGE_TOP + PAGE_HEIGHT - value.applyAsDouble(balances.get(i)) * scale);
        }
        return path.toString();
    }

    private static void append(StringBuilder path, double x, double y) {
        path.append(path.isEmpty() ? 'M' : 'L')
                .append(String.format(Locale.ROOT, "%.1f %.1f", x, y));
    }
}
