package org.ytterby.core.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ytterby.core.balance.VarianceShare;
import org.ytterby.core.supervision.InspectionPlan.Visit;

class InspectionPlanTest {
    /// SEP loses 40 of 100 kg; MET has no permit to separate and does a little of it.
    private static final String TEXT =
            """
            weighing truck 0.001 0.002
            assaying icp   0.01  0.01
            assay of-conc conc Nd=1 method=icp lab=L
            K0 stocktake  2024-01-31 SEP
            X  receipt    2024-02-05 SEP A conc 100000 partner=M1 method=truck
            D  shipment   2024-02-06 SEP A conc 40000 partner=MET method=truck
            K1 stocktake  2024-02-29 SEP A conc 20000 method=truck
            """;

    private static Reconciliation reconciliation() {
        return Raised.reconciled(TEXT);
    }

    private static String name(Reconciliation r, Visit visit) {
        return r.ledger().registry().facility(visit.facility()).id();
    }

    @Test
    void aPlantThatLosesIsVisitedMeasuredAndCounted() {
        Reconciliation r = reconciliation();
        Visit visit =
                InspectionPlan.of(r, _ -> true, 10).stream()
                        .filter(v -> name(r, v).equals("SEP"))
                        .findFirst()
                        .orElseThrow();
        assertThat(visit.findings()).isNotEmpty();
        assertThat(visit.allFindings()).isGreaterThanOrEqualTo(visit.findings().size());
        assertThat(visit.suspect())
                .hasValueSatisfying(suspect -> {
                    assertThat(suspect.differenceKg()).isEqualTo(40_000);
                    assertThat(suspect.sigmaKg()).isPositive();
                });
        assertThat(visit.measure().getFirst().kind()).isEqualTo(VarianceShare.Kind.ASSAYING);
        assertThat(visit.count().getFirst().kg()).isEqualTo(60_000);
    }

    @Test
    void theMostSeriousComesFirstAndTheLimitIsKept() {
        Reconciliation r = reconciliation();
        List<Visit> all = InspectionPlan.of(r, _ -> true, Integer.MAX_VALUE);
        assertThat(all)
                .isSortedAccordingTo((a, b) ->
                        a.findings()
                                .getFirst()
                                .severity()
                                .compareTo(b.findings().getFirst().severity()));
        assertThat(InspectionPlan.of(r, _ -> true, 1)).containsExactly(all.getFirst());
        assertThat(InspectionPlan.of(r, _ -> true, 0)).isEmpty();
        assertThat(InspectionPlan.of(r, _ -> false, 1)).isEmpty();
    }
}
