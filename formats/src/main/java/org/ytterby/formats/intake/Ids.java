package org.ytterby.formats.intake;

import java.util.Map;
import org.ytterby.formats.Wording;

/// Ids that may be declared once.
final class Ids {
    private Ids() {}

    /// Says so if an earlier row declared the id; the earlier row counts.
    static void checkNew(Row row, int field, Map<String, Integer> known) {
        if (known.containsKey(row.text(field))) {
            reject(row, field);
        }
    }

    /// Says that an earlier row declared this.
    static void reject(Row row, int field) {
        row.bad(field, new Wording("declared by an earlier row, which counts", "前面的行已申报，以前行为准"));
    }
}
