package org.ytterby.formats.intake;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.ytterby.core.environment.Indicator;
import org.ytterby.core.ledger.Declarations;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.ledger.RegisteredCapacity;
import org.ytterby.core.ledger.ReserveReport;
import org.ytterby.core.ledger.ReturnedFigure;
import org.ytterby.core.ledger.Span;
import org.ytterby.core.ledger.StockpileMovement;
import org.ytterby.formats.EnvironmentTables;
import org.ytterby.formats.Wording;

/// Reads environmental returns, the register of capacity, reserves and the state stockpile.
final class StewardshipReader {
    private static final String FACILITIES = "facilities";

    private final PackageFiles files;
    private final Problems problems;
    private final Map<String, Integer> facilities;

    StewardshipReader(PackageFiles files, Problems problems, Map<String, Integer> facilities) {
        this.files = files;
        this.problems = problems;
        this.facilities = facilities;
    }

    Declarations.Stewardship read(Map<String, Integer> products) {
        return new Declarations.Stewardship(
                readReturns(), readCapacities(), readReserves(), readStockpile(products));
    }

    private List<ReturnedFigure> readReturns() {
        List<ReturnedFigure> rows = new ArrayList<>();
        Set<String> known =
                EnvironmentTables.indicators().stream()
                        .map(Indicator::code)
                        .collect(Collectors.toSet());
        Table table = new Table("environmental_returns", files, problems);
        int facility = table.field("facility");
        int month = table.field("month");
        int indicator = table.field("indicator");
        int value = table.field("value");
        int entered = table.field("entered");
        int document = table.field("document");
        table.forEach(row -> {
            int f = row.reference(facility, facilities, FACILITIES);
            YearMonth m = row.month(month);
            String code = row.text(indicator).strip();
            double v = row.number(value, 0);
            long at = row.instant(entered, 0, LedgerTime.BEGINNING);
            if (row.isGood() && !known.contains(code)) {
                problems.note(
                        row.called("environmental_returns"),
                        row.number(),
                        "indicator",
                        new Wording(
                                "no indicator of this name has a unit or limits; kept as it is",
                                "没有以此为名的指标，既无单位也无限值；照原样保留"));
            }
            if (row.isGood()) {
                rows.add(new ReturnedFigure(f, m, code, v, at, row.text(document)));
            }
        });
        return rows;
    }

    private List<RegisteredCapacity> readCapacities() {
        List<RegisteredCapacity> rows = new ArrayList<>();
        Table table = new Table("capacities", files, problems);
        int facility = table.field("facility");
        int kinds = table.field("kinds");
        int approved = table.field("approved_t");
        int installed = table.field("installed_t");
        int technology = table.field("technology_class");
        int processes = table.field("processes");
        int from = table.field("from");
        int until = table.field("until");
        int clause = table.field("clause");
        table.forEach(row -> {
            int f = row.reference(facility, facilities, FACILITIES);
            double a = row.number(approved, 0);
            double i = row.number(installed, a);
            Span span = Spans.read(row, from, until);
            if (row.isGood()) {
                rows.add(
                        new RegisteredCapacity(
                                f,
                                words(row, kinds),
                                a,
                                i,
                                row.text(technology),
                                words(row, processes),
                                span,
                                row.text(clause)));
            }
        });
        return rows;
    }

    private static Set<String> words(Row row, int field) {
        String text = row.text(field).strip();
        return text.isEmpty() ? Set.of() : Set.copyOf(List.of(text.split(" +", -1)));
    }

    private List<ReserveReport> readReserves() {
        List<ReserveReport> rows = new ArrayList<>();
        Table table = new Table("reserves", files, problems);
        int facility = table.field("facility");
        int reported = table.field("reported_on");
        int standard = table.field("standard");
        int proven = table.field("proven_t_reo");
        int resources = table.field("resources_t_reo");
        int recovery = table.field("mining_recovery");
        int document = table.field("document");
        table.forEach(row -> {
            int f = row.reference(facility, facilities, FACILITIES);
            long at = row.day(reported, false, 0);
            double p = row.number(proven, 0);
            double r = row.number(resources, 0);
            double share = row.number(recovery, 1);
            if (row.isGood() && !(share > 0)) {
                row.bad(
                        recovery,
                        new Wording("a recovery is above 0 and at most 1", "回采率大于 0 且不超过 1"));
            }
            if (row.isGood()) {
                rows.add(
                        new ReserveReport(
                                f, at, row.text(standard), p, r, share, row.text(document)));
            }
        });
        return rows;
    }

    private List<StockpileMovement> readStockpile(Map<String, Integer> products) {
        List<StockpileMovement> rows = new ArrayList<>();
        Map<String, Integer> known = new HashMap<>();
        Table table = new Table("stockpile", files, problems);
        int id = table.field("movement");
        int day = table.field("day");
        int direction = table.field("direction");
        int product = table.field("product");
        int tonnes = table.field("tonnes_reo");
        int document = table.field("document");
        table.forEach(row -> {
            long at = row.day(day, false, 0);
            int way = row.word(direction);
            int p = row.reference(product, products, "products");
            double t = row.number(tonnes, 0);
            Ids.checkNew(row, id, known);
            if (row.isGood()) {
                known.put(row.text(id), rows.size());
                rows.add(
                        new StockpileMovement(
                                row.text(id), at, way == 0, p, t, row.text(document)));
            }
        });
        return rows;
    }
}
