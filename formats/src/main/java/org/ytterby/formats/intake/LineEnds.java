package org.ytterby.formats.intake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Watches whether a file ends with a line end.
final class LineEnds extends FilterInputStream {
    private int last = '\n';
    private boolean atEnd;

    LineEnds(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int n = super.read(bytes, from, length);
        atEnd |= n < 0;
        for (int i = from + n - 1; i >= from; i--) {
            if (bytes[i] != 0) { // the other half of a line end in UTF-16
                last = bytes[i];
                break;
            }
        }
        return n;
    }

    /// Whether the file has been read to its end and its last line has none.
    boolean isOpen() {
        return atEnd && last != '\n' && last != '\r';
    }
}
