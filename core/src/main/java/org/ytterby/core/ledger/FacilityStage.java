package org.ytterby.core.ledger;

import java.util.Locale;

/// What a facility does.
public enum FacilityStage {
    MINE,
    SEPARATION,
    METAL,
    ALLOY,
    MAGNET,
    HYDROGEN_STORAGE,
    POLISHING,
    CATALYST,
    LUMINESCENT,
    MOTOR,
    DEVICE,
    RECYCLING,
    TRADE,
    PORT,
    OUTSIDE;

    private final String code = name().toLowerCase(Locale.ROOT);

    /// The word used in files.
    public String code() {
        return code;
    }

    /// Whether the facility tells every month what it gives off, uses and recovers: those whose
    /// waste water, gas and residues the limits are about.
    public boolean owesEnvironmentalReturns() {
        return this == MINE || this == SEPARATION || this == METAL || this == RECYCLING;
    }

    /// Whether the facility should be counting its stock: those that only pass goods on need not.
    public boolean owesStocktakes() {
        return this != PORT && this != TRADE && this != OUTSIDE;
    }
}
