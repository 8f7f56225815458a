package org.ytterby.core.balance;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.ytterby.core.ledger.AssayTable;
import org.ytterby.core.ledger.FlowTable;
import org.ytterby.core.ledger.FlowType;
import org.ytterby.core.ledger.Ledger;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.ledger.Methods;
import org.ytterby.core.material.Element;

/// The error model of the contract, pair of lines by pair of lines: slow and obvious.
///
/// Two element masses share the errors of the groups that both lines are in; the covariance of two
/// signed sums is the sum over all pairs of lines.
final class PairwiseCovariance {
    private final Ledger ledger;
    private final FlowTable flows;

    PairwiseCovariance(Ledger ledger) {
        this.ledger = ledger;
        flows = ledger.flows();
    }

    /// A line and its signs in the sums whose covariance is asked for.
    record Signed(int line, int[] signs) {}

    /// Stocktakes and flows of a facility with their signs in its periods.
    List<Signed> periods(int facility) {
        long[] counted = stocktakes(facility);
        List<Signed> result = new ArrayList<>();
        for (int line : ledger.lines()) {
            if (flows.facility(flows.record(line)) != facility || flows.lot(line) < 0) {
                continue;
            }
            int[] signs = new int[counted.length - 1];
            long time = ledger.timeMicros(line);
            for (int t = 0; t < signs.length; t++) {
                if (ledger.type(line) == FlowType.STOCKTAKE) {
                    signs[t] += time == counted[t] ? 1 : 0;
                    signs[t] -= time == counted[t + 1] ? 1 : 0;
                } else if (time >= counted[t] && time < counted[t + 1]) {
                    signs[t] = ledger.type(line).balanceSign();
                }
            }
            result.add(new Signed(line, signs));
        }
        return result;
    }

    long[] stocktakes(int facility) {
        List<Long> times = new ArrayList<>();
        for (int r : ledger.records()) {
            if (flows.type(r) == FlowType.STOCKTAKE && flows.facility(r) == facility) {
                times.add(flows.timeMicros(r));
            }
        }
        return times.stream().mapToLong(Long::longValue).sorted().distinct().toArray();
    }

    /// Covariance of the sum over sign `t` of element `a` with that over sign `s` of element `b`.
    double covariance(List<Signed> lines, int t, Element a, int s, Element b) {
        double sum = 0;
        for (Signed k : lines) {
            for (Signed l : lines) {
                sum +=
                        k.signs()[t]
                                * l.signs()[s]
                                * kg(k.line(), a)
                                * kg(l.line(), b)
                                * shared(k.line(), a, l.line(), b);
            }
        }
        return sum;
    }

    double kg(int line, Element e) {
        return ledger.elementMg(line, e.ordinal()) / 1e6;
    }

    /// The product of relative errors that two element masses have in common.
    double shared(int k, Element a, int l, Element b) {
        Methods methods = ledger.declarations().methods();
        AssayTable assays = ledger.declarations().assays();
        double shared = 0;
        if (k == l) {
            shared += square(methods.weighingRandom(flows.method(k)));
        }
        if (flows.facility(flows.record(k)) == flows.facility(flows.record(l))
                && flows.method(k) == flows.method(l)
                && year(ledger.timeMicros(k)) == year(ledger.timeMicros(l))) {
            shared += square(methods.weighingSystematic(flows.method(k)));
        }
        int i = ledger.assay(k);
        int j = ledger.assay(l);
        if (a == b && i == j) {
            shared += square(methods.assayRandom(assays.method(i), a.ordinal()));
        }
        if (a == b
                && assays.laboratory(i) == assays.laboratory(j)
                && assays.method(i) == assays.method(j)
                && stage(k).equals(stage(l))
                && assayYear(k) == assayYear(l)) {
            shared += square(methods.assaySystematic(assays.method(i), a.ordinal()));
        }
        return shared;
    }

    private String stage(int line) {
        return ledger.declarations().products().get(flows.product(line)).stage().code();
    }

    private int assayYear(int line) {
        long measured = ledger.declarations().assays().measuredMicros(ledger.assay(line));
        return year(measured == LedgerTime.BEGINNING ? ledger.timeMicros(line) : measured);
    }

    private static int year(long micros) {
        return Instant.EPOCH
                .plus(micros, ChronoUnit.MICROS)
                .atOffset(ZoneOffset.ofHours(8))
                .getYear();
    }

    private static double square(double x) {
        return x * x;
    }
}
