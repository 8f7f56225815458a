package org.ytterby.server.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ytterby.core.proof.Keys;

class WitnessAddressTest {
    private static final String CUSTOMS = Keys.CUSTOMS.verifier().toString();

    @Test
    void witnessesOfAPolicyThatHaveAUrlAreAsked() {
        String policy =
                """
                # ours
                log %s

                witness customs\t%s   https://customs.example/w
                witness audit %s
                group both all customs audit
                quorum both
                """
                        .formatted(Keys.LOG.verifier(), CUSTOMS, Keys.AUDIT.verifier());
        assertThat(WitnessAddress.parse(policy))
                .containsExactly(
                        new WitnessAddress(
                                Keys.CUSTOMS.verifier(), URI.create("https://customs.example/w/")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "witness customs",
                "witness customs nonsense http://a/",
                "witness customs KEY ftp://a/",
                "witness customs KEY http://a/?b",
                "witness customs KEY http://a/ more",
                "wittness customs KEY http://a/",
                "witness customs KEY http://a/\nwitness again KEY http://b/"
            })
    void otherLinesAreRefusedInBothLanguages(String policy) {
        assertThatThrownBy(() -> WitnessAddress.parse(policy.replace("KEY", CUSTOMS)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("(?s).+ / .*\\p{IsHan}.*");
    }

    @Test
    void aLogIsNoWitness() {
        assertThatThrownBy(() ->
                        WitnessAddress.parse(
                                "witness w " + Keys.LOG.verifier() + " http://127.0.0.1:1/"))
                .hasMessageContaining("line 1: not a witness's key");
    }
}
