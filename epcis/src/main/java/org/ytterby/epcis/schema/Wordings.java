package org.ytterby.epcis.schema;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ytterby.core.supervision.Text;
import org.ytterby.epcis.json.Json;

/// What is said of values that do not fit: what would be right, in both languages. The field is the
/// subject of each sentence and is named beside it.
final class Wordings {
    static final Text TWICE = new Text("stands in the list twice", "在列表中重复");
    static final Text NONE_FITS = new Text("fits none of the allowed forms", "不符合任何允许的形式");
    static final Text FORBIDDEN = new Text("must not be so", "不得如此");

    private static final int SHOWN_MAX = 14;
    private static final int DISTANCE_MAX = 3;

    private Wordings() {}

    static Text missing(String field) {
        return new Text(field + " is missing", "缺少 " + field);
    }

    static Text wrongKind(Set<Node.Kind> allowed, Node.Kind found) {
        String en = allowed.stream().map(Node.Kind::word).collect(Collectors.joining(" or "));
        String zh = allowed.stream().map(Node.Kind::wordZh).collect(Collectors.joining("或"));
        return new Text(
                "must be of type " + en + ", not " + found.word(),
                "应为" + zh + "，而不是" + found.wordZh());
    }

    static Text unknownField(String name, Collection<String> fields) {
        String nearest = nearest(name, fields);
        String all = String.join(", ", fields);
        return nearest == null
                ? new Text("is no field here; the fields are " + all, "此处没有该字段；可用字段：" + all)
                : new Text(
                        "is no field here; did you mean " + nearest + "?",
                        "此处没有该字段；是否为 " + nearest + "？");
    }

    static Text tooFew(int least) {
        return new Text("needs at least " + least + " item", "至少需要 " + least + " 项");
    }

    static Text notAmong(String word, Collection<String> words) {
        Text suggested = suggested(word, words);
        return new Text(
                "is none of the allowed words; " + suggested.en(), "不在允许的取值之内；" + suggested.zh());
    }

    static Text pattern(String pattern) {
        return new Text("does not match " + pattern, "不符合 " + pattern);
    }

    static Text format(Format format) {
        return switch (format) {
            case URI ->
                    new Text(
                            "is no URI with its scheme, such as urn:epc:id:… or https://…",
                            "不是带协议头的 URI，如 urn:epc:id:… 或 https://…");
            case DATE_TIME ->
                    new Text(
                            "is no time with offset, such as 2026-01-31T08:00:00.000+08:00",
                            "不是带时区偏移的时间，如 2026-01-31T08:00:00.000+08:00");
        };
    }

    /// A message of the schema; where it is about words, with the word that was likely meant.
    static Text withWords(Text message, Node node, Json value) {
        List<String> words = node.anyOf().stream().flatMap(n -> n.words().stream()).toList();
        if (words.isEmpty() || !(value instanceof Json.Text(String word))) {
            return message;
        }
        Text suggested = suggested(word, words);
        return new Text(message.en() + "; " + suggested.en(), message.zh() + "；" + suggested.zh());
    }

    private static Text suggested(String word, Collection<String> words) {
        String bare = word.substring(Math.max(word.lastIndexOf(':'), word.lastIndexOf('-')) + 1);
        String nearest = nearest(bare, words);
        if (nearest != null) {
            return new Text("did you mean " + nearest + "?", "是否为 " + nearest + "？");
        }
        Stream<String> shown = words.stream().limit(SHOWN_MAX);
        String list = shown.collect(Collectors.joining(", "));
        String rest = words.size() > SHOWN_MAX ? ", …" : "";
        return new Text("allowed: " + list + rest, "可用：" + list + rest);
    }

    private static @Nullable String nearest(String word, Collection<String> words) {
        String best = null;
        int least = Math.min(DISTANCE_MAX, word.length() / 2) + 1;
        for (String candidate : words) {
            int distance = distance(word, candidate, least);
            if (distance < least) {
                least = distance;
                best = candidate;
            }
        }
        return best;
    }

    /// Levenshtein distance, or the bound where it is no less.
    private static int distance(String a, String b, int bound) {
        if (Math.abs(a.length() - b.length()) >= bound) {
            return bound;
        }
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
