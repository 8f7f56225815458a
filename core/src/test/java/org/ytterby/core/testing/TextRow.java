package org.ytterby.core.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.ledger.Span;
import org.ytterby.core.material.Element;
import org.ytterby.core.material.OreType;

/// One row of a [LedgerText]: cells by position, then options `key=value` and flags in any order.
///
/// @param number row of the text, counted from 1
record TextRow(int number, List<String> cells, Map<String, String> options) {
    static TextRow of(int number, String line) {
        List<String> cells = new ArrayList<>();
        Map<String, String> options = new LinkedHashMap<>();
        for (String word : line.strip().split("\\s+", -1)) {
            int equals = word.indexOf('=');
            if (equals > 0) {
                options.put(word.substring(0, equals), word.substring(equals + 1));
            } else {
                cells.add(word);
            }
        }
        return new TextRow(number, cells, options);
    }

    String cell(int i) {
        if (i >= cells.size()) {
            throw refused("has no cell " + i);
        }
        return cells.get(i);
    }

    boolean has(String flag) {
        return cells.contains(flag);
    }

    String option(String key) {
        return options.getOrDefault(key, "");
    }

    double number(String key, double otherwise) {
        String value = option(key);
        return value.isEmpty() ? otherwise : Double.parseDouble(value);
    }

    OreType ore() {
        return OreType.valueOf(option("ore").toUpperCase(Locale.ROOT));
    }

    /// One value per element from options such as `Nd=0.3`.
    double[] elements() {
        double[] values = new double[Element.COUNT];
        for (Element e : Element.ALL) {
            values[e.ordinal()] = number(e.name(), 0);
        }
        return values;
    }

    /// From the day `from` to the day `until`, inclusive; open where not given.
    Span span() {
        String from = option("from");
        String until = option("until");
        return new Span(
                from.isEmpty() ? LedgerTime.BEGINNING : micros(from, 0),
                until.isEmpty() ? LedgerTime.END : micros(until, LedgerTime.DAY));
    }

    static boolean isDate(String time) {
        return time.length() == 10;
    }

    /// A bare date, a time in UTC+8 or a timestamp with offset.
    ///
    /// @param ofDay what a bare date adds to its beginning
    long micros(String time, long ofDay) {
        OptionalLong micros =
                isDate(time)
                        ? LedgerTime.parseDate(time)
                        : LedgerTime.parse(time.length() == 16 ? time + "+08:00" : time);
        if (micros.isEmpty()) {
            throw refused("has a bad time " + time);
        }
        return micros.getAsLong() + (isDate(time) ? ofDay : 0);
    }

    IllegalArgumentException refused(String why) {
        return new IllegalArgumentException("row " + number + " " + why + ": " + cells + options);
    }
}
