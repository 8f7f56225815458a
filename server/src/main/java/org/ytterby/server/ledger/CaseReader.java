package org.ytterby.server.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.ytterby.core.ledger.entry.CaseFile;
import org.ytterby.server.identity.ScopedReads;

/// Reads cases, for whoever knows what the caller may see; the database knows it too.
@Component
public class CaseReader {
    private final Snapshots snapshots;

    @Autowired
    CaseReader(DataSource source, ScopedReads scope) {
        this(new Snapshots(source, scope));
    }

    private CaseReader(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    /// Reads all cases whoever asks, for what the service reckons or watches itself.
    public CaseReader whole() {
        return new CaseReader(new Snapshots(snapshots.source(), null));
    }

    /// Which cases; an empty text stands for any.
    ///
    /// @param party that they concern
    /// @param state code of the state
    /// @param helper organisation that has a task or was sent a sample in them
    /// @param region in which the facility lies that they concern
    public record Which(
            String party,
            String state,
            String rule,
            String finding,
            String assigned,
            String helper,
            String region) {
        /// Those in which an organisation helps.
        public static Which helpedBy(String organisation) {
            return new Which("", "", "", "", "", organisation, "");
        }
    }

    /// Part of a list of cases in the order of their names.
    ///
    /// @param position of the ledger that it was answered from
    /// @param next name to go on after; absent on the last page
    public record Cases(long position, List<CaseFile> items, @Nullable String next) {}

    /// The cases after a name.
    ///
    /// @param limit most of them, `> 0`
    public Cases list(Which which, String after, int limit) {
        return snapshots.read(sql -> {
            long position = Snapshots.position(sql);
            List<String> names = new ArrayList<>();
            sql.each(
                    """
                    SELECT case_name FROM ledger.case_file
                    WHERE case_name > ? AND ? IN ('', party) AND ? IN ('', state) AND ? IN ('', rule)
                      AND ? IN ('', finding) AND ? IN ('', assigned)
                      AND (? = '' OR EXISTS (SELECT FROM ledger.facility f
                        WHERE f.facility = case_file.facility AND identity.covers(?, f.region)))
                      AND (? = '' OR case_name IN (SELECT case_name FROM ledger.case_helper WHERE organisation = ?))
                    ORDER BY case_name LIMIT ?\
                    """,
                    row -> names.add(row.getString(1)),
                    after,
                    which.party(),
                    which.state(),
                    which.rule(),
                    which.finding(),
                    which.assigned(),
                    which.region(),
                    which.region(),
                    which.helper(),
                    which.helper(),
                    limit + 1);
            boolean isMore = names.size() > limit;
            List<String> page = isMore ? names.subList(0, limit) : names;
            return new Cases(position, new CaseTable(sql).of(page), isMore ? page.getLast() : null);
        });
    }

    /// How many cases wait for somebody: of a party those that it was asked about, of a person
    /// those that are assigned to them and do not wait for a reply in time.
    ///
    /// @param party empty for nobody's
    /// @param assigned empty for nobody
    public int waiting(String party, String assigned, long nowMicros) {
        return snapshots.read(sql -> {
            int[] count = new int[1];
            sql.each(
                    """
                    SELECT count(*) FROM ledger.case_file
                    WHERE (? <> '' AND party = ? AND state = 'asked')
                      OR (? <> '' AND assigned = ? AND state <> 'closed' AND (state <> 'asked' OR due_micros <= ?))\
                    """,
                    row -> count[0] = row.getInt(1),
                    party,
                    party,
                    assigned,
                    assigned,
                    nowMicros);
            return count[0];
        });
    }

    /// One case by its name.
    public Optional<CaseFile> find(String name) {
        return snapshots.read(sql -> new CaseTable(sql).of(List.of(name)).stream().findFirst());
    }
}
