package org.ytterby.core.material;

import java.util.Locale;

/// How far along the chain a product stands.
public enum ProductStage {
    ORE,
    CONCENTRATE,
    MIXED,
    SEPARATED,
    METAL,
    ALLOY,
    MAGNET,
    HYDROGEN_STORAGE,
    POLISHING,
    CATALYST,
    LUMINESCENT,
    MOTOR,
    DEVICE,
    IN_PROCESS,
    SCRAP,
    WASTE;

    private final String code = name().toLowerCase(Locale.ROOT);

    /// The word used in files.
    public String code() {
        return code;
    }

    /// Feed of a separation plant that is not recycled: what a smelting-separation plan governs.
    public boolean isPrimaryFeed() {
        return this == CONCENTRATE || this == MIXED;
    }

    /// Still carries the element pattern of its deposit.
    public boolean isUnfractionated() {
        return this == ORE || this == CONCENTRATE || this == MIXED;
    }

    /// Counts as output of a facility when its capacity is judged.
    public boolean countsAsOutput() {
        return this != WASTE && this != SCRAP && this != IN_PROCESS;
    }
}
