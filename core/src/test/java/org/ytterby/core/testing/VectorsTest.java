package org.ytterby.core.testing;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

class VectorsTest {
    @Test
    void aMissingFolderSkipsTheTestAndNamesTheFolder() {
        assertThatThrownBy(() -> Vectors.named("no-such-folder", "*"))
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining("no-such-folder");
    }

    @Test
    void aGlobThatMatchesNothingSkipsTheTest() {
        assertThatThrownBy(() -> Vectors.named(".", "no-such-file*"))
                .isInstanceOf(TestAbortedException.class);
    }
}
