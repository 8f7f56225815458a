package org.ytterby.core.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.ytterby.core.testing.LedgerText;

/// Findings of one rule in small ledgers.
final class Raised {
    private Raised() {}

    static Reconciliation reconciled(String... text) {
        return Reconciler.reconcile(LedgerText.declare(text), Settings.standard());
    }

    static Reconciliation attributed(String... text) {
        return Reconciler.reconcile(LedgerText.declare(text), new Settings(0.05, true, Set.of()));
    }

    static List<Finding> by(Rule rule, String... text) {
        return reconciled(text).findings().stream().filter(f -> f.rule() == rule).toList();
    }

    /// The only finding of a rule.
    static Finding one(Rule rule, String... text) {
        List<Finding> findings = by(rule, text);
        assertThat(findings).as(rule.code()).hasSize(1);
        return findings.getFirst();
    }

    static void none(Rule rule, String... text) {
        assertThat(by(rule, text)).as(rule.code()).isEmpty();
    }

    /// The facility, or else the party, then lot and record of a finding.
    static String subject(Finding finding) {
        Finding.Subject s = finding.subject();
        String who = s.facility().isEmpty() ? s.party() : s.facility();
        return String.join(" ", List.of(who, s.lot(), s.record())).strip().replace("  ", " ");
    }

    static double kg(Finding finding) {
        return finding.weight().massKg();
    }
}
