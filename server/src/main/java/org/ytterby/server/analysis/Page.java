package org.ytterby.server.analysis;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import org.ytterby.server.identity.Counted;

/// Part of a list.
///
/// @param position of the ledger that it was answered from
/// @param total of the whole list, as far as the caller sees it
/// @param next cursor of the next page; absent on the last one
record Page<T>(long position, long total, List<T> items, @Nullable String next) implements Counted {
    static final String LIMIT_DEFAULT = "100";
    static final int LIMIT_MAX = 1_000;

    /// The page that a cursor names.
    ///
    /// A cursor is valid for the generation that gave it; lists of another one may have shifted,
    /// and the page says so by its position.
    ///
    /// @param after cursor of the page before, empty for the first page
    /// @param limit `1 <= limit <=` [#LIMIT_MAX]
    /// @throws IllegalArgumentException if the cursor or the limit is none
    static <T> Page<T> of(long position, List<T> all, String after, int limit) {
        if (limit < 1 || limit > LIMIT_MAX) {
            throw new IllegalArgumentException(
                    "limit: 1 to "
                            + LIMIT_MAX
                            + ", not "
                            + limit
                            + " / 每页 1 至 "
                            + LIMIT_MAX
                            + " 条");
        }
        int from = after.isEmpty() ? 0 : cursor(after);
        int to = (int) Math.min((long) from + limit, all.size());
        List<T> items = from >= to ? List.of() : List.copyOf(all.subList(from, to));
        return new Page<>(
                position, all.size(), items, to < all.size() ? Integer.toString(to) : null);
    }

    @Override
    public int rows() {
        return items.size();
    }

    private static int cursor(String after) {
        if (!after.matches("[0-9]{1,9}")) {
            throw new IllegalArgumentException(
                    "after: no cursor of this list / 不是本列表的游标: " + after);
        }
        return Integer.parseInt(after);
    }

    /// The page that a caller asked for.
    ///
    /// @param all what the caller sees
    /// @param row how each is answered
    static <T, R> Page<R> answer(
            long position, Stream<T> all, Function<T, R> row, String after, int limit) {
        try {
            Page<T> page = of(position, all.toList(), after, limit);
            return new Page<>(
                    page.position, page.total, page.items.stream().map(row).toList(), page.next);
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, e.getMessage());
        }
    }
}
