package org.ytterby.server.desk.environment;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import org.ytterby.core.environment.Condition;
import org.ytterby.core.environment.LimitCheck;
import org.ytterby.core.environment.MonthlyReturn;
import org.ytterby.core.environment.Months;
import org.ytterby.server.web.Language;

/// An indicator of one plant month by month, with the limits that bind it, as places in a drawing
/// of [#WIDTH] by [#HEIGHT]. A month without a figure leaves a gap.
///
/// @param code of the indicator
/// @param line through the points; broken where a month is missing
/// @param top what stands at the upper end of the scale
/// @param last the newest figure with its unit
/// @param values month by month; `–` where there is none
/// @param exceeded months beyond a limit
public record TrendChart(
        String code,
        String name,
        String unit,
        String top,
        String last,
        List<Point> points,
        List<Line> limits,
        List<Tick> ticks,
        String line,
        List<String> values,
        long exceeded) {
    public static final int WIDTH = 380;
    public static final int HEIGHT = 150;

    private static final int LEFT = 50;
    private static final int RIGHT = 10;
    private static final int TOP = 14;
    private static final int BOTTOM = 128;
    private static final double HEADROOM = 1.08;

    /// A month's figure.
    public record Point(double x, double y, String month, String value, boolean isOutside) {}

    /// A limit.
    public record Line(double y, String bound) {}

    /// A month on the axis.
    public record Tick(double x, int month) {}

    /// @param lines of the plant against its limits
    static TrendChart of(
            String code,
            Months months,
            SortedMap<YearMonth, MonthlyReturn> returns,
            List<LimitCheck.Line> lines,
            Wording words) {
        List<LimitCheck.Line> own =
                lines.stream().filter(l -> l.limit().indicator().equals(code)).toList();
        List<Condition> limits = own.stream().map(LimitCheck.Line::limit).distinct().toList();
        double largest = limits.stream().mapToDouble(Condition::bound).max().orElse(0);
        for (YearMonth month : months.all()) {
            double value = value(returns, month, code);
            largest = Double.isNaN(value) ? largest : Math.max(largest, value);
        }
        double scale = (BOTTOM - TOP) / (largest > 0 ? largest * HEADROOM : 1);
        List<Point> points = new ArrayList<>();
        List<Tick> ticks = new ArrayList<>();
        StringBuilder path = new StringBuilder();
        boolean isBroken = true;
        int count = months.count();
        String last = "–";
        List<String> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            YearMonth month = months.from().plusMonths(i);
            double x = LEFT + (i + 0.5) * (WIDTH - LEFT - RIGHT) / count;
            ticks.add(new Tick(x, month.getMonthValue()));
            double value = value(returns, month, code);
            values.add(Double.isNaN(value) ? "–" : words.amounts.figure(code, value));
            if (Double.isNaN(value)) {
                isBroken = true;
                continue;
            }
            double y = BOTTOM - value * scale;
            path.append(isBroken ? 'M' : 'L').append(String.format(Locale.ROOT, "%.1f %.1f", x, y));
            isBroken = false;
            last = (words.amounts.figure(code, value) + " " + words.amounts.unit(code)).strip();
            points.add(
                    new Point(
                            x,
                            y,
                            month.toString(),
                            last,
                            own.stream().anyMatch(l -> l.month().equals(month) && l.excess() > 0)));
        }
        return new TrendChart(
                code,
                words.amounts.name(code),
                words.amounts.unit(code),
                words.amounts.figure(code, largest),
                last,
                points,
                limits.stream()
                        .map(l ->
                                new Line(
                                        BOTTOM - l.bound() * scale,
                                        Amounts.bound(l, words.language)))
                        .toList(),
                ticks,
                path.toString(),
                values,
                points.stream().filter(Point::isOutside).count());
    }

    /// How figures and limits read.
    record Wording(Amounts amounts, Language language) {}

    private static double value(
            SortedMap<YearMonth, MonthlyReturn> returns, YearMonth month, String code) {
        MonthlyReturn of = returns.get(month);
        return of == null ? Double.NaN : of.figures().getOrDefault(code, Double.NaN);
    }
}
