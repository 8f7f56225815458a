package org.ytterby.core.supervision;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ytterby.core.environment.RecoveryRates;
import org.ytterby.core.ledger.FacilityStage;
import org.ytterby.core.ledger.FlowTable;
import org.ytterby.core.ledger.FlowType;
import org.ytterby.core.ledger.Ledger;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.ledger.Limit;
import org.ytterby.core.ledger.Names;
import org.ytterby.core.ledger.Span;

/// Figures of a year that the ledger itself tells of a party, to be set beside those declared for
/// its plan.
public final class Conduct {
    private final Ledger ledger;
    private final FlowTable flows;
    private final int party;
    private final Span year;

    private Conduct(Ledger ledger, int party, int year) {
        this.ledger = ledger;
        flows = ledger.flows();
        this.party = party;
        this.year = new Span(LedgerTime.startOfYear(year), LedgerTime.startOfYear(year + 1));
    }

    /// A share and what it is of.
    ///
    /// @param of above 0
    public record Share(double part, double of) {
        public double value() {
            return part / of;
        }
    }

    /// The shares that can be told, by the name of their indicator; what the ledger has no data for
    /// is left out. O(lines).
    ///
    /// - `punctual_reporting`: records entered before they were late, of all records of the year
    /// - `traceability`: lines shipped to a registered facility and received there, of all such
    /// - `separation_recovery`, `beneficiation_recovery`: REO out over REO in, from the balances
    ///
    /// @param party position in the registry
    public static Map<String, Share> of(Ledger ledger, int party, int year) {
        Conduct conduct = new Conduct(ledger, party, year);
        Map<String, Share> shares = new TreeMap<>();
        put(shares, "punctual_reporting", conduct.punctual());
        put(shares, "traceability", conduct.traced());
        put(shares, "separation_recovery", conduct.recovery(RecoveryRates.Kind.SEPARATION));
        put(shares, "beneficiation_recovery", conduct.recovery(RecoveryRates.Kind.BENEFICIATION));
        return shares;
    }

    private static void put(Map<String, Share> shares, String name, Share share) {
        if (share.of > 0) {
            shares.put(name, share);
        }
    }

    private boolean isOwn(int facility) {
        return facility != Names.NONE
                && ledger.registry().facility(facility).party() == party
                && ledger.registry().facility(facility).stage() != FacilityStage.OUTSIDE;
    }

    private Share punctual() {
        int all = 0;
        int punctual = 0;
        for (int r : ledger.records()) {
            if (isOwn(flows.facility(r))
                    && year.contains(flows.timeMicros(r))
                    && flows.isDeclared(r)) {
                all++;
                punctual += flows.enteredMicros(r) < due(flows.timeMicros(r)) ? 1 : 0;
            }
        }
        return new Share(punctual, all);
    }

    private long due(long micros) {
        long end = LedgerTime.startOfMonth(LedgerTime.monthOf(micros) + 1);
        double day = ledger.declarations().context().limits().at(Limit.REPORT_DUE_DAY, end);
        return end + ((long) day) * LedgerTime.DAY;
    }

    private Share traced() {
        List<Integer> open = new ArrayList<>();
        MonthReport.of(ledger, _ -> true, year.untilMicros() - 1)
                .forEach(report -> open.addAll(report.unanswered()));
        int missing = 0;
        for (int line : open) {
            missing += isShipped(line) ? 1 : 0;
        }
        int all = 0;
        for (int line : ledger.lines()) {
            boolean isInside =
                    isShipped(line)
                            && ledger.registry().facility(flows.partner(line)).stage()
                                    != FacilityStage.OUTSIDE;
            all += isInside ? 1 : 0;
        }
        return new Share(all - Math.min(missing, all), all);
    }

    /// Whether it is a shipment of the year, from an own facility to a registered one.
    private boolean isShipped(int line) {
        return ledger.type(line) == FlowType.SHIPMENT
                && flows.partner(line) != Names.NONE
                && year.contains(ledger.timeMicros(line))
                && isOwn(flows.facility(flows.record(line)));
    }

    private Share recovery(RecoveryRates.Kind kind) {
        double in = 0;
        double out = 0;
        for (int f = 0; f < ledger.registry().facilities().size(); f++) {
            if (isOwn(f)) {
                for (RecoveryRates.Rate rate : RecoveryRates.of(ledger, f, year, Double.NaN)) {
                    in += rate.kind() == kind ? rate.inKg() : 0;
                    out += rate.kind() == kind ? rate.outKg() : 0;
                }
            }
        }
        return new Share(out, in);
    }
}
