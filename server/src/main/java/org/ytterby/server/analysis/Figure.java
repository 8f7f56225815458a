package org.ytterby.server.analysis;

import org.jspecify.annotations.Nullable;

/// Figures as JSON knows them.
final class Figure {
    private Figure() {}

    /// Absent where it is no number.
    static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
