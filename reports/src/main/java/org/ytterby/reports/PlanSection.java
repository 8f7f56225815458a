package org.ytterby.reports;

import java.util.List;
import java.util.TreeSet;
import org.ytterby.core.balance.ErrorModel;
import org.ytterby.core.ledger.Ledger;
import org.ytterby.core.plan.PlanUse;
import org.ytterby.core.plan.PlanUses;
import org.ytterby.core.supervision.Reconciliation;
import tools.jackson.core.JsonGenerator;

/// How much of each plan was used, by which facilities and in which records.
final class PlanSection {
    private final Ledger ledger;
    private final List<PlanUse> uses;
    private final PlanUses lines;
    private final List<PlanUse> rows;

    PlanSection(Reconciliation reconciliation) {
        ledger = reconciliation.ledger();
        uses = reconciliation.planUse();
        lines = PlanUses.of(new ErrorModel(ledger));
        rows = lines.rows();
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
            evidence(out, linesOf(use));
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private List<Integer> linesOf(PlanUse use) {
        for (int i = 0; i < rows.size(); i++) {
            PlanUse row = rows.get(i);
            if (row.year() == use.year()
                    && row.kind() == use.kind()
                    && row.oreType() == use.oreType()
                    && row.holder() == use.holder()) {
                return lines.lines(i);
            }
        }
        return List.of();
    }

    private void evidence(JsonGenerator out, List<Integer> lines) {
        TreeSet<Integer> places = new TreeSet<>();
        LargestRecords records = new LargestRecords(ledger);
        for (int line : lines) {
            places.add(ledger.flows().facility(ledger.flows().record(line)));
            records.add(line);
        }
        out.writeName("facilities");
        out.writeStartArray();
        places.forEach(out::writeNumber);
        out.writeEndArray();
        out.writeName("records");
        records.write(out);
    }
}
