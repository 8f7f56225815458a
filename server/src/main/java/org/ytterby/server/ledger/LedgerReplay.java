package org.ytterby.server.ledger;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ytterby.core.ledger.entry.Account;
import org.ytterby.core.ledger.entry.CaseFile;
import org.ytterby.core.ledger.entry.CaseParts;
import org.ytterby.core.ledger.entry.DeclaredRow;
import org.ytterby.core.ledger.entry.Entry;
import org.ytterby.core.ledger.entry.Hold;
import org.ytterby.core.ledger.entry.LedgerState;
import org.ytterby.core.ledger.entry.Proposal;
import org.ytterby.core.ledger.entry.Refusal;
import org.ytterby.core.proof.SaltedEntry;

/// Reads the entries of a ledger in their order, and makes of them what its tables must hold.
///
/// Memory grows with submissions, accounts and what was ever set aside. Not safe for use by several
/// threads at once.
public final class LedgerReplay {
    private final LedgerState state = new LedgerState();
    private final SortedMap<String, String> submissions = new TreeMap<>();
    private final Map<String, String> regions = new HashMap<>();
    private final SignedVerdicts signed = new SignedVerdicts();
    private String topic = "";
    private long following;
    private long entries;

    /// Adds the next entry.
    ///
    /// @return what is wrong with it; then no further one may be added
    public Optional<String> add(SaltedEntry stored) {
        long position = entries;
        Entry entry;
        try {
            entry = EntryJson.parse(stored.content());
        } catch (RuntimeException e) { // whatever is wrong with it, it is no entry
            return wrong(position, "cannot be read: " + e.getMessage());
        }
        entries++;
        topic = EntryJson.topic(entry);
        if (!Arrays.equals(EntryJson.bytes(entry), stored.content())) {
            return wrong(position, "is not in canonical form");
        }
        if (entry instanceof Entry.Verdict verdict) {
            if (following != 0) {
                return wrong(position, "comes before what it follows");
            }
            following = verdict.entries();
            String before =
                    submissions.put(
                            verdict.sender().organisation() + " " + verdict.key(),
                            "%s %d %d%s"
                                    .formatted(
                                            verdict.digest(),
                                            position,
                                            verdict.entries(),
                                            refusal(verdict)));
            if (before != null) {
                return wrong(position, "decides a submission that was decided before");
            }
        } else if (following-- == 0) {
            return wrong(position, "belongs to no submission");
        }
        Optional<String> unsigned = signed.add(entry);
        if (unsigned.isPresent()) {
            return wrong(position, unsigned.get());
        }
        if (entry instanceof Entry.Declared(DeclaredRow row)
                && row.table().equals(LedgerState.FACILITIES)) {
            regions.put(row.cell("facility"), row.cell("region"));
        }
        try {
            state.apply(entry);
        } catch (IllegalArgumentException e) {
            return wrong(position, "cannot be applied: " + e.getMessage());
        }
        return Optional.empty();
    }

    private static Optional<String> wrong(long position, String what) {
        return Optional.of("ledger.entry: position " + position + " " + what);
    }

    private static String refusal(Entry.Verdict verdict) {
        return switch (verdict.outcome()) {
            case Entry.Outcome.Accepted() -> "";
            case Entry.Outcome.Refused(Refusal refusal) ->
                    " %s %s %s"
                            .formatted(refusal.code().text(), refusal.subject(), refusal.value());
        };
    }

    /// What the entry that was added last is filed under.
    String topic() {
        return topic;
    }

    /// Entries that were added.
    public long entries() {
        return entries;
    }

    /// The first thing in which tables are not what follows from the entries: table and row.
    public Optional<String> difference(LedgerTables found) {
        if (following != 0) {
            return Optional.of("ledger.entry: the last submission lacks " + following + " entries");
        }
        return tables().difference(found);
    }

    private LedgerTables tables() {
        Map<LedgerTables.Table, SortedMap<String, String>> rows =
                new EnumMap<>(LedgerTables.Table.class);
        for (LedgerTables.Table table : LedgerTables.Table.values()) {
            rows.put(
                    table,
                    switch (table) {
                        case SUBMISSION -> submissions;
                        case ACCOUNT -> accounts();
                        case HOLD -> holds();
                        case PROPOSAL -> proposals();
                        case CASE_FILE -> cases();
                        case CASE_STEP -> caseSteps();
                        case CASE_HELPER -> caseHelpers();
                        case FACILITY -> facilities();
                    });
        }
        return new LedgerTables(entries, rows);
    }

    private SortedMap<String, String> accounts() {
        SortedMap<String, String> rows = new TreeMap<>();
        for (Account account : state.accounts()) {
            rows.put(
                    account.id().toString(),
                    "%s %d %d %d"
                            .formatted(
                                    state.holderOf(account.id()).orElse(""),
                                    account.granted(),
                                    account.reserved(),
                                    account.posted()));
        }
        return rows;
    }

    private SortedMap<String, String> holds() {
        SortedMap<String, String> rows = new TreeMap<>();
        for (Hold hold : state.holds()) {
            rows.put(
                    hold.name(),
                    "%s %s %d %d %s %d"
                            .formatted(
                                    hold.account(),
                                    hold.organisation(),
                                    hold.amount(),
                                    hold.untilMicros(),
                                    hold.state().code(),
                                    hold.drawn()));
        }
        return rows;
    }

    private SortedMap<String, String> proposals() {
        SortedMap<String, String> rows = new TreeMap<>();
        for (Proposal proposal : state.proposals()) {
            rows.put(
                    proposal.name(),
                    "%s %s %s %d %s %s %s %s"
                            .formatted(
                                    ProposalJson.subject(proposal.command()),
                                    proposal.organisation(),
                                    proposal.person(),
                                    proposal.untilMicros(),
                                    proposal.state().code(),
                                    proposal.endedBy(),
                                    proposal.reason(),
                                    HexFormat.of().formatHex(EntryJson.bytes(proposal.entry()))));
        }
        return rows;
    }

    private SortedMap<String, String> cases() {
        SortedMap<String, String> rows = new TreeMap<>();
        for (CaseFile file : state.cases()) {
            rows.put(
                    file.name(),
                    "%s %s %s %s %s %s %d"
                            .formatted(
                                    file.opened().finding(),
                                    file.opened().rule(),
                                    file.opened().party(),
                                    file.opened().facility(),
                                    file.opened().assigned(),
                                    file.state().code(),
                                    file.dueMicros()));
        }
        return rows;
    }

    private SortedMap<String, String> caseSteps() {
        SortedMap<String, String> rows = new TreeMap<>();
        for (CaseFile file : state.cases()) {
            for (int i = 0; i < file.steps().size(); i++) {
                rows.put(
                        file.name() + " " + i,
                        HexFormat.of().formatHex(EntryJson.bytes(file.steps().get(i))));
            }
        }
        return rows;
    }

    private SortedMap<String, String> caseHelpers() {
        SortedMap<String, String> rows = new TreeMap<>();
        for (CaseFile file : state.cases()) {
            for (String organisation : CaseParts.helpers(file.steps())) {
                rows.put(organisation + " " + file.name(), "");
            }
        }
        return rows;
    }

    private SortedMap<String, String> facilities() {
        SortedMap<String, String> rows = new TreeMap<>();
        state.facilities()
                .forEach((facility, party) ->
                        rows.put(facility, party + " " + regions.getOrDefault(facility, "")));
        return rows;
    }
}
