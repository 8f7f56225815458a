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
import org.ytterby.core.genealogy.Attribution;
import org.ytterby.core.genealogy.Births;
import org.ytterby.core.genealogy.RecordExcess;

/// The attribution that `reconcile` uses, of every lot of a graph to twenty origins: one element,
/// from the ledger, in double precision, the search for loops included.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@SuppressWarnings("NullAway.Init") // fields are made by the set-up method
public class ShippedAttributionKernel {
    static final RecordExcess NO_EXCESS =
            new RecordExcess() {
                @Override
                public double unaccountedShare(int record, int element) {
                    return 0;
                }

                @Override
                public boolean isFound(int record) {
                    return false;
                }
            };

    @Param({"1000000"})
    public int lots;

    @Param({"near", "random"})
    public String parents;

    private Births births;
    private int[] wanted;

    @Setup
    public void make() {
        LotDag dag = LotDag.of(lots, parents.equals("near"), TraceKernel.SEED);
        births = Births.of(LotLedger.of(dag, dag.parts(0), AttributionKernel.ORIGINS));
        wanted = LotLedger.lots(dag);
    }

    @Benchmark
    public Attribution shipped() {
        return Attribution.of(births, NO_EXCESS, wanted);
    }
}
