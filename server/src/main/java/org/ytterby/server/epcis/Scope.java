package org.ytterby.server.epcis;

import org.jspecify.annotations.Nullable;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.identity.Jurisdiction;
import org.ytterby.server.identity.Reach;

/// Whose events somebody may see: all, or those that their own organisation captured and those of
/// the organisations in the region that they oversee.
///
/// @param organisation whose events are captured and, unless all are seen, asked for
/// @param overseen null where there is no region
record Scope(boolean seesAll, String organisation, @Nullable Jurisdiction overseen) {
    static Scope of(Caller caller) {
        return new Scope(caller.seesAll(), caller.organisation(), caller.overseen());
    }

    String region() {
        return overseen == null ? "" : overseen.region();
    }

    Reach reach() {
        return new Reach(seesAll, organisation, region());
    }
}
