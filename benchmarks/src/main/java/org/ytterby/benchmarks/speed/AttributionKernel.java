package org.ytterby.benchmarks.speed;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.ytterby.core.genealogy.OriginRows;

/// Proportional attribution of every lot of a graph to twenty origins, as the page of origins does
/// it.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@SuppressWarnings("NullAway.Init") // fields are made by the set-up method
public class AttributionKernel {
    static final int ORIGINS = 20;

    @Param({"1000000"})
    public int lots;

    @Param({"near", "random"})
    public String parents;

    @Param({"1", "16"})
    public int elements;

    private OriginRows.Edges[] edges;
    private OriginRows rows;

    @Setup
    public void make() {
        LotDag dag = LotDag.of(lots, parents.equals("near"), TraceKernel.SEED);
        edges = new OriginRows.Edges[elements];
        for (int e = 0; e < elements; e++) {
            edges[e] = dag.edges(e);
        }
        rows = new OriginRows(lots, ORIGINS);
        for (int root = 0; root < dag.roots(); root++) {
            rows.put(root, root % ORIGINS, 1);
        }
    }

    /// One element after the other, each into the same rows.
    @Benchmark
    public float attribute() {
        for (OriginRows.Edges ofElement : edges) {
            rows.blend(ofElement, 0, lots);
        }
        return rows.share(lots - 1, 0);
    }
}
