package org.ytterby.core.ledger.entry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.ledger.Span;

/// Who belongs to which group, as registered. Rows that name no days are passed over, as the
/// registry passes them over.
public final class GroupMemberships {
    /// The table that they are declared in.
    public static final String MEMBERSHIPS = "memberships";

    private final Map<String, List<Member>> members = new HashMap<>();

    private record Member(String group, Span span) {}

    /// Adds a row of the table.
    public void add(DeclaredRow row) {
        spanOf(row)
                .ifPresent(span ->
                        members.computeIfAbsent(row.cell("party"), _ -> new ArrayList<>(1))
                                .add(new Member(row.cell("group"), span)));
    }

    private static Optional<Span> spanOf(DeclaredRow row) {
        String until = row.cell("until").strip();
        long from = LedgerTime.parseDate(row.cell("from").strip()).orElse(LedgerTime.END);
        long end =
                until.isEmpty()
                        ? LedgerTime.END
                        : LedgerTime.parseDate(until).orElse(LedgerTime.BEGINNING);
        if (end != LedgerTime.END && end != LedgerTime.BEGINNING) {
            end += LedgerTime.DAY; // the last day is one of membership
        }
        return from < end ? Optional.of(new Span(from, end)) : Optional.empty();
    }

    /// Whether a party is a group itself or belongs to it at an instant; of overlapping memberships
    /// the one counts that began last.
    boolean isOf(String party, String group, long micros) {
        return party.equals(group) || group.equals(groupOf(party, micros));
    }

    /// The group of a party at an instant; empty for none.
    public String groupOf(String party, long micros) {
        Member last = null;
        for (Member member : members.getOrDefault(party, List.of())) {
            boolean isLater = last == null || member.span.fromMicros() >= last.span.fromMicros();
            if (member.span.contains(micros) && isLater) {
                last = member;
            }
        }
        return last == null ? "" : last.group;
    }

    /// Who belongs to a group at an instant, itself not among them.
    public List<String> membersOf(String group, long micros) {
        return members.keySet().stream()
                .filter(party -> group.equals(groupOf(party, micros)))
                .sorted()
                .toList();
    }
}
