package org.ytterby.core.plan.allocation;

import java.util.Comparator;
import java.util.List;

/// The plan of one stage and year, with everything that explains it.
///
/// @param rows by id
/// @param levels of the stage and of every group whose band binds
/// @param meanScore `s̄`, weighted by reference
/// @param utilisation share of capacity that newcomers were counted with
/// @param relaxations bounds that were widened
/// @param unplacedT tonnes that found no place within caps; they go to the reserve
public record Allocation(
        Request request,
        List<Row> rows,
        List<Level> levels,
        double meanScore,
        double utilisation,
        List<Relaxation> relaxations,
        long unplacedT) {
    /// One enterprise's plan.
    ///
    /// @param targetT `ρ`, t REO
    /// @param level `λ` at which it is filled, and whose it is: empty for the stage's own
    /// @param exactT before rounding
    /// @param tonnes the plan, whole tonnes REO
    /// @param points what one more point on each line of the score adds, t: in the order of lines
    public record Row(
            Applicant applicant,
            Grounds grounds,
            double targetT,
            Bounds bounds,
            Level level,
            double exactT,
            long tonnes,
            List<Double> points) {
        /// What binary fractions may be off by, as a share.
        private static final double CLOSE = 1e-12;

        /// What holds the plan where it is.
        public Binding binding() {
            if (!grounds.isEligible()) {
                return Binding.SHUT;
            }
            double close = CLOSE * (1 + bounds.ceilingT());
            if (exactT >= bounds.ceilingT() - close) {
                return Binding.CEILING;
            }
            return exactT <= bounds.floorT() + close ? Binding.FLOOR : Binding.NONE;
        }
    }

    /// What holds a plan where it is.
    public enum Binding {
        /// No plan for it: a gate is shut or it is excluded.
        SHUT,
        FLOOR,
        CEILING,
        /// Nothing but the level: it gets λ times its target.
        NONE
    }

    /// A level `λ`.
    ///
    /// @param group whose band binds; empty for the stage as a whole
    /// @param tonnes that are held at it, whole tonnes
    public record Level(String group, double value, long tonnes) {}

    /// Tonnes placed.
    public long placedT() {
        return rows.stream().mapToLong(Row::tonnes).sum();
    }

    /// Tonnes held back: the reserve of the policy and what found no place.
    public long heldT() {
        return request.policy().reserveT() + unplacedT;
    }

    /// Rows, best first: those who are eligible by their score, then the others.
    public List<Row> ranked() {
        return rows.stream()
                .sorted(
                        Comparator.comparing((Row r) -> !r.grounds().isEligible())
                                .thenComparing(r -> -r.grounds().score().total())
                                .thenComparing(r -> r.applicant().id()))
                .toList();
    }

    /// The row of an applicant.
    ///
    /// @throws IllegalArgumentException if nobody of that id applied
    public Row row(String id) {
        for (Row row : rows) {
            if (row.applicant().id().equals(id)) {
                return row;
            }
        }
        throw new IllegalArgumentException("nobody of that id applied: " + id);
    }
}
