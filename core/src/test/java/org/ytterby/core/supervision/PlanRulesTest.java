package org.ytterby.core.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.ytterby.core.supervision.Rule.CAPACITY_EXCEEDED;
import static org.ytterby.core.supervision.Rule.NO_PLAN;
import static org.ytterby.core.supervision.Rule.PLAN_EXCEEDED;

import org.junit.jupiter.api.Test;
import org.ytterby.core.testing.LedgerText;

class PlanRulesTest {
    private static final double ND = 1.166377;
    private static final String MINED = "A extraction 2024-05-05 M1 L conc 1000";

    private static String plan(String tonnes) {
        return "plan mine-24 2024 mining G " + tonnes;
    }

    @Test
    void miningWithoutPlanIsFoundUnderTheGroup() {
        Finding finding = Raised.one(NO_PLAN, plan("5 revoked"), MINED);
        assertThat(finding.subject().party()).isEqualTo("G");
        assertThat(Raised.kg(finding)).isCloseTo(1000 * ND, within(1e-9));
        assertThat(finding.evidence().first()).containsExactly("A");
    }

    @Test
    void miningInAYearWithoutPlanIsFound() {
        Raised.one(NO_PLAN, "A extraction 2025-01-01 M1 L conc 1000");
    }

    @Test
    void miningUnderAPlanIsNotFound() {
        Raised.none(NO_PLAN, MINED);
    }

    @Test
    void aPlanOfZeroTonnesIsNoPlan() {
        Finding finding = Raised.one(NO_PLAN, plan("0"), MINED);
        assertThat(finding.message().en()).endsWith("mined in 2024 with 0 kg granted");
        assertThat(finding.message().zh()).contains("2024 年下达 0 千克，开采 ");
        Raised.none(PLAN_EXCEEDED, plan("0"), MINED);
    }

    @Test
    void aPlanOfZeroTonnesIsShownAsOne() {
        Explainer explainer =
                Explainer.of(LedgerText.declare(plan("0"), MINED), Settings.standard());
        Explanation shown = explainer.explanation(explainer.ranks("no-plan").getFirst());
        Exhibit.Table granted = (Exhibit.Table) shown.working().getFirst();
        assertThat(granted.title().en()).startsWith("Granted");
        assertThat(granted.rows().getFirst()).startsWith(Cell.of("mine-24"));
    }

    @Test
    void useAboveThePlanIsFoundUnderItsHolder() {
        Finding finding = Raised.one(PLAN_EXCEEDED, plan("1"), MINED);
        assertThat(finding.subject().party()).isEqualTo("G");
        assertThat(finding.subject().facility()).isEmpty();
        assertThat(Raised.kg(finding)).isCloseTo(166.377, within(1e-9));
        assertThat(finding.weight().pValue()).isZero();
    }

    @Test
    void aPlanUsedToTheLastGramIsNotExceeded() {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 10; i++) {
            lines.append("A%d extraction 2024-05-05 M1 L conc 100.1\n".formatted(i));
        }
        Raised.none(PLAN_EXCEEDED, plan("1.167543377"), lines.toString());
        Raised.one(PLAN_EXCEEDED, plan("1.167543"), lines.toString());
    }

    @Test
    void anExcessWithinItsUncertaintyIsNotFound() {
        Raised.none(PLAN_EXCEEDED, "weighing default 0.1 0.1", plan("1.1"), MINED);
        Raised.one(PLAN_EXCEEDED, "weighing default 0.01 0.01", plan("1.1"), MINED);
    }

    @Test
    void separationAboveItsPlanIsFound() {
        Finding finding =
                Raised.one(
                        PLAN_EXCEEDED,
                        """
                        plan sep-24 2024 smelting_separation G 0.05
                        P processing 2024-05-05 SEP in  A conc  100
                        P processing 2024-05-05 SEP out O oxide 70
                        """);
        assertThat(Raised.kg(finding)).isCloseTo(70 * ND - 50, within(1e-9));
    }

    @Test
    void outputAboveCapacityIsFoundByFacilityAndYear() {
        Finding finding =
                Raised.one(
                        CAPACITY_EXCEEDED,
                        "facility M1 E mine capacity=1",
                        MINED,
                        "B extraction 2023-05-05 M1 L conc 100");
        assertThat(Raised.subject(finding)).isEqualTo("M1");
        assertThat(finding.severity()).isEqualTo(Severity.MEDIUM);
        assertThat(Raised.kg(finding)).isCloseTo(166.377, within(1e-9));
        assertThat(finding.evidence().first()).containsExactly("A");
    }

    @Test
    void outputWithinCapacityIsNotFound() {
        Raised.none(CAPACITY_EXCEEDED, "facility M1 E mine capacity=1.17", MINED);
    }

    @Test
    void aFacilityWithoutCapacityIsNotJudged() {
        Raised.none(CAPACITY_EXCEEDED, MINED);
    }

    @Test
    void wasteScrapHoldUpAndReceiptsAreNoOutput() {
        Raised.none(
                CAPACITY_EXCEEDED,
                """
                facility SEP E separation capacity=0.1
                R receipt    2024-05-05 SEP A conc  1000 partner=M1
                P processing 2024-05-05 SEP in  A conc  1000
                P processing 2024-05-05 SEP out O oxide 80
                P processing 2024-05-05 SEP out W waste 300
                P processing 2024-05-05 SEP out S scrap 300
                P processing 2024-05-05 SEP out H hold  300
                """);
    }
}
