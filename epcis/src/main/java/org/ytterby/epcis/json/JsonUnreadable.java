package org.ytterby.epcis.json;

import org.ytterby.core.supervision.Text;

/// A text that is no JSON, or passes a bound.
public final class JsonUnreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;
    private final transient Text wording;

    /// @param line 1 is the first; 0 where no line is to blame
    /// @param column 1 is the first; 0 where no column is to blame
    public JsonUnreadable(int line, int column, Text wording) {
        super(wording.en());
        this.line = line;
        this.column = column;
        this.wording = wording;
    }

    public int line() {
        return line;
    }

    public int column() {
        return column;
    }

    public Text wording() {
        return wording;
    }
}
