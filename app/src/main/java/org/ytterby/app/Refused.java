package org.ytterby.app;

import java.util.function.Supplier;
import org.ytterby.core.supervision.Text;

/// What the user asked for cannot be done, said in both languages.
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Text wording;

    Refused(String en, String zh) {
        super(en);
        wording = new Text(en, zh);
    }

    Refused(String en, String zh, RuntimeException cause) {
        super(en, cause);
        wording = new Text(en, zh);
    }

    Text wording() {
        return wording;
    }

    /// What is made of the user's own values; where they break the maker's contract, the fault is
    /// not the program's.
    ///
    /// @param option that the values come from
    static <T> T unlessFit(String option, Supplier<T> maker) {
        try {
            return maker.get();
        } catch (IllegalArgumentException e) {
            throw new Refused(
                    option + ": " + e.getMessage(), option + " 取值不符要求：" + e.getMessage(), e);
        }
    }
}
