package org.ytterby.formats.results;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ytterby.core.balance.PeriodBalance;
import org.ytterby.core.genealogy.LotStock;
import org.ytterby.core.ledger.FlowTable;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.ledger.Problem;
import org.ytterby.core.ledger.Registry;
import org.ytterby.core.material.Mass;
import org.ytterby.core.plan.PlanUse;
import org.ytterby.core.supervision.Reconciliation;

/// Writes the result files of a reconciliation into a folder.
public final class ResultWriter {
    private static final int LOTS_PER_BLOCK = 1024;

    private final Reconciliation answer;
    private final Registry registry;
    private final FlowTable flows;
    private final Path folder;

    private ResultWriter(Reconciliation answer, Path folder) {
        this.answer = answer;
        registry = answer.ledger().registry();
        flows = answer.ledger().flows();
        this.folder = folder;
    }

    /// Writes all files; those of an earlier answer are replaced.
    ///
    /// @throws UncheckedIOException if the folder cannot be made or written
    public static void write(Reconciliation answer, Path folder) {
        try {
            Files.createDirectories(folder);
            ResultWriter writer = new ResultWriter(answer, folder);
            writer.writeBalances();
            writer.writeAttribution();
            writer.writePlanUse();
            writer.writeLots();
            writer.writeErrors();
            FindingsJson.write(answer, folder.resolve("findings.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private CsvWriter csv(String file, String... header) throws IOException {
        CsvWriter csv =
                CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(folder.resolve(file));
        csv.writeRecord(header);
        return csv;
    }

    private String facility(int position) {
        return registry.facility(position).id();
    }

    private void writeBalances() throws IOException {
        try (CsvWriter csv =
                csv(
                        "balances.csv",
                        "facility",
                        "element",
                        "from",
                        "until",
                        "opening_kg",
                        "additions_kg",
                        "removals_kg",
                        "closing_kg",
                        "difference_kg",
                        "sigma_kg",
                        "sitmuf",
                        "cumulative_kg",
                        "cumulative_sigma_kg",
                        "page_loss",
                        "page_gain")) {
            for (PeriodBalance b : answer.balances()) {
                PeriodBalance.Statistics s = b.statistics();
                csv.writeRecord(
                        facility(b.facility()),
                        b.element().name(),
                        LedgerTime.format(b.period().fromMicros()),
                        LedgerTime.format(b.period().untilMicros()),
                        Decimal.kilograms(b.openingMg()),
                        Decimal.kilograms(b.additionsMg()),
                        Decimal.kilograms(b.removalsMg()),
                        Decimal.kilograms(b.closingMg()),
                        Decimal.kilograms(b.differenceMg()),
                        Decimal.of(s.sigmaKg()),
                        Decimal.of(s.sitmuf()),
                        Decimal.kilograms(s.cumulativeMg()),
                        Decimal.of(s.cumulativeSigmaKg()),
                        Decimal.of(s.pageLoss()),
                        Decimal.of(s.pageGain()));
            }
        }
    }

    private void writeAttribution() throws IOException {
        RowBlocks.write(
                folder.resolve("attribution.csv"),
                AttributionWriter.HEADER,
                answer.attribution().lots().length,
                AttributionWriter.LOTS_PER_BLOCK,
                new AttributionWriter(answer.attribution(), flows));
    }

    private void writePlanUse() throws IOException {
        try (CsvWriter csv =
                csv(
                        "plan_use.csv",
                        "year",
                        "kind",
                        "ore_type",
                        "holder",
                        "granted_t_reo",
                        "used_t_reo",
                        "used_sigma_t_reo",
                        "remaining_t_reo")) {
            for (PlanUse use : answer.planUse()) {
                csv.writeRecord(
                        Integer.toString(use.year()),
                        use.kind().code(),
                        use.oreType() == null ? "" : use.oreType().code(),
                        registry.party(use.holder()).id(),
                        tonnes(use.grantedKg()),
                        tonnes(use.usedKg()),
                        tonnes(use.usedSigmaKg()),
                        tonnes(use.remainingKg()));
            }
        }
    }

    private static String tonnes(double kg) {
        return Decimal.of(kg / Mass.KG_PER_T);
    }

    private void writeLots() throws IOException {
        List<LotStock> lots = answer.lots();
        RowBlocks.write(
                folder.resolve("lots.csv"),
                "facility,lot,product,made_kg,received_kg,used_kg,shipped_kg,exported_kg,disposed_kg,"
                        + "remaining_kg",
                lots.size(),
                LOTS_PER_BLOCK,
                (i, to) -> append(lots.get(i), to));
    }

    private void append(LotStock lot, StringBuilder to) {
        String product = answer.ledger().declarations().products().get(lot.product()).id();
        to.append(RowBlocks.quoted(facility(lot.facility()))).append(',');
        to.append(RowBlocks.quoted(flows.lotId(lot.lot()))).append(',');
        to.append(RowBlocks.quoted(product));
        Decimal.appendKilograms(to.append(','), lot.madeMg());
        Decimal.appendKilograms(to.append(','), lot.receivedMg());
        Decimal.appendKilograms(to.append(','), lot.taken().usedMg());
        Decimal.appendKilograms(to.append(','), lot.taken().shippedMg());
        Decimal.appendKilograms(to.append(','), lot.taken().exportedMg());
        Decimal.appendKilograms(to.append(','), lot.taken().disposedMg());
        Decimal.appendKilograms(to.append(','), lot.remainingMg());
        to.append('\n');
    }

    private void writeErrors() throws IOException {
        try (CsvWriter csv =
                csv("errors.csv", "file", "row", "column", "value", "problem", "problem_zh")) {
            for (Problem p : answer.problems()) {
                csv.writeRecord(
                        Inert.cell(p.file()),
                        p.row() > 0 ? Integer.toString(p.row()) : "",
                        Inert.cell(p.column()),
                        Inert.cell(p.value()),
                        p.problem(),
                        p.problemZh());
            }
        }
    }
}
