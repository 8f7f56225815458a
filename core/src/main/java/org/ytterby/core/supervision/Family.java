package org.ytterby.core.supervision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.ytterby.core.ledger.StableOrder;

/// All subjects of all statistical rules, judged together.
///
/// Benjamini & Hochberg 1995: with p-values in ascending order, those up to the largest i with `p_i
/// <= level · i / n` are believed; at most `level` of the findings are then false on average. `q_i`
/// is the smallest level at which subject i would be believed.
final class Family {
    private final List<Suspicion> members;
    private final Standing[] standings;

    Family(List<Suspicion> members) {
        this.members = List.copyOf(members);
        int n = this.members.size();
        int[] order = new int[n];
        Arrays.setAll(order, i -> i);
        long[] keys = new long[n];
        for (int i = 0; i < n; i++) {
            // bits of numbers that are not negative ascend with them; +0 turns -0 into 0
            keys[i] = Double.doubleToRawLongBits(this.members.get(i).p() + 0);
        }
        StableOrder.sort(order, keys);
        standings = new Standing[n];
        Standing.Bound bound = new Standing.Bound(n, 1);
        for (int i = n - 1; i >= 0; i--) {
            double p = this.members.get(order[i]).p();
            Standing.Bound own = new Standing.Bound(i + 1, p);
            bound = own.q(n) < bound.q(n) ? own : bound;
            standings[order[i]] = new Standing(p, i + 1, n, bound);
        }
    }

    /// The findings of some rules at a level, in the order of the subjects.
    List<Reasoned> findings(double level, Predicate<Rule> rules) {
        List<Reasoned> findings = new ArrayList<>();
        for (int i = 0; i < standings.length; i++) {
            Suspicion s = members.get(i);
            if (standings[i].q() <= level && rules.test(s.rule())) {
                findings.add(s.draft().get().reasoned(standings[i]));
            }
        }
        return findings;
    }
}
