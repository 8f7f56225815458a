package org.ytterby.core.supervision;

import org.ytterby.core.ledger.Names;

/// Where exports go.
final class Destinations {
    private Destinations() {}

    /// Country of destination of an export line, the consignee's where none is given; empty if
    /// unknown.
    static String of(Scene scene, int line) {
        int to = scene.flows().destination(line);
        return to == Names.NONE
                ? scene.registry().party(scene.flows().partner(line)).country()
                : scene.flows().texts().countries().name(to);
    }
}
