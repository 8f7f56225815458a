package org.ytterby.server.identity;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/// Part of a list that is read from a table in the order of its keys.
///
/// @param next key of the last item, which the next page comes after; absent on the last page
record Listed<T>(List<T> items, @Nullable String next) implements Counted {
    static final int LIMIT_MAX = 1_000;

    /// @param found one more than `limit`, if there are more
    static <F, T> Listed<T> of(
            List<F> found, int limit, Function<F, T> item, Function<F, String> key) {
        boolean isLast = found.size() <= limit;
        List<F> page = isLast ? found : found.subList(0, limit);
        return new Listed<>(
                page.stream().map(item).toList(), isLast ? null : key.apply(page.getLast()));
    }

    static int bounded(int limit) {
        if (limit < 1 || limit > LIMIT_MAX) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST, "limit: 1 to " + LIMIT_MAX + ", not " + limit);
        }
        return limit;
    }

    /// A cursor that a text of the database can be compared with.
    static String cursor(String after) {
        return after.replace("\0", "");
    }

    @Override
    public int rows() {
        return items.size();
    }
}
