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

/// Proportional attribution of every lot of a graph to twenty origins.
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

    private LotDag dag;
    private float[][] parts;
    private OriginRows rows;

    @Setup
    public void make() {
        dag = LotDag.of(lots, parents.equals("near"), TraceKernel.SEED);
        parts = new float[elements][];
        for (int e = 0; e < elements; e++) {
            parts[e] = dag.parts(e);
        }
        rows = new OriginRows(lots, ORIGINS);
        for (int root = 0; root < dag.roots(); root++) {
            rows.put(root, root % ORIGINS, 1);
        }
    }

    /// One element after the other, each into the same rows.
    @Benchmark
    public float attribute() {
        for (float[] ofElement : parts) {
            rows.blend(dag, ofElement);
        }
        return rows.share(lots - 1, 0);
    }
}
