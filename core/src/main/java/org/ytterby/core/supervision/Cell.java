package org.ytterby.core.supervision;

import org.ytterby.core.ledger.LedgerTime;

/// One entry of a table that is shown: words, a figure with its measure, or a time.
public sealed interface Cell {
    record Phrase(Text text) implements Cell {}

    /// @param value NaN where there is none
    record Figure(double value, Measure measure) implements Cell {
        /// As it reads in any language, `–` where there is none; its unit stands with the column.
        public String shown() {
            if (Double.isNaN(value)) {
                return "–";
            }
            return switch (measure) {
                case KG -> Say.toTheGram(value);
                case SHARE, RATIO -> Say.number(value);
                case COUNT -> Long.toString(Math.round(value));
                case FACTOR -> Double.toString(value);
                case PROBABILITY -> Say.probability(value);
            };
        }
    }

    /// @param micros as in [org.ytterby.core.ledger.LedgerTime]
    record Moment(long micros) implements Cell {
        private static final int MINUTE_DIGITS = 16;

        /// To the minute, as in `2019-03-04 15:30`.
        public String shown() {
            return LedgerTime.format(micros).substring(0, MINUTE_DIGITS).replace('T', ' ');
        }
    }

    /// What a figure measures.
    enum Measure {
        KG,
        SHARE,
        COUNT,
        RATIO,
        /// A constant to be shown in full.
        FACTOR,
        PROBABILITY
    }

    static Cell of(String word) {
        return new Phrase(new Text(word, word));
    }

    static Cell of(Text text) {
        return new Phrase(text);
    }

    static Cell of(String en, String zh) {
        return new Phrase(new Text(en, zh));
    }

    static Cell kg(double value) {
        return new Figure(value, Measure.KG);
    }

    static Cell share(double value) {
        return new Figure(value, Measure.SHARE);
    }

    static Cell count(long value) {
        return new Figure(value, Measure.COUNT);
    }

    static Cell ratio(double value) {
        return new Figure(value, Measure.RATIO);
    }

    static Cell factor(double value) {
        return new Figure(value, Measure.FACTOR);
    }

    static Cell probability(double value) {
        return new Figure(value, Measure.PROBABILITY);
    }

    static Cell at(long micros) {
        return new Moment(micros);
    }

    static Cell none() {
        return of("");
    }
}
