package org.ytterby.formats.intake;

import org.ytterby.formats.Wording;

/// A table that cannot be read beyond a row; what came before it counts.
final class TableBroken extends RuntimeException {
    private final int row;
    private final transient Wording wording;

    TableBroken(int row, Wording wording, Exception cause) {
        super(wording.en(), cause);
        this.row = row;
        this.wording = wording;
    }

    int row() {
        return row;
    }

    Wording wording() {
        return wording;
    }
}
