package org.ytterby.core.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ytterby.core.balance.VarianceShare;
import org.ytterby.core.environment.ThroughputCheck;
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
                InspectionPlan.of(r, _ -> true, Map.of(), 10).stream()
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
        List<Visit> all = InspectionPlan.of(r, _ -> true, Map.of(), Integer.MAX_VALUE);
        assertThat(all)
                .isSortedAccordingTo((a, b) ->
                        a.findings()
                                .getFirst()
                                .severity()
                                .compareTo(b.findings().getFirst().severity()));
        assertThat(InspectionPlan.of(r, _ -> true, Map.of(), 1)).containsExactly(all.getFirst());
        assertThat(InspectionPlan.of(r, _ -> true, Map.of(), 0)).isEmpty();
        assertThat(InspectionPlan.of(r, _ -> false, Map.of(), 1)).isEmpty();
    }

    private static ThroughputCheck used(double z) {
        return new ThroughputCheck("", 10, 10 + z, 1, z, List.of());
    }

    @Test
    void whatPlantsUsedIsAReasonTooAndAloneTheLast() {
        Reconciliation r = reconciliation();
        List<Visit> before = InspectionPlan.of(r, _ -> true, Map.of(), Integer.MAX_VALUE);
        List<Integer> quiet =
                IntStream.range(0, r.ledger().registry().facilities().size())
                        .filter(f -> before.stream().noneMatch(v -> v.facility() == f))
                        .limit(2)
                        .boxed()
                        .toList();
        int found = before.getFirst().facility();
        Map<Integer, ThroughputCheck> striking =
                Map.of(found, used(3), quiet.get(0), used(4), quiet.get(1), used(5));
        List<Visit> after = InspectionPlan.of(r, _ -> true, striking, Integer.MAX_VALUE);
        assertThat(after.subList(0, before.size()))
                .as("its place follows from its findings")
                .extracting(Visit::facility)
                .containsExactlyElementsOf(before.stream().map(Visit::facility).toList());
        assertThat(after.getFirst().consumption()).contains(used(3));
        assertThat(after.subList(before.size(), after.size()))
                .as("the farthest from its output first")
                .extracting(Visit::facility)
                .containsExactly(quiet.get(1), quiet.get(0));
        assertThat(after.getLast().findings()).isEmpty();
        assertThat(InspectionPlan.of(r, f -> f == found, striking, 9)).hasSize(1);
    }
}
