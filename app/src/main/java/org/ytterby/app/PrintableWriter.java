package org.ytterby.app;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ytterby.core.ledger.Printable;

/// Lets nothing through that could move a cursor, hide text or turn its direction: names in a
/// package are chosen by its sender.
///
/// Line ends, tabs and the colours of our own words pass. All else is written as `\u001b`, which
/// JSON reads as the same character.
final class PrintableWriter extends FilterWriter {
    private static final Pattern PASSES =
            Pattern.compile("\r?\n|\t|\u001b\\[(?:(?:0|1|3|4|2[1-4]|31|33|36|39)(?:;(?=\\d))?)*m");

    PrintableWriter(Writer out) {
        super(out);
    }

    @Override
    public void write(int c) throws IOException {
        write(Character.toString((char) c), 0, 1);
    }

    @Override
    public void write(char[] text, int from, int length) throws IOException {
        write(new String(text, from, length), 0, length);
    }

    @Override
    public void write(String text, int from, int length) throws IOException {
        String part = text.substring(from, from + length);
        Matcher passes = PASSES.matcher(part);
        int at = 0;
        while (passes.find()) {
            out.write(Printable.of(part.substring(at, passes.start())));
            out.write(passes.group());
            at = passes.end();
        }
        out.write(Printable.of(part.substring(at)));
    }
}
