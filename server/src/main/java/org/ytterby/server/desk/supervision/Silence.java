package org.ytterby.server.desk.supervision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.ytterby.core.ledger.FacilityStage;
import org.ytterby.core.ledger.Groups;
import org.ytterby.core.ledger.Ledger;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.ledger.Registry;
import org.ytterby.core.supervision.Say;
import org.ytterby.server.analysis.Scope;
import org.ytterby.server.web.Language;

/// A facility that has declared nothing in the ledger's last month.
///
/// @param last day of its last record; empty if it has none
public record Silence(String facility, String party, String last) {
    private static final int SHOWN_MAX = 12;

    /// Those silent the longest first.
    ///
    /// @param month the last month in which anybody declared something
    /// @param all how many there are
    public record Silences(String month, List<Silence> shown, int all) {}

    static Silences of(Ledger ledger, Scope scope, Language language) {
        Registry registry = ledger.registry();
        Groups lines = ledger.linesByFacility();
        if (ledger.lastMicros() == LedgerTime.BEGINNING) {
            return new Silences("", List.of(), 0);
        }
        int month = LedgerTime.monthOf(ledger.lastMicros());
        List<Silence> silent = new ArrayList<>();
        for (int f = 0; f < lines.groupCount(); f++) {
            int count = lines.size(f);
            long last =
                    count == 0 ? LedgerTime.BEGINNING : ledger.timeMicros(lines.get(f, count - 1));
            if (registry.facility(f).stage() != FacilityStage.OUTSIDE
                    && scope.seesFacility(registry, f)
                    && last < LedgerTime.startOfMonth(month)) {
                silent.add(
                        new Silence(
                                registry.facility(f).id(),
                                language.name(registry.ownerOf(f)),
                                count == 0 ? "" : LedgerTime.dateOf(last).toString()));
            }
        }
        silent.sort(Comparator.comparing(Silence::last).thenComparing(Silence::facility));
        return new Silences(
                Say.month(month),
                List.copyOf(silent.subList(0, Math.min(SHOWN_MAX, silent.size()))),
                silent.size());
    }
}
