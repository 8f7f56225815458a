package org.ytterby.server.desk.planning;

import java.time.Clock;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.ytterby.core.ledger.Ledger;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.ledger.Limit;
import org.ytterby.core.ledger.Registry;
import org.ytterby.core.plan.PlanPace;
import org.ytterby.core.supervision.Reconciliation;
import org.ytterby.server.analysis.Scope;
import org.ytterby.server.analysis.View;
import org.ytterby.server.desk.PageController;
import org.ytterby.server.identity.Allowed;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.identity.ReadNote;
import org.ytterby.server.identity.Right;
import org.ytterby.server.ledger.PlanGrants;
import org.ytterby.server.web.Language;

/// The board: of each plan what was granted, drawn, used and is left, and where the year may end.
@PageController
class BoardPages {
    private final PlanGrants grants;
    private final Clock clock;

    BoardPages(PlanGrants grants, Clock clock) {
        this.grants = grants;
        this.clock = clock;
    }

    /// Sums of a group and kind.
    public record GroupRow(
            String group, String kind, String granted, String used, String left, String share) {}

    /// @param year empty for the last one with a plan or a use
    /// @param asof month after which nothing is looked at, such as `2026-06`; empty for now
    @Allowed(Right.SEE_BALANCES)
    @GetMapping("/planning")
    String board(
            Model model,
            View view,
            Caller caller,
            Language language,
            @RequestParam(defaultValue = "") String year,
            @RequestParam(defaultValue = "") String asof) {
        Reconciliation answer = view.now().reconciliation();
        NavigableSet<Integer> years = new TreeSet<>();
        answer.planUse().forEach(use -> years.add(use.year()));
        PlanPace.Asked asked = asked(answer.ledger(), years, year, asof, language);
        Scope scope = view.scope();
        List<PlanPace.Row> paces =
                PlanPace.of(answer.ledger(), view.now().explainer().planUses(), asked).stream()
                        .filter(p -> scope.seesParty(view.registry(), p.use().holder()))
                        .toList();
        List<BoardRow> rows =
                BoardRow.of(
                        paces,
                        BoardRow.Sources.of(
                                answer.ledger(), answer.findings(), grants.balances(caller)),
                        language);
        ReadNote.rows(rows.size());
        model.addAttribute("years", years.descendingSet());
        model.addAttribute("year", asked.year());
        model.addAttribute("asof", asof);
        model.addAttribute("isClosed", asked.isClosed());
        model.addAttribute("rows", rows);
        model.addAttribute("groups", groups(paces, view.registry(), language));
        model.addAttribute(
                "warned", rows.stream().filter(r -> !r.warning().equals("none")).count());
        model.addAttribute("mayDraft", Right.SEE_DRAFTS.isOf(caller));
        model.addAttribute("mayOwn", Right.SEE_OWN_PLAN.isOf(caller));
        model.addAttribute("mayFind", Right.SEE_FINDINGS.isOf(caller));
        return "plan-board";
    }

    private PlanPace.Asked asked(
            Ledger ledger,
            NavigableSet<Integer> years,
            String year,
            String asof,
            Language language) {
        long now = Language.micros(clock.instant());
        if (!asof.isEmpty()) {
            try {
                YearMonth month = YearMonth.parse(asof);
                long end = LedgerTime.parseDate(month.plusMonths(1) + "-01").orElse(now);
                return new PlanPace.Asked(month.getYear(), Math.min(end, now), Math.min(end, now));
            } catch (DateTimeParseException e) {
                throw new ResponseStatusException(
                        HttpStatus.BAD_REQUEST,
                        language.pick("A month is written like 2026-01.", "月份应写作 2026-01。"),
                        e);
            }
        }
        if (!year.isEmpty() && !year.matches("[0-9]{4}")) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST, language.pick("A year has four digits.", "年度应为四位数字。"));
        }
        int asked =
                year.isEmpty()
                        ? years.isEmpty() ? LedgerTime.yearOf(now) : years.last()
                        : Integer.parseInt(year);
        double due = ledger.declarations().context().limits().at(Limit.REPORT_DUE_DAY, now);
        return new PlanPace.Asked(asked, now - ((long) due) * LedgerTime.DAY, LedgerTime.END);
    }

    private static List<GroupRow> groups(
            List<PlanPace.Row> paces, Registry registry, Language language) {
        record Key(String group, String kind) implements Comparable<Key> {
            @Override
            public int compareTo(Key other) {
                int byKind = kind.compareTo(other.kind);
                return byKind == 0 ? group.compareTo(other.group) : byKind;
            }
        }
        Map<Key, double[]> sums = new TreeMap<>();
        for (PlanPace.Row pace : paces) {
            int holder = pace.use().holder();
            long end = LedgerTime.startOfYear(pace.use().year() + 1) - 1;
            int group = registry.groupOf(holder, end);
            int at = group == Registry.NONE ? holder : group;
            double[] sum =
                    sums.computeIfAbsent(
                            new Key(language.name(registry.party(at)), pace.use().kind().code()),
                            _ -> new double[2]);
            sum[0] += pace.use().grantedKg();
            sum[1] += pace.usedKg();
        }
        List<GroupRow> rows = new ArrayList<>();
        sums.forEach((key, sum) ->
                rows.add(
                        new GroupRow(
                                key.group(),
                                key.kind(),
                                language.mass(sum[0]),
                                language.mass(sum[1]),
                                language.mass(sum[0] - sum[1]),
                                language.percent(sum[1] / sum[0]))));
        return rows;
    }
}
