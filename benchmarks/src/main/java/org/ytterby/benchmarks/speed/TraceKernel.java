package org.ytterby.benchmarks.speed;

import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.ytterby.core.genealogy.Lineage;

/// Everything that the last lot of a graph was made of: ours and the rivals', who must find the
/// same.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@SuppressWarnings("NullAway.Init") // fields are made by set-up methods
public class TraceKernel {
    static final long SEED = 20190101;

    @Param({"1000000"})
    public int lots;

    @Param({"near", "random"})
    public String parents;

    private Lineage lineage;

    /// Whose turn it is; one a fork, so that nobody's memory stands in another's way.
    @Param({"ytterby", "duckdb", "duckdbUsingKey", "sqlite", "jgrapht"})
    public String who;

    private TraceRival rival;

    @Setup
    public void load() throws SQLException {
        LotDag dag = LotDag.of(lots, parents.equals("near"), SEED);
        lineage = dag.lineage();
        rival = rival(dag);
        Traced expected = Traced.of(lineage.reach(lots - 1));
        Traced found = rival.trace(lots - 1);
        if (!expected.equals(found)) {
            throw new IllegalStateException(who + " finds " + found + ", not " + expected);
        }
    }

    private TraceRival rival(LotDag dag) throws SQLException {
        return switch (who) {
            case "duckdb" -> TraceRival.duckDb(dag);
            case "duckdbUsingKey" -> TraceRival.duckDbUsingKey(dag);
            case "sqlite" -> TraceRival.sqlite(dag);
            case "jgrapht" -> TraceRival.jGraphT(dag);
            default -> new Own(lineage);
        };
    }

    @TearDown
    public void close() throws SQLException {
        rival.close();
    }

    @Benchmark
    public Object trace() throws SQLException {
        return rival.trace(lots - 1);
    }

    private record Own(Lineage lineage) implements TraceRival {
        @Override
        public Traced trace(int lot) {
            return Traced.of(lineage.reach(lot));
        }

        @Override
        public void close() {
            // nothing is held
        }
    }
}
