package org.ytterby.server.desk.supervision;

import java.util.List;
import org.ytterby.core.supervision.Explainer;
import org.ytterby.core.supervision.Finding;
import org.ytterby.core.supervision.Rule;
import org.ytterby.server.web.Language;

/// A finding as a row of a table.
///
/// @param rank 1 for the most serious of the nation
/// @param name to ask for it by
/// @param confidence share of false alarms among findings as sure as this, in percent; empty where
///   the records say it all
public record FindingView(
        int rank,
        String name,
        String severity,
        String rule,
        String sentence,
        String facility,
        String days,
        String mass,
        String confidence) {
    static FindingView of(int rank, Finding finding, Language language) {
        Finding.Weight weight = finding.weight();
        return new FindingView(
                rank,
                Explainer.nameOf(finding),
                finding.severity().code(),
                finding.rule().code(),
                language.sentence(finding.message()),
                finding.subject().facility(),
                language.days(finding),
                language.mass(weight.massKg(), weight.sigmaKg()),
                finding.rule().kind() == Rule.Kind.STATISTICAL
                        ? language.chance(weight.qValue())
                        : "");
    }

    /// Findings in their order, ranked as they are.
    static List<FindingView> of(List<Ranked> findings, Language language) {
        return findings.stream().map(f -> of(f.rank(), f.finding(), language)).toList();
    }

    /// A finding and its place among all.
    record Ranked(int rank, Finding finding) {}
}
