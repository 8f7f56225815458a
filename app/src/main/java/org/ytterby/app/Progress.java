package org.ytterby.app;

import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/// A progress bar on a terminal, for runs that take long; nothing elsewhere.
final class Progress implements AutoCloseable {
    private static final long PATIENCE_MS = 800;
    private static final long INTERVAL_MS = 100;
    private static final int WIDTH = 30;

    private final Screen screen;
    private final Language language;

    /// The bar moves the cursor, which the writer of complaints does not let through.
    private final PrintWriter terminal =
            new PrintWriter(new OutputStreamWriter(System.err, StandardCharsets.UTF_8), true);

    private final long startMs = System.currentTimeMillis();
    private String phase = "";
    private long drawnMs;
    private boolean drawn;

    Progress(Screen screen, Language language) {
        this.screen = screen;
        this.language = language;
    }

    /// Begins a phase.
    void phase(String en, String zh) {
        phase = language.pick(en, zh);
        draw(0, false);
    }

    /// Tells how far reading has come.
    void read(long bytes, long total) {
        draw(total == 0 ? 0 : (double) bytes / total, true);
    }

    private void draw(double part, boolean measured) {
        long now = System.currentTimeMillis();
        if (screen.plain()
                || now - startMs < PATIENCE_MS
                || (measured && now - drawnMs < INTERVAL_MS)) {
            return;
        }
        drawnMs = now;
        drawn = true;
        int full = (int) Math.round(Math.min(1, part) * WIDTH);
        String bar = measured ? "█".repeat(full) + "░".repeat(WIDTH - full) : "…";
        terminal.printf("\r\u001b[K%s %s %.1f s", phase, bar, (now - startMs) / 1000.0);
        terminal.flush();
    }

    /// Removes the bar.
    @Override
    public void close() {
        if (drawn) {
            terminal.print("\r\u001b[K");
            terminal.flush();
        }
    }
}
