package org.ytterby.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class PrintableWriterTest {
    private static String printed(String text) {
        StringWriter out = new StringWriter();
        PrintWriter writer = new PrintWriter(new PrintableWriter(out), true);
        writer.print(text);
        writer.flush();
        return out.toString();
    }

    @Test
    void textAndLineEndsPass() {
        assertThat(printed("批次 L1\tok\r\nnext\n")).isEqualTo("批次 L1\tok\r\nnext\n");
    }

    @Test
    void coloursOfOurOwnPass() {
        PrintWriter nowhere = new PrintWriter(new StringWriter());
        Screen screen = new Screen(nowhere, nowhere, false);
        String text = screen.red("a") + screen.amber("b") + screen.bold("c") + "\u001b[1;31md";
        assertThat(printed(text)).isEqualTo(text);
    }

    @Test
    void nothingElseMovesTheCursorOrHides() {
        assertThat(printed("\u001b[2Jx")).isEqualTo("\\u001b[2Jx");
        assertThat(printed("\u001b[8mx")).isEqualTo("\\u001b[8mx");
        assertThat(printed("a\rb")).isEqualTo("a\\rb");
        assertThat(printed("\u001b]0;t\u0007")).isEqualTo("\\u001b]0;t\\u0007");
        assertThat(printed("\u202Ecod")).isEqualTo("\\u202ecod");
    }

    @Test
    void charactersWrittenOneByOneAreLookedAtToo() {
        StringWriter out = new StringWriter();
        PrintWriter writer = new PrintWriter(new PrintableWriter(out), true);
        writer.write('a');
        writer.write('\u009b');
        writer.write(new char[] {'b', '\u0000'}, 0, 2);
        writer.flush();
        assertThat(out).hasToString("a\\u009bb\\u0000");
    }
}
