package org.ytterby.core.environment;

/// How a figure is held against a bound.
public enum Comparison {
    AT_LEAST(">="),
    AT_MOST("<="),
    ABOVE(">"),
    BELOW("<"),
    EQUAL("=");

    private final String code;

    Comparison(String code) {
        this.code = code;
    }

    /// The sign used in files.
    public String code() {
        return code;
    }

    /// Whether a figure keeps to the bound.
    public boolean holds(double value, double bound) {
        return switch (this) {
            case AT_LEAST -> value >= bound;
            case AT_MOST -> value <= bound;
            case ABOVE -> value > bound;
            case BELOW -> value < bound;
            case EQUAL -> value >= bound && value <= bound;
        };
    }
}
