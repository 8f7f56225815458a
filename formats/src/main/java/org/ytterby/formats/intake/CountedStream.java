package org.ytterby.formats.intake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/// Tells how many bytes are read, and fails beyond a number of them, so that a small file cannot
/// unpack without end.
final class CountedStream extends FilterInputStream {
    private final long limit;
    private final LongConsumer listener;
    private long count;

    CountedStream(InputStream in, long limit, LongConsumer listener) {
        super(in);
        this.limit = limit;
        this.listener = listener;
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
        listener.accept(n);
        if (count > limit) {
            throw new IOException(
                    "it unpacks to over " + limit + " bytes, far beyond its packed size");
        }
    }
}
