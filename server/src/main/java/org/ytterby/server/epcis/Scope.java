package org.ytterby.server.epcis;

import org.ytterby.server.identity.Caller;

/// Whose events somebody may see: all, or those that their own organisation captured.
///
/// @param organisation whose events are captured and, unless all are seen, asked for
record Scope(boolean seesAll, String organisation) {
    static Scope of(Caller caller) {
        return new Scope(caller.isOfAuthority(), caller.organisation());
    }
}
