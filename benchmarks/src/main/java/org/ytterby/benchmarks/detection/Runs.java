package org.ytterby.benchmarks.detection;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/// Independent runs side by side.
final class Runs {
    private static final int THREADS = 2;

    private Runs() {}

    /// What each run gives, in the order of their numbers `0 .. count - 1`.
    static <T> List<T> each(int count, IntFunction<T> run) {
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<Future<T>> pending = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                int number = i;
                pending.add(threads.submit(() -> run.apply(number)));
            }
            List<T> done = new ArrayList<>();
            for (Future<T> future : pending) {
                done.add(future.get());
            }
            return done;
        } catch (ExecutionException e) {
            throw new IllegalStateException("a run failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted between runs", e);
        }
    }

    /// The number that a study was given first, or the usual one.
    ///
    /// @throws IllegalArgumentException if it is no count
    static int count(List<String> arguments, int at, int usual) {
        if (arguments.size() <= at) {
            return usual;
        }
        int count = Integer.parseInt(arguments.get(at));
        if (count < 1) {
            throw new IllegalArgumentException("at least one run is needed, not " + count);
        }
        return count;
    }
}
