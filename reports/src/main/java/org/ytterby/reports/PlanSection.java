package org.ytterby.reports;

import java.util.List;
import java.util.stream.IntStream;
import org.ytterby.core.ledger.FacilityStage;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.ledger.PlanKind;
import org.ytterby.core.ledger.Registry;
import org.ytterby.core.plan.PlanUse;
import org.ytterby.core.supervision.Reconciliation;
import tools.jackson.core.JsonGenerator;

/// How much of each plan was used, and by which facilities.
final class PlanSection {
    private final Registry registry;
    private final List<PlanUse> uses;

    PlanSection(Reconciliation reconciliation) {
        registry = reconciliation.ledger().registry();
        uses = reconciliation.planUse();
    }

    void write(JsonGenerator out) {
        out.writeName("plans");
        out.writeStartArray();
        for (PlanUse use : uses) {
            out.writeStartObject();
            out.writeNumberProperty("year", use.year());
            out.writeStringProperty("kind", use.kind().code());
            out.writeStringProperty("oreType", use.oreType() == null ? "" : use.oreType().code());
            out.writeNumberProperty("holder", use.holder());
            out.writeNumberProperty("grantedKg", use.grantedKg());
            out.writeNumberProperty("usedKg", use.usedKg());
            ReportJson.number(out, "sigmaKg", use.usedSigmaKg());
            out.writeName("facilities");
            int[] facilities = facilitiesOf(use).toArray();
            out.writeArray(facilities, 0, facilities.length);
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    /// The facilities that the holder or a member of its group ran at the end of the year.
    private IntStream facilitiesOf(PlanUse use) {
        long yearEnd = LedgerTime.startOfYear(use.year() + 1) - 1;
        FacilityStage stage =
                use.kind() == PlanKind.MINING ? FacilityStage.MINE : FacilityStage.SEPARATION;
        return IntStream.range(0, registry.facilities().size())
                .filter(f -> registry.facility(f).stage() == stage)
                .filter(f -> isRunBy(registry.facility(f).party(), use.holder(), yearEnd));
    }

    private boolean isRunBy(int party, int holder, long micros) {
        return party == holder || registry.groupOf(party, micros) == holder;
    }
}
