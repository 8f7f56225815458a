package org.ytterby.server.desk.cases;

import org.jspecify.annotations.Nullable;
import org.ytterby.core.ledger.entry.CaseFile;
import org.ytterby.server.desk.Addresses;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.identity.Right;
import org.ytterby.server.web.Language;

/// Somebody about to do something in a case.
///
/// @param name of the case
/// @param finding id of the finding that a case is opened on, else empty
/// @param file null for a case that is about to be opened
record CaseTurn(
        Caller caller,
        Language language,
        CaseAction action,
        String name,
        String finding,
        @Nullable CaseFile file) {
    /// @param name that the case is to have
    static CaseTurn opening(Caller caller, Language language, String name, String finding) {
        return new CaseTurn(caller, language, CaseAction.OPENING, name, finding, null);
    }

    /// Where its form is sent.
    String address() {
        return action == CaseAction.OPENING
                ? "/cases/opening"
                : "/cases/" + Addresses.segment(name) + "/" + action.code();
    }

    /// Where it leads: to the case for those who see it, to their list for those who help.
    String home() {
        if (Right.SEE_CASES.isOf(caller)) {
            return "/cases/" + Addresses.segment(name);
        }
        return action == CaseAction.ANSWER ? "/tasks" : "/samples";
    }
}
