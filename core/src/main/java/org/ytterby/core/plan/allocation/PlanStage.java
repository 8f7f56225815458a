package org.ytterby.core.plan.allocation;

import java.util.Locale;
import org.ytterby.core.ledger.PlanKind;

/// A part of the chain for which a year has a total of its own.
public enum PlanStage {
    ROCK_MINING,
    IONIC_MINING,
    SEPARATION;

    private final String code = name().toLowerCase(Locale.ROOT);

    /// The word used in files.
    public String code() {
        return code;
    }

    /// The kind of control plan that it is.
    public PlanKind kind() {
        return this == SEPARATION ? PlanKind.SMELTING_SEPARATION : PlanKind.MINING;
    }

    /// Whether ore in the ground limits it.
    public boolean isMining() {
        return kind() == PlanKind.MINING;
    }
}
