package org.ytterby.core.architecture.effects;

import java.util.UUID;

/// Makes an id that no caller gave.
public final class MintsIds {
    private MintsIds() {}

    public static String minted() {
        return UUID.randomUUID().toString();
    }
}
