package org.ytterby.server.desk.cases;

import java.util.List;
import java.util.OptionalLong;
import org.ytterby.core.ledger.entry.CaseFile;
import org.ytterby.core.ledger.entry.Penalty;
import org.ytterby.formats.intake.Law;
import org.ytterby.server.supervision.Appeals;
import org.ytterby.server.web.Language;

/// A penalty of a case as a row.
///
/// @param number in the case
/// @param fine that it comes to now
/// @param state code of how far its appeal is
/// @param until last day on which the enterprise may appeal
/// @param ruling last day on which the appeal is ruled on; empty unless one waits
public record PenaltyView(
        String number,
        String clause,
        String imposed,
        String fine,
        String state,
        String until,
        String ruling) {
    static List<PenaltyView> of(CaseFile file, Law law, Language language) {
        List<Penalty> penalties = file.penalties();
        return penalties.stream()
                .map(penalty ->
                        new PenaltyView(
                                penalty.number(),
                                penalty.imposed().clause(),
                                language.yuan(penalty.imposed().fineYuan()),
                                language.yuan(penalty.fineYuan()),
                                penalty.state().code(),
                                language.date(Appeals.untilMicros(law, penalty) - 1),
                                ruling(law, penalty, language)))
                .toList();
    }

    private static String ruling(Law law, Penalty penalty, Language language) {
        OptionalLong due = Appeals.rulingDueMicros(law, penalty);
        return due.isPresent() ? language.date(due.getAsLong() - 1) : "";
    }
}
