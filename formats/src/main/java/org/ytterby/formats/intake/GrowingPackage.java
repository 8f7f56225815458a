package org.ytterby.formats.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.ytterby.core.ledger.AssayTable;
import org.ytterby.core.ledger.Declarations;
import org.ytterby.core.ledger.FlowTable;
import org.ytterby.core.ledger.FlowTableBuilder;
import org.ytterby.core.ledger.Limits;
import org.ytterby.core.ledger.Names;
import org.ytterby.core.ledger.Problem;
import org.ytterby.core.ledger.ProblemLog;

/// Reads kept rows to which others are added, again and again: of assays and flows only what was
/// added, as long as nothing that they refer to has come. What it gives equals what [PackageReader]
/// reads from all rows.
///
/// Holds the columns of all rows, and each answer has columns of its own. Not safe for use by
/// several threads; its answers are.
public final class GrowingPackage {
    /// Tables that rows of assays and flows are judged by.
    private static final Set<String> REFERRED_TO =
            Set.of(
                    "deposits",
                    "parties",
                    "memberships",
                    "facilities",
                    "permits",
                    "products",
                    "methods");

    /// With more problems than this everything is read anew: a log of problems has an end.
    private static final int PROBLEMS_MAX = 100_000;

    private @Nullable Large large;

    /// Assays and flows as far as they were read.
    ///
    /// @param judgedBy how many rows each table had that they were judged by
    /// @param lotsOfAssays numbered apart from those of flows: together they are numbered as if all
    ///   assays had come before all flows
    private record Large(
            Map<String, Integer> judgedBy,
            Names lotsOfAssays,
            AssayReader assays,
            FlowReader flows,
            Problems ofAssays,
            Problems ofFlows) {}

    /// Reads on.
    ///
    /// @param all every row that is kept
    /// @param added those rows that came since the last call
    /// @param limits in force
    public Declarations read(KeptRows all, KeptRows added, Limits limits) {
        Large before = large;
        large = null; // what fails half-way is not gone on with
        Problems problems = new Problems();
        Counted counted = new Counted(all);
        PackageFiles files = new KeptFiles(counted);
        ReferenceTables referred = ReferenceTables.read(files, problems);
        boolean isSame = before != null && before.judgedBy.equals(counted.counts);
        Large now = isSame && before != null ? before : begun(files, referred, counted.counts);
        PackageFiles more = new KeptFiles(isSame ? added : all);
        AssayTable assays = now.assays.read(more).copy();
        FlowTableBuilder flows = now.flows.read(more);
        FlowTable table = flows.tableSoFar(now.lotsOfAssays.copy());
        List<Problem> found = new ArrayList<>(problems.all());
        found.addAll(now.ofAssays.all());
        found.addAll(now.ofFlows.all());
        Problems last = new Problems();
        Declarations read =
                referred.with(
                        assays,
                        table,
                        new ReferenceTables.Rest(files, limits),
                        last,
                        () -> together(found, last));
        large = found.size() > PROBLEMS_MAX ? null : now;
        return read;
    }

    private static Large begun(
            PackageFiles files, ReferenceTables referred, Map<String, Integer> judgedBy) {
        Names lotsOfAssays = new Names();
        Problems ofAssays = new Problems();
        Problems ofFlows = new Problems();
        return new Large(
                Map.copyOf(judgedBy),
                lotsOfAssays,
                new AssayReader(files, ofAssays, referred.methods(), lotsOfAssays),
                new FlowReader(files, ofFlows, referred.known(new Names())),
                ofAssays,
                ofFlows);
    }

    private static List<Problem> together(List<Problem> found, Problems last) {
        ProblemLog all = new ProblemLog();
        found.forEach(all::add);
        last.all().forEach(all::add);
        return all.list();
    }

    /// Counts the rows of tables that others are judged by.
    private static final class Counted implements KeptRows {
        private final KeptRows rows;
        private final Map<String, Integer> counts = new HashMap<>();

        Counted(KeptRows rows) {
            this.rows = rows;
        }

        @Override
        public Cursor open(String table) {
            Cursor cursor = rows.open(table);
            return REFERRED_TO.contains(table) ? new CountedCursor(table, cursor) : cursor;
        }

        private final class CountedCursor implements Cursor {
            private final String table;
            private final Cursor cursor;

            CountedCursor(String table, Cursor cursor) {
                this.table = table;
                this.cursor = cursor;
            }

            @Override
            public @Nullable SortedMap<String, String> next() {
                SortedMap<String, String> row = cursor.next();
                if (row != null) {
                    counts.merge(table, 1, Integer::sum);
                }
                return row;
            }

            @Override
            public int place() {
                return cursor.place();
            }

            @Override
            public void close() {
                cursor.close();
            }
        }
    }
}
