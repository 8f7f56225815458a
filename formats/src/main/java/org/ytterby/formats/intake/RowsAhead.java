package org.ytterby.formats.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;
import org.ytterby.formats.Wording;

/// Rows that another thread has split already: while cells of one row are judged, the next are cut
/// from the file. Gives the same rows and the same end as its source.
///
/// At most [#BATCHES_AHEAD] batches wait, each of some rows or one huge row. A table that ends
/// within the first of them is split at once: a thread would take longer to start than to split it.
final class RowsAhead implements Rows {
    private static final int BATCHES_AHEAD = 4;
    private static final int BATCH_ROWS = 256;
    private static final int BATCH_CHARS = 1 << 20;

    private final Rows source;
    private final BlockingQueue<Batch> ready = new ArrayBlockingQueue<>(BATCHES_AHEAD);
    private final @Nullable Thread splitter;
    private Batch batch;
    private int at;
    private @Nullable Split current;

    /// One row as the source gave it.
    private record Split(String[] cells, int row, boolean cutOff, Map<Integer, Wording> faults) {}

    /// @param failure what ended the rows, thrown after them
    /// @param more whether another batch follows
    private record Batch(List<Split> rows, @Nullable Throwable failure, boolean more) {}

    RowsAhead(Rows source) {
        this.source = source;
        batch = nextBatch();
        splitter =
                batch.more()
                        ? Thread.ofPlatform().daemon().name("splitter").start(this::split)
                        : null;
    }

    private void split() {
        try {
            boolean more = true;
            while (more) {
                Batch next = nextBatch();
                ready.put(next);
                more = next.more();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // nobody reads on
        }
    }

    private Batch nextBatch() {
        List<Split> rows = new ArrayList<>(BATCH_ROWS);
        try {
            long chars = 0;
            while (rows.size() < BATCH_ROWS && chars < BATCH_CHARS) {
                String[] cells = source.next();
                if (cells == null) {
                    return new Batch(rows, null, false);
                }
                rows.add(
                        new Split(
                                cells,
                                source.row(),
                                source.isCutOff(),
                                Map.copyOf(source.faults())));
                chars += size(cells);
            }
            return new Batch(rows, null, true);
        } catch (RuntimeException | Error e) {
            return new Batch(rows, e, false); // thrown where somebody waits for rows
        }
    }

    private static long size(String[] cells) {
        long chars = cells.length;
        for (String cell : cells) {
            chars += cell.length();
        }
        return chars;
    }

    private void take() {
        try {
            batch = ready.take();
            at = 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading", e);
        }
    }

    @Override
    public String @Nullable [] next() {
        while (at == batch.rows().size()) {
            switch (batch.failure()) {
                case null -> {}
                case Error error -> throw error;
                case RuntimeException broken -> throw broken;
                default -> throw new IllegalStateException(batch.failure());
            }
            if (!batch.more()) {
                return null;
            }
            take();
        }
        current = batch.rows().get(at++);
        return current.cells();
    }

    @Override
    public int row() {
        return current == null ? 0 : current.row();
    }

    @Override
    public boolean isCutOff() {
        return current != null && current.cutOff();
    }

    @Override
    public boolean isDelimited() {
        return source.isDelimited();
    }

    @Override
    public Map<Integer, Wording> faults() {
        return current == null ? Map.of() : current.faults();
    }

    /// Complete once [#next] has given null.
    @Override
    public List<Remark> remarks() {
        return source.remarks();
    }

    @Override
    public void close() {
        if (splitter != null) {
            end(splitter);
        }
        source.close();
    }

    private static void end(Thread splitter) {
        splitter.interrupt();
        try {
            splitter.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while closing a table", e);
        }
    }
}
