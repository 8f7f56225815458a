package org.ytterby.server.desk.administration;

import java.util.List;
import org.ytterby.core.ledger.Facility;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.ledger.Membership;
import org.ytterby.core.ledger.Party;
import org.ytterby.core.ledger.Registry;
import org.ytterby.core.ledger.Span;
import org.ytterby.server.web.Language;

/// An organisation as a row.
///
/// @param kind code
/// @param groups that it belongs to, each with its days
/// @param facilities how many it runs
public record OrganisationView(
        String party,
        String name,
        String kind,
        String country,
        List<String> groups,
        int facilities) {
    public OrganisationView {
        groups = List.copyOf(groups);
    }

    /// @param index of the party
    static OrganisationView of(int index, Registry registry, Language language) {
        Party party = registry.party(index);
        List<String> groups =
                registry.memberships().stream()
                        .filter(m -> m.party() == index)
                        .map(m -> group(m, registry, language))
                        .toList();
        return new OrganisationView(
                party.id(),
                language.name(party),
                party.kind().code(),
                party.country(),
                groups,
                (int)
                        registry.facilities().stream()
                                .mapToInt(Facility::party)
                                .filter(owner -> owner == index)
                                .count());
    }

    private static String group(Membership membership, Registry registry, Language language) {
        return "%s (%s)"
                .formatted(
                        language.name(registry.party(membership.group())),
                        days(membership.span(), language));
    }

    private static String days(Span span, Language language) {
        String from =
                span.fromMicros() == LedgerTime.BEGINNING ? "" : language.day(span.fromMicros());
        return span.untilMicros() == LedgerTime.END
                ? language.pick("from " + from, from + " 起")
                : from + language.pick(" to ", " 至 ") + language.day(span.untilMicros() - 1);
    }
}
