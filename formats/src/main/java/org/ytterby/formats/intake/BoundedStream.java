package org.ytterby.formats.intake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Reads at most a number of bytes and fails beyond it, so that a small file cannot unpack without end.
final class BoundedStream extends FilterInputStream {
    private final long limit;
    private long count;

    BoundedStream(InputStream in, long limit) {
        super(in);
        this.limit = limit;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        if (value >= 0) {
            count(1);
        }
        return value;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int n = super.read(bytes, from, length);
        if (n > 0) {
            count(n);
        }
        return n;
    }

    private void count(int n) throws IOException {
        count += n;
        if (count > limit) {
            throw new IOException("it unpacks to over " + limit + " bytes, far beyond its packed size");
        }
    }
}
