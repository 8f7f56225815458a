package org.ytterby.benchmarks.speed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.ytterby.core.ledger.AssayTable;
import org.ytterby.core.ledger.Declarations;
import org.ytterby.core.ledger.Direction;
import org.ytterby.core.ledger.Facility;
import org.ytterby.core.ledger.FacilityStage;
import org.ytterby.core.ledger.FlowTableBuilder;
import org.ytterby.core.ledger.FlowType;
import org.ytterby.core.ledger.Ledger;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.ledger.Limit;
import org.ytterby.core.ledger.Limits;
import org.ytterby.core.ledger.Methods;
import org.ytterby.core.ledger.Names;
import org.ytterby.core.ledger.Party;
import org.ytterby.core.ledger.PartyKind;
import org.ytterby.core.ledger.Registry;
import org.ytterby.core.ledger.Span;
import org.ytterby.core.material.Composition;
import org.ytterby.core.material.Element;
import org.ytterby.core.material.Product;
import org.ytterby.core.material.ProductStage;

/// A year of plants that all handle all sixteen elements: each month six lots received, six
/// shipped, four counted, every lot with an assay of its own.
final class PlantYear {
    static final int MONTHS = 12;
    private static final int MOVES = 6;
    private static final int COUNTED = 4;

    /// Mixes that the joint test tries beside single elements, as many as a national package has.
    static final List<Composition> DEPOSITS = deposits();

    private static final long YEAR = LedgerTime.parseDate("2019-01-01").orElseThrow();
    private static final long MONTH = 30 * LedgerTime.DAY;
    private static final int SELF = 0;

    private final SplittableRandom random = new SplittableRandom(2019);
    private final Names lots = new Names();
    private final AssayTable assays = new AssayTable();
    private final FlowTableBuilder flows = new FlowTableBuilder(lots);
    private int weighbridge;
    private int laboratory;
    private int rows;

    private PlantYear() {}

    static Ledger ledger(int plants) {
        return Ledger.of(new PlantYear().declarations(plants));
    }

    private static List<Composition> deposits() {
        SplittableRandom random = new SplittableRandom(9);
        return Stream.generate(() -> Composition.closing(mix(random))).limit(9).toList();
    }

    private static double[] mix(SplittableRandom random) {
        double[] mix = new double[Element.COUNT];
        Arrays.setAll(mix, e -> Math.exp(-0.3 * e + random.nextGaussian()));
        return mix;
    }

    private Declarations declarations(int plants) {
        Methods methods = new Methods();
        methods.addWeighing("weighbridge", 0.0015, 0.0008);
        methods.addAssaying("icp", -1, 0.0075, 0.005);
        weighbridge = methods.find("weighbridge");
        laboratory = methods.find("icp");
        List<Facility> facilities = new ArrayList<>();
        for (int plant = 0; plant < plants; plant++) {
            String id = "P-" + plant;
            facilities.add(
                    new Facility(id, SELF, id, FacilityStage.SEPARATION, "", null, null, ""));
            year(plant);
        }
        Party party = new Party("C-1", "C-1", "", PartyKind.ENTERPRISE, "");
        return new Declarations(
                new Registry(List.of(party), List.of(), facilities, List.of()),
                List.of(new Product("mixed", "mixed", "", ProductStage.MIXED, null, "")),
                methods,
                assays,
                flows.build(),
                new Declarations.Entitlements(List.of(), List.of()),
                new Declarations.Context(List.of(), List.of(), limits()),
                List.of());
    }

    static Limits limits() {
        Span always = new Span(LedgerTime.BEGINNING, LedgerTime.END);
        return new Limits(
                Arrays.stream(Limit.values())
                        .map(limit -> new Limits.Row(limit, 1, always))
                        .toList());
    }

    private void year(int plant) {
        for (int month = 0; month <= MONTHS; month++) {
            long begin = YEAR + month * MONTH;
            record(plant, FlowType.STOCKTAKE, Direction.COUNT, begin, COUNTED);
            for (int move = 0; month < MONTHS && move < MOVES; move++) {
                long time = begin + (move + 1) * (4 * LedgerTime.DAY);
                record(plant, FlowType.RECEIPT, Direction.IN, time, 1);
                record(plant, FlowType.SHIPMENT, Direction.OUT, time, 1);
            }
        }
    }

    private void record(int plant, FlowType type, Direction direction, long time, int lines) {
        int r =
                flows.declare(
                        "R-" + rows,
                        new FlowTableBuilder.Header(
                                type,
                                time,
                                false,
                                LedgerTime.BEGINNING,
                                LedgerTime.BEGINNING,
                                plant,
                                Names.NONE,
                                rows));
        for (int i = 0; i < lines; i++) {
            int lot = lots.number("L-" + rows);
            double[] fractions = Composition.closing(mix(random)).shares();
            Arrays.setAll(fractions, e -> 0.5 * fractions[e]);
            assays.add(
                    "A-" + rows,
                    lot,
                    time - LedgerTime.DAY,
                    "L" + plant % 7,
                    laboratory,
                    rows,
                    fractions);
            flows.add(
                    r,
                    new FlowTableBuilder.Line(
                            direction,
                            lot,
                            0,
                            20_000_000_000L + random.nextLong(10_000_000_000L),
                            0,
                            weighbridge,
                            new FlowTableBuilder.Counterpart(plant, Names.NONE, Names.NONE),
                            rows++));
        }
    }

    /// Lines that the ledger of some plants has.
    static long lines(int plants) {
        return (long) plants * ((MONTHS + 1) * COUNTED + 2 * MONTHS * MOVES);
    }
}
