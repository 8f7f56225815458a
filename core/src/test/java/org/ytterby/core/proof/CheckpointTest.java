package org.ytterby.core.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointTest {
    private static final String ROOT = TreeHasher.EMPTY.base64();

    @Test
    void aCheckpointIsReadAsItIsWritten() {
        String text = "example.com/log 1\n20852163\n" + ROOT + "\n";
        Checkpoint read = Checkpoint.parse(text);
        assertThat(read)
                .isEqualTo(new Checkpoint("example.com/log 1", 20_852_163, TreeHasher.EMPTY));
        assertThat(read.text()).isEqualTo(text);
    }

    @Test
    void extensionLinesAreKept() {
        String text = "o\n0\n" + ROOT + "\none\ntwo\n";
        assertThat(Checkpoint.parse(text).extensions()).isEqualTo(List.of("one", "two"));
        assertThat(Checkpoint.parse(text).text()).isEqualTo(text);
    }

    @Test
    void theLargestSizeIsRead() {
        assertThat(Checkpoint.parse("o\n9223372036854775807\n" + ROOT + "\n").size())
                .isEqualTo(Long.MAX_VALUE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "o\n1\n",
                "\n1\nROOT\n",
                "o\n1\nROOT", // no line feed
                "o\n01\nROOT\n",
                "o\n-1\nROOT\n",
                "o\n+1\nROOT\n",
                "o\n1 \nROOT\n",
                "o\n١\nROOT\n", // a digit of another script
                "o\n\nROOT\n",
                "o\n0x1\nROOT\n",
                "o\n9223372036854775808\nROOT\n",
                "o\n18446744073709551616\nROOT\n",
                "o\n1\nAAAA\n",
                "o\n1\nROOTROOT\n",
                "o\n1\nROOT\n\n", // an empty extension line
                "o\n1\nROOT\n\nx\n"
            })
    void otherSpellingsAreRefused(String text) {
        var refused =
                catchThrowableOfType(
                        ProofRefused.class, () -> Checkpoint.parse(text.replace("ROOT", ROOT)));
        assertThat(refused.refusal().code()).isEqualTo(Refusal.Code.CHECKPOINT_MALFORMED);
    }

    /// Else its text would read as another checkpoint.
    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "\n", "a\n"})
    void noLineHoldsALineFeed(String line) {
        for (List<String> extensions : List.of(List.<String>of(), List.of(line))) {
            String origin = extensions.isEmpty() ? line : "o";
            var refused =
                    catchThrowableOfType(
                            ProofRefused.class,
                            () -> new Checkpoint(origin, 1, TreeHasher.EMPTY, extensions));
            assertThat(refused.refusal().code()).isEqualTo(Refusal.Code.CHECKPOINT_MALFORMED);
        }
    }

    /// The example of C2SP tlog-cosignature: name and key id of the log's line.
    @Test
    void thePublishedExampleIsRead() {
        SignedNote note =
                SignedNote.parse(
                        """
                        example.com/behind-the-sofa
                        20852163
                        CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

                        — example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
                        — witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==
                        """);
        assertThat(Checkpoint.parse(note.text()).size()).isEqualTo(20_852_163);
        assertThat(note.signatures().getFirst().keyId()).isEqualTo(0x033de0ae);
        assertThat(Cosignature.timeS(note.signatures().getLast().signature()))
                .isEqualTo(1_679_315_147);
    }
}
