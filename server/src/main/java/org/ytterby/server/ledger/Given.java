package org.ytterby.server.ledger;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a request must say: a member that is missing or null is no value.
public final class Given {
    private Given() {}

    /// @throws IllegalArgumentException if one of them, or something in one of them, is null
    public static void all(@Nullable Object... parts) {
        for (Object part : parts) {
            boolean isGiven =
                    switch (part) {
                        case null -> false;
                        case Collection<?> many -> {
                            all(many.toArray());
                            yield true;
                        }
                        case Map<?, ?> cells -> {
                            all(cells.values().toArray());
                            yield true;
                        }
                        default -> true;
                    };
            if (!isGiven) {
                throw new IllegalArgumentException("a member is missing or null");
            }
        }
    }
}
