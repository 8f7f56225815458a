package org.ytterby.app;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// What somebody may have meant by a word that is not known.
final class Nearest {
    private static final int OFFERED_MAX = 5;

    private record Candidate(String word, int edits) {}

    private Nearest() {}

    /// The few words that take the fewest edits, best first, letters of either case alike.
    static List<String> to(String wanted, Stream<String> known) {
        String lower = wanted.toLowerCase(Locale.ROOT);
        return known.map(word -> new Candidate(word, edits(lower, word.toLowerCase(Locale.ROOT))))
                .sorted(Comparator.comparingInt(Candidate::edits).thenComparing(Candidate::word))
                .limit(OFFERED_MAX)
                .map(Candidate::word)
                .toList();
    }

    /// Insertions, deletions and replacements between two words (Wagner & Fischer 1974).
    private static int edits(String a, String b) {
        int[] above = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(above[j], row[j - 1]));
            }
            above = row;
        }
        return above[b.length()];
    }
}
