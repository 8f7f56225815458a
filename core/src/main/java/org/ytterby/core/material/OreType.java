package org.ytterby.core.material;

/// The two kinds of ore that plans tell apart.
public enum OreType {
    ROCK,
    IONIC;

    /// The word used in files.
    public String code() {
        return this == ROCK ? "rock" : "ionic";
    }
}
