package org.ytterby.formats.intake;

import org.ytterby.formats.Wording;

/// A package that cannot be read at all: no such folder, a broken zip, a required table missing.
public final class PackageUnreadable extends RuntimeException {
    private final transient Wording wording;

    PackageUnreadable(Wording wording) {
        super(wording.en());
        this.wording = wording;
    }

    PackageUnreadable(Wording wording, Exception cause) {
        super(wording.en(), cause);
        this.wording = wording;
    }

    /// What is wrong, in both languages.
    public Wording wording() {
        return wording;
    }
}
