package org.ytterby.core.plan.allocation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What an enterprise cannot go beyond, whatever the total: never relaxed.
///
/// `u = ⌊min(licence, design, reserve ÷ life, application, feed)⌋`. What it applies for enters here
/// and nowhere else, so asking for more than can be done buys nothing.
///
/// @param tonnes whole tonnes REO
/// @param tightest the one that gives it
/// @param lines all that were asked, in order
public record Caps(long tonnes, Kind tightest, List<Line> lines) {
    /// Keeps a quotient like 299.99999999999994 from losing a tonne.
    private static final double SLACK_T = 1e-6;

    /// What limits an enterprise.
    public enum Kind {
        LICENCE,
        DESIGN,
        RESERVE,
        APPLICATION,
        FEED;

        private final String code = name().toLowerCase(Locale.ROOT);

        /// The word used in files.
        public String code() {
            return code;
        }
    }

    /// One limit, t REO a year; 0 where the figure is missing.
    public record Line(Kind kind, double tonnes, boolean missing) {}

    static Caps of(Policy policy, Applicant.Means means) {
        List<Line> lines = new ArrayList<>();
        lines.add(line(Kind.LICENCE, means.licensedT()));
        if (policy.stage().isMining()) {
            lines.add(line(Kind.DESIGN, means.designT()));
            lines.add(line(Kind.RESERVE, means.reserveT() / policy.tuning().lifeYearsMin()));
        }
        lines.add(line(Kind.APPLICATION, means.applicationT()));
        if (!policy.stage().isMining() && !Double.isNaN(means.feedT())) {
            lines.add(line(Kind.FEED, means.feedT()));
        }
        Line least = lines.getFirst();
        for (Line line : lines) {
            least = line.tonnes() < least.tonnes() ? line : least;
        }
        double whole = Math.floor(Math.min(least.tonnes(), Policy.TOTAL_MAX_T) + SLACK_T);
        return new Caps((long) whole, least.kind(), List.copyOf(lines));
    }

    private static Line line(Kind kind, double tonnes) {
        boolean missing = Double.isNaN(tonnes);
        return new Line(kind, missing ? 0 : Math.max(0, tonnes), missing);
    }
}
