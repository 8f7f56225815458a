package org.ytterby.core.material;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ElementTest {
    @ParameterizedTest
    // IUPAC standard atomic weights 2021, O = 15.999
    @CsvSource({
        "La, 138.90547, 2, 3",
        "Ce, 140.116,   1, 2",
        "Pr, 140.90766, 6, 11",
        "Nd, 144.242,   2, 3",
        "Sm, 150.36,    2, 3",
        "Eu, 151.964,   2, 3",
        "Gd, 157.249,   2, 3",
        "Tb, 158.925354, 4, 7",
        "Dy, 162.500,   2, 3",
        "Ho, 164.930329, 2, 3",
        "Er, 167.259,   2, 3",
        "Tm, 168.934219, 2, 3",
        "Yb, 173.045,   2, 3",
        "Lu, 174.96669, 2, 3",
        "Y,  88.905838, 2, 3",
        "Sc, 44.955907, 2, 3"
    })
    void theOxideFactorFollowsFromTheFormula(
            Element element, double weight, int atoms, int oxygens) {
        assertThat(element.oxideFactor())
                .isCloseTo(1 + oxygens * 15.999 / (atoms * weight), within(2e-5));
        assertThat(element.oxide()).contains(element.name());
    }

    @ParameterizedTest
    @EnumSource(Element.class)
    void everyElementHasAChineseNameOfOneCharacter(Element element) {
        assertThat(element.chinese()).hasSize(1);
    }

    @Test
    void thereAreSixteen() {
        assertThat(Element.COUNT).isEqualTo(16);
    }
}
