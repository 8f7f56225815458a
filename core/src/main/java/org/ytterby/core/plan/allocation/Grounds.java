package org.ytterby.core.plan.allocation;

import java.util.List;
import org.ytterby.core.plan.allocation.Consequence.Kind;

/// What an enterprise's plan rests on before it is set against the others.
public record Grounds(
        List<Gate.Answer> gates,
        List<Consequence> consequences,
        Caps caps,
        Reference reference,
        Score score) {
    /// Digits beyond these come from the arithmetic of binary fractions.
    private static final double SHARES_PER_WHOLE = 1e9;

    /// Whether it may have a plan at all.
    public boolean isEligible() {
        return gates.stream().allMatch(Gate.Answer::isOpen)
                && consequences.stream().noneMatch(c -> c.kind() == Kind.EXCLUSION);
    }

    /// Share of last year's quota that reductions take together, 0 to 1.
    public double reduction() {
        double left = 1;
        for (Consequence c : consequences) {
            left *= c.kind() == Kind.REDUCTION ? 1 - c.share() : 1;
        }
        return Math.rint((1 - left) * SHARES_PER_WHOLE) / SHARES_PER_WHOLE;
    }

    /// What reductions and bonuses make of the reference.
    public double factor() {
        double factor = 1;
        for (Consequence c : consequences) {
            factor *=
                    switch (c.kind()) {
                        case REDUCTION -> 1 - c.share();
                        case BONUS -> 1 + c.share();
                        case EXCLUSION -> 0;
                    };
        }
        return factor;
    }

    /// `b` times what reductions and bonuses make of it, t REO; 0 where it may have no plan.
    double weighedT() {
        return isEligible() ? reference.tonnes() * factor() : 0;
    }
}
