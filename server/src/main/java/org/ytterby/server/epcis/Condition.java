package org.ytterby.server.epcis;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One thing that a query asks of events.
sealed interface Condition {
    /// How a number or a time is compared.
    enum Comparison {
        EQ("="),
        GT(">"),
        GE(">="),
        LT("<"),
        LE("<=");

        private final String sign;

        Comparison(String sign) {
            this.sign = sign;
        }

        String sign() {
            return sign;
        }
    }

    /// A time that every event has.
    enum Time {
        HAPPENED("event_micros"),
        RECORDED("record_micros");

        private final String column;

        Time(String column) {
            this.column = column;
        }

        String column() {
            return column;
        }
    }

    /// At least one of the terms is there; or, if not wanted, none is.
    record Terms(List<String> terms, boolean wanted) implements Condition {
        public Terms {
            terms = List.copyOf(terms);
        }

        /// Whether few events can be meant, because the terms name single things.
        boolean isNarrow() {
            return wanted && !terms.isEmpty() && terms.stream().allMatch(Term::isNarrow);
        }
    }

    /// One of the terms is there, or one that looks like one of the patterns.
    ///
    /// @param patterns `_` stands for one character, `%` for any
    record Like(List<String> terms, List<String> patterns) implements Condition {
        public Like {
            terms = List.copyOf(terms);
            patterns = List.copyOf(patterns);
        }
    }

    /// The event has one of these ids.
    record Ids(List<String> ids) implements Condition {
        public Ids {
            ids = List.copyOf(ids);
        }
    }

    /// A number at one of the paths compares so to one of the values.
    ///
    /// @param unit null for any
    record Numbers(
            List<String> paths, @Nullable String unit, Comparison comparison, List<Double> values)
            implements Condition {
        public Numbers {
            paths = List.copyOf(paths);
            values = List.copyOf(values);
        }
    }

    /// What the event names in one of the paths has, by its organisation's master data, an
    /// attribute.
    ///
    /// @param names of which one suffices
    /// @param values of which one suffices; none for any
    record Attribute(List<String> paths, List<String> names, List<String> values)
            implements Condition {
        public Attribute {
            paths = List.copyOf(paths);
            names = List.copyOf(names);
            values = List.copyOf(values);
        }
    }

    /// The event is at one of the places, or at one that lies within it: by its number, or by its
    /// organisation's master data.
    ///
    /// @param path `readPoint` or `bizLocation`
    record Within(String path, List<String> places) implements Condition {
        public Within {
            places = List.copyOf(places);
        }
    }

    record Bound(Time time, Comparison comparison, long micros) implements Condition {}
}
