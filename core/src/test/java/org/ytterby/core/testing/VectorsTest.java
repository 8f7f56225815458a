package org.ytterby.core.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
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

    @Test
    void aFolderThatIsMissingMakesOneCaseThatIsSkipped() {
        List<DynamicNode> cases =
                Vectors.cases(
                                "no-such-folder",
                                "*",
                                (name, entry) -> DynamicTest.dynamicTest(name, () -> {}))
                        .toList();
        assertThat(cases).hasSize(1);
        assertThat(cases.getFirst().getDisplayName()).startsWith("SKIPPED no-such-folder");
    }
}
