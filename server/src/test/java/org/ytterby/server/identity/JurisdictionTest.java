package org.ytterby.server.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

public class JurisdictionTest {
    /// Also asked of the database's own function, see `SecondLockIT`.
    public static final String CASES =
            """
            15, 150207, true
            15, 150000, true
            15, 15, true
            150000, 150207, true
            1502, 150207, true
            1502, 150000, false
            1502, 150307, false
            150207, 150207, true
            15, 360102, false
            15, '', false
            15, 1502x7, false
            15, 15020, false
            North Basin, North Basin, true
            North Basin, North Basin/Alder, true
            North Basin/Alder, North Basin, false
            North Basin, North Basins, false
            North, North Basin, false
            North Basin, 15, false
            """;

    @ParameterizedTest
    @CsvSource(textBlock = CASES)
    void coversWhatLiesInIt(String jurisdiction, String place, boolean covered) {
        assertThat(new Jurisdiction(jurisdiction).covers(place)).isEqualTo(covered);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "15", "North Basin", "nowhere"})
    void theNationCoversAll(String place) {
        assertThat(Jurisdiction.NATIONAL.covers(place)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "national, NATIONAL",
        "15, PROVINCIAL",
        "150000, PROVINCIAL",
        "1502, CITY",
        "150207, COUNTY",
        "North Basin, PROVINCIAL",
        "North Basin/Alder, CITY",
        "North Basin/Alder/Fern, COUNTY"
    })
    void theLevelIsThatOfTheRegion(String code, Jurisdiction.Level level) {
        assertThat(Jurisdiction.parse(code).level()).isEqualTo(level);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "1", "150", "1502071", "000000", "/", "a//b", "a/b/c/d", " a", "a "})
    void whatIsNoRegionIsRefused(String code) {
        assertThatIllegalArgumentException().isThrownBy(() -> Jurisdiction.parse(code));
    }
}
