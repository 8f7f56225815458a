package org.ytterby.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FacilityStageTest {
    @ParameterizedTest
    @EnumSource(names = {"PORT", "TRADE", "OUTSIDE"})
    void whoOnlyPassesGoodsOnOwesNoStocktakes(FacilityStage stage) {
        assertThat(stage.owesStocktakes()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            names = {"PORT", "TRADE", "OUTSIDE"},
            mode = EnumSource.Mode.EXCLUDE)
    void whoHoldsMaterialOwesStocktakes(FacilityStage stage) {
        assertThat(stage.owesStocktakes()).isTrue();
    }
}
