package org.ytterby.app;

/// Keeps the heap close to what is alive.
///
/// The serial collector clears its old space only when the heap has reached its limit, so that what
/// a long computation left behind would be counted as memory it needs. This asks for a collection
/// whenever the heap has grown by a part since the last one; the cost of all of them together is a
/// few times that of the last.
final class HeapKeeper implements AutoCloseable {
    private static final double GROWTH = 1.05;
    private static final long ROOM_BYTES = 50L << 20;
    private static final long LEFT_ALONE_BYTES = 320L << 20;
    private static final long LOOK_MS = 20;

    private final Thread keeper;

    HeapKeeper() {
        keeper = Thread.ofPlatform().daemon().name("heap-keeper").start(HeapKeeper::keep);
    }

    private static void keep() {
        Runtime runtime = Runtime.getRuntime();
        long limit = LEFT_ALONE_BYTES;
        try {
            while (true) {
                Thread.sleep(LOOK_MS);
                if (usedBytes(runtime) > limit) {
                    System.gc();
                    long alive = usedBytes(runtime);
                    limit = Math.max(LEFT_ALONE_BYTES, (long) (alive * GROWTH) + ROOM_BYTES);
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // the work is done
        }
    }

    private static long usedBytes(Runtime runtime) {
        return runtime.totalMemory() - runtime.freeMemory();
    }

    @Override
    public void close() {
        keeper.interrupt();
    }
}
