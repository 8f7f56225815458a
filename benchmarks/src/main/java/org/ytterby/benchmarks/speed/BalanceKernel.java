package org.ytterby.benchmarks.speed;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.ytterby.core.balance.ErrorModel;
import org.ytterby.core.balance.FacilityBalance;
import org.ytterby.core.balance.InventoryTest;
import org.ytterby.core.ledger.Ledger;

/// All balances, sequences and joint tests of plants whose ledger is in memory, side by side as
/// `reconcile` does it.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@SuppressWarnings("NullAway.Init") // the ledger is made by the set-up method
public class BalanceKernel {
    private static final double LEVEL = 0.05;

    @Param({"500"})
    public int plants;

    private Ledger ledger;

    @Setup
    public void make() {
        ledger = PlantYear.ledger(plants);
    }

    /// Balances with their σ, SITMUF, cumulative and Page sums.
    @Benchmark
    public List<FacilityBalance> balances() {
        ErrorModel model = new ErrorModel(ledger);
        return IntStream.range(0, plants)
                .parallel()
                .mapToObj(plant -> FacilityBalance.of(model, plant).orElseThrow())
                .toList();
    }

    /// The same, and the joint test of each plant.
    @Benchmark
    public List<InventoryTest.Verdict> balancesAndTests() {
        return balances().parallelStream()
                .map(balance -> new InventoryTest(balance, PlantYear.DEPOSITS).verdict(LEVEL))
                .toList();
    }
}
