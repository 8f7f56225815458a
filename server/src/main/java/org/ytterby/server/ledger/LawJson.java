package org.ytterby.server.ledger;

import org.ytterby.core.ledger.entry.Entry;

/// Rows of dated law that were put into force, as canonical bytes and back.
final class LawJson {
    static final String ENACTED = "enacted";

    private LawJson() {}

    static byte[] bytes(Entry.Enacted enacted) {
        return EntryJson.of(ENACTED)
                .with("table", enacted.row().table())
                .with("row", enacted.row().cells())
                .with("organisation", enacted.organisation())
                .with("person", enacted.person())
                .with("at", enacted.atMicros())
                .bytes();
    }

    static Entry.Enacted enacted(EntryMembers members) {
        return new Entry.Enacted(
                members.row(),
                members.text("organisation"),
                members.text("person"),
                members.number("at"));
    }
}
