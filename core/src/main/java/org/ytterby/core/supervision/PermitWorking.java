package org.ytterby.core.supervision;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ytterby.core.balance.Estimate;
import org.ytterby.core.ledger.Activity;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.ledger.Permit;

/// The facts of unlicensed-extraction and unlicensed-separation.
final class PermitWorking {
    private PermitWorking() {}

    static List<Exhibit> of(Scene scene, int facility, List<Integer> lines, Estimate reo) {
        List<Exhibit> shown = new ArrayList<>();
        shown.add(permits(scene, facility));
        shown.add(
                Steps.byMonth(
                        scene,
                        new Text("Made without a permit, kg REO", "无许可产量（REO 千克）"),
                        lines,
                        scene.ledger()::reoKg,
                        reo.value()));
        shown.add(Steps.uncertainty(reo.sigma()));
        return shown;
    }

    private static Exhibit permits(Scene scene, int facility) {
        List<Permit> held =
                scene.registry().permits().stream().filter(p -> p.facility() == facility).toList();
        if (held.isEmpty()) {
            return Exhibit.says("Permits of the facility: none", "该场所的许可：无");
        }
        Sheet sheet =
                new Sheet("Permits of the facility", "该场所的许可")
                        .column("permit", "许可")
                        .column("activity", "活动")
                        .column("from", "起")
                        .column("until", "止");
        for (Permit permit : held) {
            sheet.row(
                    Cell.of(permit.permit()),
                    Cell.of(activity(permit.activity())),
                    bound(permit.span().fromMicros()),
                    bound(permit.span().untilMicros()));
        }
        return sheet.table();
    }

    private static Cell bound(long micros) {
        boolean open = micros == LedgerTime.BEGINNING || micros == LedgerTime.END;
        return open ? Cell.of(Say.OPEN) : Cell.at(micros);
    }

    private static Text activity(Activity activity) {
        return new Text(
                activity.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                switch (activity) {
                    case MINING -> "开采";
                    case SMELTING_SEPARATION -> "冶炼分离";
                    case RECYCLING -> "综合利用";
                });
    }
}
