package org.ytterby.server.desk.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.ytterby.core.ledger.ControlPlan;
import org.ytterby.core.ledger.Ledger;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.ledger.Party;
import org.ytterby.core.ledger.Registry;
import org.ytterby.core.plan.PlanPace;
import org.ytterby.core.plan.PlanUse;
import org.ytterby.core.plan.Projection;
import org.ytterby.core.supervision.Explainer;
import org.ytterby.core.supervision.Finding;
import org.ytterby.core.supervision.Rule;
import org.ytterby.server.ledger.PlanGrants;
import org.ytterby.server.web.Language;

/// A plan on the board: granted, drawn, used, left, and where the year may end.
///
/// @param group that its holder belongs to at the year's end; empty where it is a group, or in none
/// @param drawn set aside and drawn from its accounts
/// @param projected with its interval; empty where the year is over
/// @param basis what the projection rests on
/// @param warning `over`, `without`, `likely`, `possible` or `none`
/// @param findings names of those on its holder's plans
public record BoardRow(
        String kind,
        String ore,
        String holder,
        String name,
        String group,
        String granted,
        String drawn,
        String used,
        String left,
        String share,
        String projected,
        String basis,
        String warning,
        double grantedWidth,
        double usedWidth,
        List<String> findings) {
    private static final double WHOLE = 100;
    private static final int MONTHS = 12;

    /// What rows are made of.
    ///
    /// @param drawnKg by id of the plan
    record Sources(Ledger ledger, List<Finding> findings, Map<String, Long> drawnKg) {
        static Sources of(
                Ledger ledger, List<Finding> findings, List<PlanGrants.Balance> balances) {
            Map<String, Long> drawn = new TreeMap<>();
            balances.forEach(b -> drawn.put(b.plan(), b.reservedKg() + b.drawnKg()));
            return new Sources(ledger, findings, drawn);
        }
    }

    static List<BoardRow> of(List<PlanPace.Row> paces, Sources sources, Language language) {
        double longest = 1;
        for (PlanPace.Row pace : paces) {
            longest = Math.max(longest, Math.max(pace.use().grantedKg(), pace.usedKg()));
        }
        List<BoardRow> rows = new ArrayList<>();
        for (PlanPace.Row pace : paces) {
            rows.add(row(pace, sources, longest, language));
        }
        return rows;
    }

    private static BoardRow row(
            PlanPace.Row pace, Sources sources, double longest, Language language) {
        PlanUse use = pace.use();
        Registry registry = sources.ledger.registry();
        Party holder = registry.party(use.holder());
        int group = registry.groupOf(use.holder(), LedgerTime.startOfYear(use.year() + 1) - 1);
        boolean isWithout = use.grantedKg() <= 0;
        return new BoardRow(
                use.kind().code(),
                use.oreType() == null ? "" : use.oreType().code(),
                holder.id(),
                language.name(holder),
                group == Registry.NONE ? "" : language.name(registry.party(group)),
                isWithout ? "–" : language.mass(use.grantedKg()),
                isWithout ? "–" : language.mass(drawnKg(use, sources)),
                language.mass(pace.usedKg()),
                language.mass(pace.leftKg()),
                language.percent(pace.usedKg() / use.grantedKg()),
                projected(pace, language),
                basis(pace, language),
                isWithout && pace.usedKg() > 0
                        ? "without"
                        : pace.warning().name().toLowerCase(Locale.ROOT),
                WHOLE * use.grantedKg() / longest,
                WHOLE * pace.usedKg() / longest,
                findings(holder.id(), use.year(), sources.findings));
    }

    private static double drawnKg(PlanUse use, Sources sources) {
        double kg = 0;
        for (ControlPlan plan : sources.ledger.declarations().entitlements().plans()) {
            boolean isOf =
                    !plan.revoked()
                            && plan.year() == use.year()
                            && plan.kind() == use.kind()
                            && plan.holder() == use.holder()
                            && (use.oreType() == null || use.oreType() == plan.oreType());
            kg += isOf ? sources.drawnKg.getOrDefault(plan.id(), 0L) : 0;
        }
        return kg;
    }

    private static String projected(PlanPace.Row pace, Language language) {
        Projection p = pace.projection();
        if (p == null || Double.isNaN(p.pointKg())) {
            return "–";
        }
        return Double.isNaN(p.lowKg())
                ? language.mass(p.pointKg())
                : language.mass(p.pointKg())
                        + language.pick(" (", "（")
                        + language.mass(p.lowKg())
                        + " … "
                        + language.mass(p.highKg())
                        + language.pick(")", "）");
    }

    private static String basis(PlanPace.Row pace, Language language) {
        Projection p = pace.projection();
        String silent =
                pace.silent() == 0
                        ? ""
                        : language.pick("; %d silent months", "；%d 个月无任何申报")
                                .formatted(pace.silent());
        if (p == null) {
            return language.pick("the year is over", "年度已结束") + silent;
        }
        if (p.months() == 0) {
            return language.pick("no month was reported yet", "尚无已申报月份") + silent;
        }
        return language.pick("%d of %d months reported", "已申报 %d 个月（共 %d 个月）")
                        .formatted(p.months(), MONTHS)
                + (p.months() == 1
                        ? language.pick("; one month gives no interval", "；仅一个月，无法给出区间")
                        : "")
                + silent;
    }

    private static List<String> findings(String holder, int year, List<Finding> all) {
        return all.stream()
                .filter(f ->
                        (f.rule() == Rule.PLAN_EXCEEDED || f.rule() == Rule.NO_PLAN)
                                && f.subject().party().equals(holder)
                                && (f.span().equals(Finding.NO_SPAN)
                                        || LedgerTime.yearOf(f.span().fromMicros()) == year))
                .map(Explainer::nameOf)
                .distinct()
                .toList();
    }
}
