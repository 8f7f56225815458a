package org.ytterby.server.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.ytterby.core.ledger.entry.Entry;
import org.ytterby.core.ledger.entry.Proposal;

/// What was proposed and what became of it, as a table beside the entries.
record ProposalTable(Sql sql) {
    static final String COLUMNS = "content, state, ended_by, reason";

    /// Those of some names that were ever proposed.
    List<Proposal> of(List<String> names) throws SQLException {
        List<Proposal> proposals = new ArrayList<>();
        if (!names.isEmpty()) {
            sql.each(
                    "SELECT " + COLUMNS + " FROM ledger.proposal WHERE proposal = ANY (?)",
                    row -> proposals.add(read(row)),
                    sql.texts(names));
        }
        return proposals;
    }

    /// @param row of [#COLUMNS]
    static Proposal read(ResultSet row) throws SQLException {
        if (EntryJson.parse(row.getBytes(1)) instanceof Entry.Proposed proposed) {
            return Proposal.of(proposed)
                    .ended(
                            Proposal.State.parse(row.getString(2)),
                            row.getString(3),
                            row.getString(4));
        }
        throw new LedgerUnavailable("a row of ledger.proposal holds another entry");
    }

    /// The names of those that have run out of time, longest ago first.
    List<String> lapsed(long nowMicros, int most) throws SQLException {
        List<String> names = new ArrayList<>();
        sql.each(
                "SELECT proposal FROM ledger.proposal WHERE state = 'proposed' AND until_micros <="
                        + " ? ORDER BY until_micros, proposal LIMIT ?",
                row -> names.add(row.getString(1)),
                nowMicros,
                most);
        return names;
    }

    void upsert(Collection<Proposal> proposals) throws SQLException {
        if (proposals.isEmpty()) {
            return;
        }
        sql.update(
                """
                INSERT INTO ledger.proposal
                  (proposal, subject, organisation, person, until_micros, state, ended_by, reason, content)
                SELECT * FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::text[], ?::text[],
                  ?::text[], ?::bytea[])
                ON CONFLICT (proposal) DO UPDATE
                SET state = excluded.state, ended_by = excluded.ended_by, reason = excluded.reason\
                """,
                sql.column("text", proposals, Proposal::name),
                sql.column("text", proposals, p -> ProposalJson.subject(p.command())),
                sql.column("text", proposals, Proposal::organisation),
                sql.column("text", proposals, Proposal::person),
                sql.column("bigint", proposals, Proposal::untilMicros),
                sql.column("text", proposals, p -> p.state().code()),
                sql.column("text", proposals, Proposal::endedBy),
                sql.column("text", proposals, Proposal::reason),
                sql.bytes(proposals, p -> EntryJson.bytes(p.entry())));
    }
}
