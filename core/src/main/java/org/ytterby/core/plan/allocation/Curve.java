package org.ytterby.core.plan.allocation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// How much a group of boxes holds at each level: a function of the level that never falls, made of
/// straight pieces, from level 0 on.
///
/// @param base value at level 0 before its first turn
/// @param turns by level
record Curve(double base, List<Turn> turns) {
    /// Where the slope changes.
    record Turn(double level, double slopeChange) {}

    /// The sum of curves. O(turns · log turns).
    static Curve sum(List<Curve> parts) {
        double base = 0;
        List<Turn> turns = new ArrayList<>();
        for (Curve part : parts) {
            base += part.base;
            turns.addAll(part.turns);
        }
        turns.sort(Comparator.comparingDouble(Turn::level));
        return new Curve(base, turns);
    }

    /// What one box holds: `clamp(level · weight, floor, ceiling)`.
    static Curve box(double weight, long floor, long ceiling) {
        if (!(weight > 0) || floor == ceiling) {
            return new Curve(floor, List.of());
        }
        return new Curve(
                floor,
                List.of(new Turn(floor / weight, weight), new Turn(ceiling / weight, -weight)));
    }

    /// Least level at which the curve has come to a value; infinite if it never does.
    double reach(double target) {
        double value = base;
        double slope = 0;
        double at = 0;
        for (Turn turn : turns) {
            double next = value + slope * (turn.level - at);
            if (value >= target) {
                return at;
            }
            if (next >= target) {
                return at + (target - value) / slope;
            }
            value = next;
            at = turn.level;
            slope += turn.slopeChange;
        }
        return value >= target ? at : Double.POSITIVE_INFINITY;
    }

    /// Greatest level at which the curve is not yet above a value; infinite if it never is.
    double leave(double target) {
        double value = base;
        double slope = 0;
        double at = 0;
        for (Turn turn : turns) {
            double next = value + slope * (turn.level - at);
            if (next > target) {
                return slope > 0 ? at + Math.max(0, target - value) / slope : at;
            }
            value = next;
            at = turn.level;
            slope += turn.slopeChange;
        }
        return Double.POSITIVE_INFINITY;
    }

    /// The curve between two levels, flat outside them.
    Curve between(double from, double to) {
        List<Turn> kept = new ArrayList<>();
        double value = base;
        double slope = 0;
        double at = 0;
        int i = 0;
        for (; i < turns.size() && turns.get(i).level <= from; i++) {
            value += slope * (turns.get(i).level - at);
            at = turns.get(i).level;
            slope += turns.get(i).slopeChange;
        }
        if (!Double.isFinite(from)) {
            return new Curve(value, List.of());
        }
        value += slope * (from - at);
        kept.add(new Turn(from, slope));
        for (; i < turns.size() && turns.get(i).level < to; i++) {
            kept.add(turns.get(i));
            slope += turns.get(i).slopeChange;
        }
        if (Double.isFinite(to)) {
            kept.add(new Turn(to, -slope));
        }
        return new Curve(value, kept);
    }
}
