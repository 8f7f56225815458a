package org.ytterby.benchmarks.speed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.ytterby.core.genealogy.Attribution;
import org.ytterby.core.genealogy.Births;
import org.ytterby.core.genealogy.OriginRows;

/// The kernels that are timed say what their rivals say.
class KernelsTest {
    private static final int LOTS = 2_000;

    @Test
    void everyRivalTracesTheSameLots() throws SQLException {
        for (boolean near : new boolean[] {true, false}) {
            LotDag dag = LotDag.of(LOTS, near, 7);
            Traced expected = Traced.of(dag.lineage().reach(LOTS - 1));
            assertThat(expected.lots()).isGreaterThan(LOTS / 20);
            try (TraceRival duck = TraceRival.duckDb(dag);
                    TraceRival keyed = TraceRival.duckDbUsingKey(dag);
                    TraceRival lite = TraceRival.sqlite(dag);
                    TraceRival objects = TraceRival.jGraphT(dag)) {
                assertThat(duck.trace(LOTS - 1)).isEqualTo(expected);
                assertThat(keyed.trace(LOTS - 1)).isEqualTo(expected);
                assertThat(lite.trace(LOTS - 1)).isEqualTo(expected);
                assertThat(objects.trace(LOTS - 1)).isEqualTo(expected);
            }
        }
    }

    @Test
    void rowsOfOriginsAreThoseOfTheObviousSum() {
        LotDag dag = LotDag.of(LOTS, true, 7);
        int origins = 7; // not a multiple of what is summed at once
        float[] parts = dag.parts(1);
        OriginRows rows = new OriginRows(LOTS, origins);
        double[][] obvious = new double[LOTS][origins];
        for (int root = 0; root < dag.roots(); root++) {
            rows.put(root, root % origins, 1);
            obvious[root][root % origins] = 1;
        }
        rows.blend(new OriginRows.Edges(dag.from(), dag.sources(), parts), 0, LOTS);
        for (int lot = dag.roots(); lot < LOTS; lot++) {
            for (int k = 0; k < origins; k++) {
                for (int i = dag.from()[lot]; i < dag.from()[lot + 1]; i++) {
                    obvious[lot][k] += parts[i] * obvious[dag.sources()[i]][k];
                }
                assertThat((double) rows.share(lot, k)).isCloseTo(obvious[lot][k], within(1e-5));
            }
        }
    }

    @Test
    void attributionAsShippedIsThatOfTheRows() {
        LotDag dag = LotDag.of(LOTS, true, 7);
        float[] parts = dag.parts(1);
        OriginRows rows = new OriginRows(LOTS, AttributionKernel.ORIGINS);
        for (int root = 0; root < dag.roots(); root++) {
            rows.put(root, root % AttributionKernel.ORIGINS, 1);
        }
        rows.blend(new OriginRows.Edges(dag.from(), dag.sources(), parts), 0, LOTS);
        Births births = Births.of(LotLedger.of(dag, parts, AttributionKernel.ORIGINS));
        Attribution attribution =
                Attribution.of(births, ShippedAttributionKernel.NO_EXCESS, LotLedger.lots(dag));
        for (int lot = 0; lot < LOTS; lot++) {
            double[] shares = new double[AttributionKernel.ORIGINS + 3];
            attribution.visit(lot, (_, origin, _, share) -> shares[origin] = share);
            for (int k = 0; k < AttributionKernel.ORIGINS; k++) {
                assertThat(shares[k]).isCloseTo(rows.share(lot, k), within(1e-5));
            }
        }
    }

    @Test
    void aYearOfPlantsHasItsLines() {
        assertThat(PlantYear.ledger(2).lines()).hasSize((int) PlantYear.lines(2));
    }
}
