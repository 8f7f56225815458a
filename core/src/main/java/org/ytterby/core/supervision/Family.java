package org.ytterby.core.supervision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.ytterby.core.ledger.StableOrder;

/// All subjects of all statistical rules, judged together.
///
/// Benjamini & Hochberg 1995: with p-values in ascending order, those up to the largest i with `p_i
/// <= level · i / n` are believed; at most `level` of the findings are then false on average. `q_i`
/// is the smallest level at which subject i would be believed.
final class Family {
    private final List<Subjects> members;

    /// Where those stand that are believed, by their position among all subjects.
    private final Map<Integer, Standing> believed = new TreeMap<>();

    /// O(subjects); only what is believed is kept.
    ///
    /// @param level at which subjects are believed
    Family(List<Subjects> members, double level) {
        this.members = List.copyOf(members);
        int n = this.members.stream().mapToInt(Subjects::size).sum();
        long[] keys = keys(n);
        int[] order = new int[n];
        Arrays.setAll(order, i -> i);
        StableOrder.sort(order, keys);
        Standing.Bound bound = new Standing.Bound(n, 1);
        for (int i = n - 1; i >= 0; i--) {
            double p = Double.longBitsToDouble(keys[order[i]]);
            Standing.Bound own = new Standing.Bound(i + 1, p);
            bound = own.q(n) < bound.q(n) ? own : bound;
            if (bound.q(n) <= level) {
                believed.put(order[i], new Standing(p, i + 1, n, bound));
            }
        }
    }

    /// Bits of the p-values: those of numbers that are not negative ascend with them.
    private long[] keys(int n) {
        long[] keys = new long[n];
        int at = 0;
        for (Subjects subjects : members) {
            for (int i = 0; i < subjects.size(); i++) {
                keys[at++] = Double.doubleToRawLongBits(subjects.p(i) + 0); // +0 turns -0 into 0
            }
        }
        return keys;
    }

    /// The findings of some rules, in the order of the subjects.
    List<Reasoned> findings(Predicate<Rule> rules) {
        List<Reasoned> findings = new ArrayList<>();
        believed.forEach((position, standing) -> {
            int i = position;
            int member = 0;
            while (i >= members.get(member).size()) {
                i -= members.get(member++).size();
            }
            Subjects subjects = members.get(member);
            if (rules.test(subjects.rule(i))) {
                findings.add(subjects.draft(i).reasoned(standing));
            }
        });
        return findings;
    }
}
