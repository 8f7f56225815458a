package org.ytterby.formats.intake;

import org.ytterby.core.ledger.Printable;
import org.ytterby.formats.Wording;

/// A package that cannot be read at all: no such folder, a broken zip, a required table missing.
public final class PackageUnreadable extends RuntimeException {
    private static final int LENGTH_MAX = 1_000;

    private final transient Wording wording;

    PackageUnreadable(Wording wording) {
        super(Printable.of(wording.en(), LENGTH_MAX));
        this.wording = printable(wording);
    }

    PackageUnreadable(Wording wording, Exception cause) {
        super(Printable.of(wording.en(), LENGTH_MAX), cause);
        this.wording = printable(wording);
    }

    private static Wording printable(Wording wording) {
        return new Wording(
                Printable.of(wording.en(), LENGTH_MAX), Printable.of(wording.zh(), LENGTH_MAX));
    }

    /// The same of a file that its sender calls otherwise than we do.
    public PackageUnreadable named(String path, String name) {
        return new PackageUnreadable(
                new Wording(wording.en().replace(path, name), wording.zh().replace(path, name)),
                this);
    }

    /// What is wrong, in both languages.
    public Wording wording() {
        return wording;
    }
}
