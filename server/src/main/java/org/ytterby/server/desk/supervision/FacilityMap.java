package org.ytterby.server.desk.supervision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.ytterby.core.ledger.Facility;
import org.ytterby.core.ledger.FacilityStage;
import org.ytterby.core.ledger.Position;
import org.ytterby.core.ledger.Registry;
import org.ytterby.core.supervision.Severity;
import org.ytterby.server.analysis.View;

/// A schematic map: facilities as points without borders, those with findings marked by the most
/// serious of them.
///
/// @param dots with findings, the least serious first, so that the others lie on top
/// @param plain a path of points for facilities without any
/// @param placed how many facilities have a position
/// @param unplaced how many have none
public record FacilityMap(List<Dot> dots, String plain, int placed, int unplaced) {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 420;

    /// What is left free around the outermost points.
    private static final double MARGIN = 34;

    /// Drawn one by one.
    private static final int DOTS_MAX = 400;

    private static final int NAMED_MAX = 8;

    /// A name takes so much room; where another stands within it, it is left out.
    private static final double NAME_WIDTH = 90;

    private static final double NAME_HEIGHT = 20;
    private static final double RADIUS_MIN = 5;
    private static final double RADIUS_MAX = 16;

    /// Less than this, degrees, and all points are one.
    private static final double SPREAD_MIN = 0.02;

    public int width() {
        return WIDTH;
    }

    public int height() {
        return HEIGHT;
    }

    /// @param severity code of the most serious finding
    /// @param isNamed whether its name is written beside
    /// @param isLeft whether the name is written to the left
    public record Dot(
            String facility,
            String severity,
            int findings,
            String x,
            String y,
            String radius,
            String labelX,
            boolean isNamed,
            boolean isLeft) {}

    private record Found(Severity worst, int count) {
        Found with(Severity severity) {
            return new Found(severity.compareTo(worst) < 0 ? severity : worst, count + 1);
        }
    }

    private record Placed(Facility facility, Position position) {}

    static FacilityMap of(View view, List<FindingView.Ranked> findings) {
        Map<String, Found> found = new HashMap<>();
        for (FindingView.Ranked ranked : findings) {
            found.merge(
                    ranked.finding().subject().facility(),
                    new Found(ranked.finding().severity(), 1),
                    (before, one) -> before.with(one.worst));
        }
        Registry registry = view.registry();
        List<Placed> placed = new ArrayList<>();
        int unplaced = 0;
        for (int f = 0; f < registry.facilities().size(); f++) {
            Facility facility = registry.facility(f);
            if (facility.stage() == FacilityStage.OUTSIDE
                    || !view.scope().seesFacility(registry, f)) {
                continue;
            }
            Position position = facility.position();
            if (position == null) {
                unplaced++;
            } else {
                placed.add(new Placed(facility, position));
            }
        }
        return placed.isEmpty()
                ? new FacilityMap(List.of(), "", 0, unplaced)
                : drawn(placed, found, unplaced);
    }

    private static FacilityMap drawn(List<Placed> placed, Map<String, Found> found, int unplaced) {
        Scale scale = Scale.of(placed);
        StringBuilder plain = new StringBuilder();
        List<Placed> marked = new ArrayList<>();
        for (Placed one : placed) {
            if (found.containsKey(one.facility.id())) {
                marked.add(one);
            } else {
                plain.append(
                        String.format(Locale.ROOT, "M%.1f %.1fh0", scale.x(one), scale.y(one)));
            }
        }
        Comparator<Placed> mostSerious =
                Comparator.comparing((Placed p) -> finding(found, p).worst)
                        .thenComparing(p -> -finding(found, p).count)
                        .thenComparing(p -> p.facility.id());
        marked.sort(mostSerious);
        int most = marked.stream().mapToInt(p -> finding(found, p).count).max().orElse(1);
        List<Dot> dots = new ArrayList<>();
        List<Placed> named = new ArrayList<>();
        for (int i = 0; i < Math.min(marked.size(), DOTS_MAX); i++) {
            Placed one = marked.get(i);
            boolean isNamed =
                    named.size() < NAMED_MAX
                            && named.stream().noneMatch(other -> scale.isCrowded(one, other));
            if (isNamed) {
                named.add(one);
            }
            dots.addFirst(dot(one, finding(found, one), scale, most, isNamed));
        }
        return new FacilityMap(dots, plain.toString(), placed.size(), unplaced);
    }

    private static Found finding(Map<String, Found> found, Placed placed) {
        return Objects.requireNonNull(found.get(placed.facility.id()));
    }

    private static Dot dot(Placed one, Found found, Scale scale, int most, boolean isNamed) {
        double x = scale.x(one);
        double radius =
                RADIUS_MIN + (RADIUS_MAX - RADIUS_MIN) * Math.sqrt((double) found.count / most);
        boolean isLeft = x > WIDTH * 0.75;
        return new Dot(
                one.facility.id(),
                found.worst.code(),
                found.count,
                fixed(x),
                fixed(scale.y(one)),
                fixed(radius),
                fixed(isLeft ? x - radius - 4 : x + radius + 4),
                isNamed,
                isLeft);
    }

    private static String fixed(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    /// Keeps the shape of the land at its middle latitude.
    private record Scale(
            double middleLongitude, double middleLatitude, double squeeze, double perDegree) {
        static Scale of(List<Placed> placed) {
            double west = Double.MAX_VALUE;
            double east = -Double.MAX_VALUE;
            double south = Double.MAX_VALUE;
            double north = -Double.MAX_VALUE;
            for (Placed one : placed) {
                west = Math.min(west, one.position.longitude());
                east = Math.max(east, one.position.longitude());
                south = Math.min(south, one.position.latitude());
                north = Math.max(north, one.position.latitude());
            }
            double squeeze = Math.cos(Math.toRadians((south + north) / 2));
            double wide = Math.max((east - west) * squeeze, SPREAD_MIN);
            double high = Math.max(north - south, SPREAD_MIN);
            return new Scale(
                    (west + east) / 2,
                    (south + north) / 2,
                    squeeze,
                    Math.min((WIDTH - 2 * MARGIN) / wide, (HEIGHT - 2 * MARGIN) / high));
        }

        double x(Placed one) {
            return WIDTH / 2.0 + (one.position.longitude() - middleLongitude) * squeeze * perDegree;
        }

        /// Whether the names of two would lie upon each other.
        boolean isCrowded(Placed one, Placed other) {
            return Math.abs(x(one) - x(other)) < NAME_WIDTH
                    && Math.abs(y(one) - y(other)) < NAME_HEIGHT;
        }

        double y(Placed one) {
            return HEIGHT / 2.0 - (one.position.latitude() - middleLatitude) * perDegree;
        }
    }
}
