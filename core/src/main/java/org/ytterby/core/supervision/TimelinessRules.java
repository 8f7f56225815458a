package org.ytterby.core.supervision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ytterby.core.ledger.Facility;
import org.ytterby.core.ledger.FlowTable;
import org.ytterby.core.ledger.FlowType;
import org.ytterby.core.ledger.Groups;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.ledger.Limit;
import org.ytterby.core.ledger.Names;
import org.ytterby.core.ledger.Span;

/// report-late, stocktake-missing: duties of time.
final class TimelinessRules {
    private final Scene scene;
    private final FlowTable flows;

    TimelinessRules(Scene scene) {
        this.scene = scene;
        flows = scene.flows();
    }

    List<Reasoned> findings() {
        List<Reasoned> findings = new ArrayList<>();
        late(findings);
        List<Facility> facilities = scene.registry().facilities();
        for (int f = 0; f < facilities.size(); f++) {
            if (facilities.get(f).stage().owesStocktakes()) {
                stocktakeMissing(f, findings);
            }
        }
        return findings;
    }

    private void late(List<Reasoned> findings) {
        Map<Long, List<Integer>> months = new TreeMap<>();
        for (int r = 0; r < flows.recordCount(); r++) {
            if (!isOriginal(r)) {
                continue;
            }
            int month = LedgerTime.monthOf(flows.timeMicros(r));
            if (flows.enteredMicros(r) >= due(month)) {
                long key = (long) flows.facility(r) << Integer.SIZE | month;
                months.computeIfAbsent(key, _ -> new ArrayList<>()).add(r);
            }
        }
        months.forEach((key, records) ->
                findings.add(late((int) (key >> Integer.SIZE), key.intValue(), records)));
    }

    /// First instant at which a flow of a month is late.
    private long due(int month) {
        long next = LedgerTime.startOfMonth(month + 1);
        long dueDay = (long) scene.limit(Limit.REPORT_DUE_DAY, next);
        return next + dueDay * LedgerTime.DAY;
    }

    private boolean isOriginal(int r) {
        return flows.isDeclared(r)
                && !flows.isBad(r)
                && flows.corrects(r) == Names.NONE
                && flows.type(r) != FlowType.CANCELLATION
                && !scene.ledger().isCancelled(r);
    }

    private Reasoned late(int facility, int month, List<Integer> records) {
        String place = scene.registry().facility(facility).id();
        LocalDate lastDay = LedgerTime.dateOf(due(month) - 1);
        return scene.draft(Rule.REPORT_LATE)
                .at(facility)
                .during(
                        new Span(
                                LedgerTime.startOfMonth(month), LedgerTime.startOfMonth(month + 1)))
                .restsOn(records)
                .shows(() -> TimelinessWorking.late(scene, records, due(month)))
                .says(
                        place
                                + ": "
                                + records.size()
                                + (records.size() == 1 ? " record" : " records")
                                + " of "
                                + Say.month(month)
                                + " entered after "
                                + lastDay,
                        place
                                + "："
                                + Say.month(month)
                                + " 有 "
                                + records.size()
                                + " 条记录晚于 "
                                + lastDay
                                + " 录入")
                .reasoned();
    }

    private void stocktakeMissing(int f, List<Reasoned> findings) {
        Groups lines = scene.ledger().linesByFacility();
        if (lines.size(f) == 0) {
            return;
        }
        long before = scene.ledger().timeMicros(lines.get(f, 0));
        long longestFrom = before;
        long longestUntil = before;
        for (int i = 0; i <= lines.size(f); i++) {
            boolean atEnd = i == lines.size(f);
            if (atEnd || scene.ledger().type(lines.get(f, i)) == FlowType.STOCKTAKE) {
                long at =
                        atEnd
                                ? scene.ledger().lastMicros()
                                : scene.ledger().timeMicros(lines.get(f, i));
                if (at - before > longestUntil - longestFrom) {
                    longestFrom = before;
                    longestUntil = at;
                }
                before = at;
            }
        }
        if (longestUntil - longestFrom > longestAllowed(longestUntil)) {
            findings.add(stocktakeMissing(f, new Span(longestFrom, longestUntil)));
        }
    }

    /// Longest time without a stocktake, microseconds.
    private long longestAllowed(long micros) {
        long days = (long) scene.limit(Limit.STOCKTAKE_DAYS_MAX, micros);
        return days * LedgerTime.DAY;
    }

    private Reasoned stocktakeMissing(int f, Span gap) {
        long days = (gap.untilMicros() - gap.fromMicros()) / LedgerTime.DAY;
        String place = scene.registry().facility(f).id();
        return scene.draft(Rule.STOCKTAKE_MISSING)
                .at(f)
                .during(gap)
                .shows(() ->
                        TimelinessWorking.missing(
                                stocktakes(f), gap, longestAllowed(gap.untilMicros())))
                .says(
                        place + ": no stocktake for " + days + " days (" + Say.days(gap).en() + ")",
                        place + "：连续 " + days + " 日未盘点（" + Say.days(gap).zh() + "）")
                .reasoned();
    }

    private List<Long> stocktakes(int f) {
        return Arrays.stream(scene.ledger().linesByFacility().items(f))
                .filter(line -> scene.ledger().type(line) == FlowType.STOCKTAKE)
                .mapToLong(scene.ledger()::timeMicros)
                .distinct()
                .boxed()
                .toList();
    }
}
