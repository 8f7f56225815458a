package org.ytterby.epcis.profile;

import org.ytterby.core.supervision.Text;

/// An event that the profile does not cover. It is kept and traced, and enters no balance.
public final class OutsideProfile extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Text expected;

    OutsideProfile(String expected, String expectedZh) {
        super(expected);
        this.expected = new Text(expected, expectedZh);
    }

    /// What the profile expects.
    public Text expected() {
        return expected;
    }
}
