package org.ytterby.server.analysis;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.material.Element;
import org.ytterby.core.supervision.Finding;

/// A finding as it is answered.
///
/// @param id the same in every generation that raises the finding
/// @param from absent, as `until` is, where it concerns no time in particular
/// @param massKg absent, as the other figures are, where it cannot be said
/// @param evidence ids of the first records that it rests on
public record FindingRow(
        String id,
        String rule,
        String severity,
        String party,
        String facility,
        @Nullable String from,
        @Nullable String until,
        String lot,
        List<String> elements,
        String record,
        @Nullable Double massKg,
        @Nullable Double sigmaKg,
        @Nullable Double pValue,
        String message,
        String messageZh,
        List<String> evidence) {
    public static FindingRow of(Finding f) {
        boolean isDated = !f.span().equals(Finding.NO_SPAN);
        return new FindingRow(
                f.id(),
                f.rule().code(),
                f.severity().code(),
                f.subject().party(),
                f.subject().facility(),
                isDated ? LedgerTime.format(f.span().fromMicros()) : null,
                isDated ? LedgerTime.format(f.span().untilMicros()) : null,
                f.subject().lot(),
                f.elements().stream().map(Element::name).toList(),
                f.subject().record(),
                Figure.finite(f.weight().massKg()),
                Figure.finite(f.weight().sigmaKg()),
                Figure.finite(f.weight().pValue()),
                f.message().en(),
                f.message().zh(),
                f.evidence().first());
    }
}
