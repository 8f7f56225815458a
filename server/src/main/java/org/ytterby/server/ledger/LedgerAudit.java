package org.ytterby.server.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.ytterby.core.ledger.entry.Account;
import org.ytterby.core.ledger.entry.DeclaredRow;
import org.ytterby.core.ledger.entry.CaseFile;
import org.ytterby.core.ledger.entry.Entry;
import org.ytterby.core.ledger.entry.Hold;
import org.ytterby.core.ledger.entry.LedgerState;
import org.ytterby.core.ledger.entry.Proposal;
import org.ytterby.core.ledger.entry.Refusal;
import org.ytterby.core.proof.SaltedEntry;

/// Makes every table that was made of the ledger anew from its entries, and compares.
///
/// Reads one snapshot. Memory grows with submissions, accounts and what was ever set aside.
public final class LedgerAudit {
    private final LedgerState state = new LedgerState();
    private final Map<String, String> submissions = new TreeMap<>();
    private final Map<String, String> regions = new HashMap<>();
    private long following;
    private long entries;

    private LedgerAudit() {}

    /// What an audit found.
    ///
    /// @param entries read
    /// @param difference the first difference, table and row; empty if there is none
    public record Outcome(long entries, Optional<String> difference) {}

    /// Audits the whole ledger. O(entries).
    ///
    /// @throws LedgerUnavailable if it cannot be read
    public static Outcome of(DataSource source) {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            Outcome outcome = of(connection);
            connection.commit();
            return outcome;
        } catch (SQLException e) {
            throw new LedgerUnavailable("the ledger cannot be read", e);
        }
    }

    /// Audits what a transaction sees.
    public static Outcome of(Connection connection) throws SQLException {
        LedgerAudit audit = new LedgerAudit();
        Optional<String> difference = audit.difference(new Sql(connection));
        return new Outcome(audit.entries, difference);
    }

    private Optional<String> difference(Sql sql) throws SQLException {
        @Nullable String[] first = new String[1];
        sql.each(
                "SELECT position, topic, salt, content FROM ledger.entry ORDER BY position",
                4_096,
                row -> {
                    if (first[0] == null) {
                        long position = row.getLong(1);
                        first[0] =
                                position == entries
                                        ? replay(
                                                position,
                                                row.getString(2),
                                                SaltedEntry.of(row.getBytes(3), row.getBytes(4)))
                                        : "ledger.entry: position " + entries + " is missing";
                    }
                });
        @Nullable String broken = first[0];
        if (broken != null) {
            return Optional.of(broken);
        }
        if (following != 0) {
            return Optional.of("ledger.entry: the last submission lacks " + following + " entries");
        }
        return compare(sql, "SELECT 'writer', next_position::text FROM ledger.writer", written())
                .map(row -> "ledger.writer: " + row)
                .or(() -> table(sql, SUBMISSIONS, submissions, "ledger.submission"))
                .or(() -> table(sql, ACCOUNTS, accounts(), "ledger.account"))
                .or(() -> table(sql, HOLDS, holds(), "ledger.hold"))
                .or(() -> table(sql, PROPOSALS, proposals(), "ledger.proposal"))
                .or(() -> table(sql, CASES, cases(), "ledger.case_file"))
                .or(() -> table(sql, CASE_STEPS, caseSteps(), "ledger.case_step"))
                .or(() -> table(sql, FACILITIES, facilities(), "ledger.facility"));
    }

    private static final String SUBMISSIONS =
            """
            SELECT organisation || ' ' || key,
              concat_ws(' ', encode(digest, 'hex'), position, entries, code, subject, value)
            FROM ledger.submission\
            """;
    private static final String ACCOUNTS =
            "SELECT account, concat_ws(' ', holder, granted, reserved, posted) FROM ledger.account";
    private static final String HOLDS =
            """
            SELECT hold, concat_ws(' ', account, organisation, amount, until_micros, state, drawn)
            FROM ledger.hold\
            """;
    private static final String PROPOSALS =
            """
            SELECT proposal, concat_ws(' ', subject, organisation, person, until_micros, state, ended_by, reason,
              encode(content, 'hex'))
            FROM ledger.proposal\
            """;
    private static final String CASES =
            """
            SELECT case_name, concat_ws(' ', finding, rule, party, facility, assigned, state, due_micros)
            FROM ledger.case_file\
            """;
    private static final String CASE_STEPS =
            "SELECT case_name || ' ' || step, encode(content, 'hex') FROM ledger.case_step";
    private static final String FACILITIES =
            "SELECT facility, party || ' ' || region FROM ledger.facility";

    private @Nullable String replay(long position, String topic, SaltedEntry stored) {
        Entry entry;
        try {
            entry = EntryJson.parse(stored.content());
        } catch (RuntimeException e) { // whatever is wrong with it, it is no entry
            return "ledger.entry: position " + position + " cannot be read: " + e.getMessage();
        }
        entries++;
        if (!Arrays.equals(EntryJson.bytes(entry), stored.content())) {
            return "ledger.entry: position " + position + " is not in canonical form";
        }
        if (!topic.equals(EntryJson.topic(entry))) {
            return "ledger.entry: position " + position + " is filed under " + topic;
        }
        if (entry instanceof Entry.Verdict verdict) {
            if (following != 0) {
                return "ledger.entry: position " + position + " comes before what it follows";
            }
            following = verdict.entries();
            submissions.put(
                    verdict.sender().organisation() + " " + verdict.key(),
                    verdict.digest() + " " + position + " " + verdict.entries() + refusal(verdict));
        } else if (following-- == 0) {
            return "ledger.entry: position " + position + " belongs to no submission";
        }
        if (entry instanceof Entry.Declared(DeclaredRow row)
                && row.table().equals(LedgerState.FACILITIES)) {
            regions.put(row.cell("facility"), row.cell("region"));
        }
        try {
            state.apply(entry);
        } catch (IllegalArgumentException e) {
            return "ledger.entry: position " + position + ": " + e.getMessage();
        }
        return null;
    }

    private static String refusal(Entry.Verdict verdict) {
        return switch (verdict.outcome()) {
            case Entry.Outcome.Accepted() -> "";
            case Entry.Outcome.Refused(Refusal refusal) ->
                    " %s %s %s"
                            .formatted(refusal.code().text(), refusal.subject(), refusal.value());
        };
    }

    private Map<String, String> written() {
        return Map.of("writer", Long.toString(entries));
    }

    private Map<String, String> accounts() {
        Map<String, String> rows = new TreeMap<>();
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

    private Map<String, String> holds() {
        Map<String, String> rows = new TreeMap<>();
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

    private Map<String, String> proposals() {
        Map<String, String> rows = new TreeMap<>();
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

    private Map<String, String> cases() {
        Map<String, String> rows = new TreeMap<>();
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

    private Map<String, String> caseSteps() {
        Map<String, String> rows = new TreeMap<>();
        for (CaseFile file : state.cases()) {
            for (int i = 0; i < file.steps().size(); i++) {
                rows.put(
                        file.name() + " " + i,
                        HexFormat.of().formatHex(EntryJson.bytes(file.steps().get(i))));
            }
        }
        return rows;
    }

    private Map<String, String> facilities() {
        Map<String, String> rows = new TreeMap<>();
        state.facilities()
                .forEach((facility, party) ->
                        rows.put(facility, party + " " + regions.getOrDefault(facility, "")));
        return rows;
    }

    private static Optional<String> table(
            Sql sql, String query, Map<String, String> expected, String name) {
        try {
            return compare(sql, query, expected).map(row -> name + ": " + row);
        } catch (SQLException e) {
            throw new LedgerUnavailable("the ledger cannot be read", e);
        }
    }

    /// The first row that differs, in the order of keys.
    private static Optional<String> compare(Sql sql, String query, Map<String, String> expected)
            throws SQLException {
        Map<String, String> found = new TreeMap<>();
        sql.each(query, row -> found.put(row.getString(1), row.getString(2)));
        TreeMap<String, String> all = new TreeMap<>(expected);
        all.putAll(found);
        for (String key : all.keySet()) {
            String was = found.get(key);
            String should = expected.get(key);
            if (was == null) {
                return Optional.of(key + " is missing, should be " + should);
            }
            if (should == null) {
                return Optional.of(key + " is " + was + ", should not be there");
            }
            if (!was.equals(should)) {
                return Optional.of(key + " is " + was + ", should be " + should);
            }
        }
        return Optional.empty();
    }
}
