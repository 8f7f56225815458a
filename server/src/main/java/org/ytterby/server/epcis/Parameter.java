package org.ytterby.server.epcis;

import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/// A parameter of a query with its values.
record Parameter(String name, List<String> values) {
    Parameter {
        values = List.copyOf(values);
        if (values.isEmpty()) {
            throw malformed(name, "a value", "一个值", "");
        }
    }

    EpcisProblem unknown() {
        return EpcisProblem.of(
                EpcisProblem.Kind.QUERY_PARAMETER,
                name + " is no parameter of a query of events",
                name + " 不是事件查询参数");
    }

    EpcisProblem malformed(String en, String zh) {
        return EpcisProblem.of(
                EpcisProblem.Kind.QUERY_PARAMETER, name + ": " + en, name + "：" + zh);
    }

    private static EpcisProblem malformed(String name, String en, String zh, String found) {
        return EpcisProblem.of(
                EpcisProblem.Kind.QUERY_PARAMETER,
                name + ": must be " + en + ", not \"" + found + "\"",
                name + "：应为" + zh + "，而不是“" + found + "”");
    }

    /// The only value.
    String single() {
        if (values.size() > 1) {
            throw malformed(name, "one value", "一个值", String.join("|", values));
        }
        return values.getFirst();
    }

    /// The parameter, its values all among some words.
    Parameter among(String... words) {
        for (String value : values) {
            if (!Set.of(words).contains(value)) {
                String all = String.join(", ", words);
                throw malformed(name, "among " + all, "以下之一：" + all, value);
            }
        }
        return this;
    }

    boolean isTrueOrEmpty() {
        String value = single();
        return switch (value) {
            case "", "true", "null", "1" -> true;
            case "false" -> false;
            default -> throw malformed(name, "true or false", " true 或 false", value);
        };
    }

    long time() {
        OptionalLong micros = Micros.parse(single());
        return micros.orElseThrow(() ->
                malformed(
                        name,
                        "a time with offset, such as 2026-01-31T08:00:00+08:00",
                        "带时区偏移的时间，如 2026-01-31T08:00:00+08:00",
                        single()));
    }

    List<Double> numbers() {
        return values.stream().map(this::number).toList();
    }

    private double number(String value) {
        try {
            double number = Double.parseDouble(value);
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw malformed(name, "a number", "数字", value);
        }
        throw malformed(name, "a number", "数字", value);
    }

    double numberOrTime() {
        OptionalLong micros = Micros.parse(single());
        return micros.isPresent() ? micros.getAsLong() : number(single());
    }

    int count(int least) {
        try {
            int count = Integer.parseInt(single());
            if (count >= least) {
                return count;
            }
        } catch (NumberFormatException e) {
            throw malformed(
                    name, "a whole number of at least " + least, "不小于 " + least + " 的整数", single());
        }
        throw malformed(
                name, "a whole number of at least " + least, "不小于 " + least + " 的整数", single());
    }
}
