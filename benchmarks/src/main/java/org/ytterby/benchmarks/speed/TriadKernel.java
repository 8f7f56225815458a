package org.ytterby.benchmarks.speed;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// The triad of STREAM (McCalpin 1995), `a = b + s·c`: what the memory of this machine can do.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class TriadKernel {
    private static final int LENGTH = 1 << 24;

    /// Bytes that one call moves, counted as STREAM counts them: two reads and a write.
    static final double BYTES = 3.0 * Double.BYTES * LENGTH;

    private static final int CHUNK = 1 << 16;

    private final double[] a = new double[LENGTH];
    private final double[] b = new double[LENGTH];
    private final double[] c = new double[LENGTH];

    public TriadKernel() {
        Arrays.fill(a, 1);
        Arrays.fill(b, 2);
        Arrays.fill(c, 3);
    }

    @Benchmark
    public double[] oneThread() {
        triad(0, LENGTH);
        return a;
    }

    @Benchmark
    public double[] allThreads() {
        IntStream.range(0, LENGTH / CHUNK)
                .parallel()
                .forEach(chunk -> triad(chunk * CHUNK, (chunk + 1) * CHUNK));
        return a;
    }

    private void triad(int from, int to) {
        for (int i = from; i < to; i++) {
            a[i] = b[i] + 0.4 * c[i];
        }
    }
}
