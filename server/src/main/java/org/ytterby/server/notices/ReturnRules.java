package org.ytterby.server.notices;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.ytterby.core.environment.Months;
import org.ytterby.core.environment.ReturnBook;
import org.ytterby.core.environment.ReturnDue;
import org.ytterby.core.ledger.Ledger;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.server.analysis.Scope;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.identity.Role;

/// Who owes an environmental return of last month: plants that are at work and have none of it.
final class ReturnRules {
    private ReturnRules() {}

    /// What is told of last month's returns now: nothing until they are due soon, then those who
    /// report, and once they are late the environment desk how many it misses. O(lines).
    ///
    /// @param leadMicros how long before they are due
    /// @param everybody who may be told
    static List<Draft> drafts(
            Ledger ledger, long nowMicros, long leadMicros, List<Caller> everybody) {
        YearMonth month = YearMonth.from(LedgerTime.dateOf(nowMicros)).minusMonths(1);
        long until = LedgerTime.startOfMonth(LedgerTime.monthOf(nowMicros));
        List<Draft> drafts = new ArrayList<>();
        List<ReturnDue> missing = new ArrayList<>();
        for (ReturnDue due :
                ReturnDue.of(
                        ledger,
                        ReturnBook.of(ledger.declarations()),
                        f -> ReportRules.isAtWork(ledger, f, until),
                        new Months(month, month),
                        nowMicros)) {
            switch (due.state()) {
                case RETURNED, LATE -> {}
                case OPEN -> {
                    if (nowMicros >= due.dueMicros() - leadMicros) {
                        drafts.add(draft(ledger, due, Kind.RETURN_DUE));
                    }
                }
                case MISSING -> {
                    drafts.add(draft(ledger, due, Kind.RETURN_OVERDUE));
                    missing.add(due);
                }
            }
        }
        for (Caller officer : everybody) {
            if (officer.has(Role.ENVIRONMENT_OFFICER)) {
                Scope scope = Scope.of(officer);
                long seen =
                        missing.stream()
                                .filter(d -> scope.seesFacility(ledger.registry(), d.facility()))
                                .count();
                if (seen > 0) {
                    drafts.add(count(month, seen, officer));
                }
            }
        }
        return drafts;
    }

    private static Draft draft(Ledger ledger, ReturnDue due, Kind kind) {
        String facility = ledger.registry().facility(due.facility()).id();
        return new Draft(
                kind,
                "return:%s:%s:%s".formatted(facility, due.month(), kind.code()),
                facility,
                PageLink.ofReturn(facility, due.month().toString()),
                due.dueMicros(),
                Audience.reporters(ledger.registry().ownerOf(due.facility()).id()));
    }

    private static Draft count(YearMonth month, long seen, Caller officer) {
        return new Draft(
                Kind.RETURNS_MISSING,
                "returns:" + month,
                Long.toString(seen),
                PageLink.ofReturns(month.toString()),
                null,
                Audience.self(officer));
    }
}
