package org.ytterby.server.desk.administration;

import java.util.List;
import java.util.Map;
import org.ytterby.core.supervision.Finding;
import org.ytterby.formats.intake.LawRow;
import org.ytterby.server.law.LawEffect;
import org.ytterby.server.web.Language;

/// What a row of dated law would alter, to be read.
///
/// @param cells the row beside the one whose place it takes, by column
/// @param replaces whether it takes the place of one
/// @param isOfFindings whether it is told by findings
public record LawEffectView(
        List<Cell> cells,
        boolean replaces,
        boolean isOfFindings,
        int now,
        int then,
        List<Row> more,
        int moreCount,
        List<Row> fewer,
        int fewerCount,
        List<LawEffect.CaseOn> cases,
        List<Due> splits) {
    private static final int SHOWN_MAX = 100;

    /// A cell now and then.
    ///
    /// @param now empty where there is none
    /// @param words what the key of its text begins with, where it is a word of a list; else empty
    public record Cell(String label, String now, String then, String words) {
        public boolean isChanged() {
            return !now.equals(then);
        }
    }

    /// A finding that only one of the two numbers raises.
    public record Row(String rule, String sentence, String facility) {
        static Row of(Finding finding, Language language) {
            String facility = finding.subject().facility();
            return new Row(
                    finding.rule().code(),
                    language.sentence(finding.message()),
                    facility.isEmpty() ? "–" : facility);
        }
    }

    /// A plan that would be due on another day.
    public record Due(String plan, String holder, String before, String after) {}

    /// @param names of organisations by id
    static LawEffectView of(
            LawForm form, LawEffect effect, Map<String, String> names, Language language) {
        LawRow replaced = effect.replaced();
        LawEffect.Findings findings = effect.findings();
        List<Finding> more = findings == null ? List.of() : findings.more();
        List<Finding> fewer = findings == null ? List.of() : findings.fewer();
        return new LawEffectView(
                form.fields().stream()
                        .map(f ->
                                new Cell(
                                        f.label(),
                                        replaced == null ? "" : replaced.cell(f.name()),
                                        f.value(),
                                        f.words()))
                        .filter(c -> !c.now.isEmpty() || !c.then.isEmpty())
                        .toList(),
                replaced != null,
                findings != null,
                findings == null ? 0 : findings.now(),
                findings == null ? 0 : findings.then(),
                rows(more, language),
                more.size(),
                rows(fewer, language),
                fewer.size(),
                effect.cases(),
                effect.splits().stream()
                        .map(s ->
                                new Due(
                                        s.plan(),
                                        names.getOrDefault(s.holder(), s.holder()),
                                        s.before().isEmpty() ? "–" : s.before(),
                                        s.after().isEmpty() ? "–" : s.after()))
                        .toList());
    }

    private static List<Row> rows(List<Finding> findings, Language language) {
        return findings.stream().limit(SHOWN_MAX).map(f -> Row.of(f, language)).toList();
    }

    /// How many things it names.
    int count() {
        return moreCount + fewerCount + cases.size() + splits.size();
    }
}
