package org.ytterby.core.supervision;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.ytterby.core.balance.BalanceMemory;
import org.ytterby.core.ledger.Declarations;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.plan.PlanUses;

/// Explains the findings of a reconciliation. Thread-safe.
public final class Explainer {
    private final Scene scene;
    private final Settings settings;
    private final Reconciliation answer;
    private final List<Reasoned> reasoned;

    Explainer(Scene scene, Settings settings, Reconciliation answer, List<Reasoned> reasoned) {
        this.scene = scene;
        this.settings = settings;
        this.answer = answer;
        this.reasoned = List.copyOf(reasoned);
    }

    /// Reconciles what was declared and keeps the working behind every finding.
    public static Explainer of(Declarations declarations, Settings settings) {
        return Reconciler.explained(declarations, settings);
    }

    /// The same for one state of a ledger after another: it comes sooner where few facilities have
    /// new lines.
    ///
    /// @param memory of the states before; remembers this one instead
    public static Explainer of(Declarations declarations, Settings settings, BalanceMemory memory) {
        return Reconciler.explained(declarations, settings, memory);
    }

    /// What was explained: the same as [Reconciler#reconcile] returns.
    public Reconciliation answer() {
        return answer;
    }

    /// Use of plans with the lines behind it, made anew by each call. O(lines).
    public PlanUses planUses() {
        return PlanUses.of(scene.model());
    }

    /// Ranks of the findings that a selector means, most serious first; empty if it means none.
    ///
    /// @param selector a rank (`1` is the most serious finding), a rule (`no-plan`), or a rule and
    ///   a subject (`inventory-gain:SEP-1`): the id of a facility, party, lot or record, a year, or
    ///   any word of the finding's sentence, such as a licence or country
    public List<Integer> ranks(String selector) {
        if (selector.chars().allMatch(c -> c >= '0' && c <= '9') && !selector.isEmpty()) {
            return ranksWhere(i -> selector.equals(Integer.toString(i)));
        }
        int colon = selector.indexOf(':');
        String rule = colon < 0 ? selector : selector.substring(0, colon);
        List<Integer> ofRule = ranksWhere(i -> finding(i).rule().code().equals(rule));
        if (colon < 0) {
            return ofRule;
        }
        String subject = selector.substring(colon + 1);
        List<Integer> named = ofRule.stream().filter(i -> isSubject(finding(i), subject)).toList();
        return named.isEmpty()
                ? ofRule.stream().filter(i -> isMentioned(finding(i), subject)).toList()
                : named;
    }

    private List<Integer> ranksWhere(Predicate<Integer> wanted) {
        return IntStream.rangeClosed(1, reasoned.size()).boxed().filter(wanted).toList();
    }

    private Finding finding(int rank) {
        return reasoned.get(rank - 1).finding();
    }

    private static boolean isSubject(Finding finding, String word) {
        Finding.Subject subject = finding.subject();
        return word.equals(subject.lot())
                || word.equals(subject.record())
                || word.equals(subject.facility())
                || word.equals(subject.party());
    }

    private static boolean isMentioned(Finding finding, String word) {
        boolean dated = !finding.span().equals(Finding.NO_SPAN);
        if (dated
                && word.equals(Integer.toString(LedgerTime.yearOf(finding.span().fromMicros())))) {
            return true;
        }
        return List.of(finding.message().en().split("[\\s,:;()]+")).contains(word)
                || finding.evidence().first().contains(word);
    }

    /// What to call a finding: its rule and the narrowest thing that it concerns.
    public static String nameOf(Finding finding) {
        Finding.Subject s = finding.subject();
        for (String id : List.of(s.lot(), s.record(), s.facility(), s.party())) {
            if (!id.isEmpty()) {
                return finding.rule().code() + ":" + id;
            }
        }
        return finding.rule().code();
    }

    /// Explains one finding.
    ///
    /// @param rank `1 <= rank <= number of findings`
    public Explanation explanation(int rank) {
        if (rank < 1 || rank > reasoned.size()) {
            throw new IllegalArgumentException(
                    "no finding of rank " + rank + " among " + reasoned.size());
        }
        Reasoned one = reasoned.get(rank - 1);
        Finding finding = one.finding();
        List<Exhibit> evidence = new ArrayList<>();
        if (finding.evidence().all() > 0) {
            evidence.add(new EvidenceSheet(scene).of(finding.evidence()));
        }
        return new Explanation(
                rank,
                finding,
                RuleText.of(finding.rule()),
                RuleText.source(finding.rule()),
                evidence,
                one.working().show(),
                judgement(one),
                Advice.of(finding.rule()));
    }

    private List<Exhibit> judgement(Reasoned one) {
        Standing s = one.standing();
        if (s == null) {
            return List.of();
        }
        String p = Say.probability(s.p());
        String bound =
                Say.probability(s.bound().p())
                        + " × "
                        + s.size()
                        + " / "
                        + s.bound().rank()
                        + " = "
                        + Say.probability(s.q());
        boolean own = s.bound().rank() == s.rank();
        String level = Say.number(settings.falseAlarms());
        return List.of(
                Exhibit.says(
                        "p = "
                                + p
                                + " is number "
                                + s.rank()
                                + " of the "
                                + s.size()
                                + " subjects of all statistical rules, smallest first",
                        "p = " + p + "，在全部统计规则的 " + s.size() + " 个对象中由小到大排第 " + s.rank()),
                Exhibit.says(
                        "q = smallest of p × "
                                + s.size()
                                + " / rank over this and all later ranks"
                                + (own ? "" : ", here that of rank " + s.bound().rank())
                                + ": "
                                + bound
                                + " (Benjamini–Hochberg)",
                        "q = 本名次及其后各名次的 p × "
                                + s.size()
                                + " / 名次 的最小值"
                                + (own ? "" : "（取自第 " + s.bound().rank() + " 名）")
                                + "："
                                + bound
                                + "（Benjamini–Hochberg 法）"),
                Exhibit.says(
                        "q ≤ "
                                + level
                                + ", the share of false alarms asked for, so that it is a finding",
                        "q ≤ " + level + "（要求的误报率），故列为线索"));
    }
}
