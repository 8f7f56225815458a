package org.ytterby.core.material;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ProductStageTest {
    private static String those(Predicate<ProductStage> claim) {
        return Arrays.stream(ProductStage.values())
                .filter(claim)
                .map(ProductStage::code)
                .collect(Collectors.joining(" "));
    }

    @Test
    void primaryFeedIsWhatASeparationPlanGoverns() {
        assertThat(those(ProductStage::isPrimaryFeed)).isEqualTo("concentrate mixed");
    }

    @Test
    void unfractionatedMaterialCarriesThePatternOfItsDeposit() {
        assertThat(those(ProductStage::isUnfractionated)).isEqualTo("ore concentrate mixed");
    }

    @Test
    void wasteScrapAndHoldUpAreNoOutput() {
        assertThat(those(stage -> !stage.countsAsOutput())).isEqualTo("in_process scrap waste");
    }
}
