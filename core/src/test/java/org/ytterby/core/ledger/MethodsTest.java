package org.ytterby.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.ytterby.core.material.Element;

class MethodsTest {
    private static final int ND = Element.Nd.ordinal();
    private static final int DY = Element.Dy.ordinal();

    @Test
    void theDefaultHasNoUncertaintyUntilDeclared() {
        Methods methods = new Methods();
        assertThat(methods.find("default")).isEqualTo(Methods.DEFAULT);
        assertThat(methods.weighingRandom(Methods.DEFAULT)).isZero();
        assertThat(methods.weighingSystematic(Methods.DEFAULT)).isZero();
        assertThat(methods.assayRandom(Methods.DEFAULT, ND)).isZero();
        assertThat(methods.assaySystematic(Methods.DEFAULT, ND)).isZero();
    }

    @Test
    void theDefaultCanBeDeclared() {
        Methods methods = new Methods();
        methods.addWeighing("default", 0.01, 0.02);
        assertThat(methods.weighingRandom(Methods.DEFAULT)).isEqualTo(0.01);
        assertThat(methods.weighingSystematic(Methods.DEFAULT)).isEqualTo(0.02);
    }

    @Test
    void theRowThatNamesTheElementWins() {
        Methods methods = new Methods();
        methods.addAssaying("icp", -1, 0.01, 0.02);
        methods.addAssaying("icp", DY, 0.05, 0);
        int icp = methods.find("icp");
        assertThat(methods.assayRandom(icp, ND)).isEqualTo(0.01);
        assertThat(methods.assaySystematic(icp, ND)).isEqualTo(0.02);
        assertThat(methods.assayRandom(icp, DY)).isEqualTo(0.05);
        assertThat(methods.assaySystematic(icp, DY)).isZero();
    }

    @Test
    void aSecondRowOfTheSameKeyChangesNothing() {
        Methods methods = new Methods();
        assertThat(methods.addWeighing("scale", 0.01, 0)).isTrue();
        assertThat(methods.addWeighing("scale", 0.9, 0.9)).isFalse();
        assertThat(methods.addAssaying("scale", ND, 0.01, 0)).isTrue();
        assertThat(methods.addAssaying("scale", ND, 0.9, 0.9)).isFalse();
        assertThat(methods.weighingRandom(methods.find("scale"))).isEqualTo(0.01);
        assertThat(methods.assayRandom(methods.find("scale"), ND)).isEqualTo(0.01);
    }

    @Test
    void aMethodForAssaysOnlyDoesNotWeigh() {
        Methods methods = new Methods();
        methods.addAssaying("icp", -1, 0.01, 0);
        methods.addWeighing("scale", 0.01, 0);
        assertThat(methods.weighs(methods.find("icp"))).isFalse();
        assertThat(methods.weighs(methods.find("scale"))).isTrue();
        assertThat(methods.declaresNoAssay(methods.find("scale"))).isTrue();
        assertThat(methods.weighs(Methods.DEFAULT)).isTrue();
    }

    @Test
    void aMethodForOneElementDoesNotAssayAnother() {
        Methods methods = new Methods();
        methods.addAssaying("xrf", DY, 0.05, 0);
        assertThat(methods.assays(methods.find("xrf"), DY)).isTrue();
        assertThat(methods.assays(methods.find("xrf"), ND)).isFalse();
    }

    @Test
    void theUndeclaredDefaultAssaysEverythingUntilItHasARowOfItsOwn() {
        Methods methods = new Methods();
        assertThat(methods.assays(Methods.DEFAULT, ND)).isTrue();
        methods.addAssaying("default", DY, 0.05, 0);
        assertThat(methods.assays(Methods.DEFAULT, DY)).isTrue();
        assertThat(methods.assays(Methods.DEFAULT, ND)).isFalse();
    }

    @Test
    void aMethodNeverDeclaredIsNotFound() {
        assertThat(new Methods().find("icp")).isEqualTo(Names.NONE);
    }

    @Test
    void manyMethodsKeepTheirOwnValues() {
        Methods methods = new Methods();
        for (int i = 1; i <= 100; i++) {
            methods.addWeighing("m" + i, i * 1e-4, i * 1e-5);
            methods.addAssaying("m" + i, i % Element.COUNT, i * 1e-3, 0);
        }
        for (int i = 1; i <= 100; i++) {
            int m = methods.find("m" + i);
            assertThat(methods.name(m)).isEqualTo("m" + i);
            assertThat(methods.weighingRandom(m)).isEqualTo(i * 1e-4);
            assertThat(methods.weighingSystematic(m)).isEqualTo(i * 1e-5);
            assertThat(methods.assayRandom(m, i % Element.COUNT)).isEqualTo(i * 1e-3);
            assertThat(methods.assayRandom(m, (i + 1) % Element.COUNT)).isZero();
        }
    }
}
