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

    /// A table that cannot be read from a row on, and why.
    static TableBroken at(int row, String file, Exception cause) {
        String why = String.valueOf(cause.getMessage());
        return new TableBroken(
                row,
                new Wording(
                        file + " cannot be read from here on: " + why, file + " 自此处起无法读取：" + why),
                cause);
    }

    int row() {
        return row;
    }

    Wording wording() {
        return wording;
    }
}
