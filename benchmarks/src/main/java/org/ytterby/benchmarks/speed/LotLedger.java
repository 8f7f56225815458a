package org.ytterby.benchmarks.speed;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
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
import org.ytterby.core.ledger.Methods;
import org.ytterby.core.ledger.Names;
import org.ytterby.core.ledger.Party;
import org.ytterby.core.ledger.PartyKind;
import org.ytterby.core.ledger.Registry;
import org.ytterby.core.material.Element;
import org.ytterby.core.material.Product;
import org.ytterby.core.material.ProductStage;

/// A graph of lots as a ledger of a single element: lots without sources are mined, each other one
/// is made by a record that uses its sources up in the parts of their edges. Lots keep their
/// numbers.
final class LotLedger {
    private static final long BEGIN = LedgerTime.parseDate("2019-01-01").orElseThrow();
    private static final long LOT_MG = 1_000_000_000;

    private final Names lots = new Names();
    private final FlowTableBuilder flows = new FlowTableBuilder(lots);
    private int rows;

    private LotLedger() {}

    /// @param parts one an edge, see [LotDag#parts]
    /// @param origins how many mines there are; root `r` comes from mine `r % origins`
    static Ledger of(LotDag dag, float[] parts, int origins) {
        return Ledger.of(new LotLedger().declarations(dag, parts, origins));
    }

    private Declarations declarations(LotDag dag, float[] parts, int origins) {
        for (int lot = 0; lot < dag.lots(); lot++) {
            lots.number("L-" + lot);
        }
        for (int lot = 0; lot < dag.lots(); lot++) {
            boolean mined = lot < dag.roots();
            int r = declare(lot, mined ? lot % origins : origins, mined);
            for (int i = dag.from()[lot]; i < dag.from()[lot + 1]; i++) {
                add(r, Direction.IN, dag.sources()[i], (long) (parts[i] * LOT_MG));
            }
            add(r, Direction.OUT, lot, LOT_MG);
        }
        AssayTable assays = new AssayTable();
        double[] fraction = new double[Element.COUNT];
        fraction[Element.Nd.ordinal()] = 1;
        assays.add("A", lots.number("mixed"), LedgerTime.BEGINNING, "L", 0, 1, fraction);
        Stream<Facility> mines =
                IntStream.range(0, origins).mapToObj(m -> facility(m, FacilityStage.MINE));
        List<Facility> facilities =
                Stream.concat(mines, Stream.of(facility(origins, FacilityStage.SEPARATION)))
                        .toList();
        Party party = new Party("C-1", "C-1", "", PartyKind.ENTERPRISE, "");
        return new Declarations(
                new Registry(List.of(party), List.of(), facilities, List.of()),
                List.of(new Product("mixed", "mixed", "", ProductStage.MIXED, null, "")),
                new Methods(),
                assays,
                flows.build(),
                new Declarations.Entitlements(List.of(), List.of()),
                new Declarations.Context(List.of(), List.of(), PlantYear.limits()),
                List.of());
    }

    private static Facility facility(int number, FacilityStage stage) {
        String id = "F-%02d".formatted(number);
        return new Facility(id, 0, id, stage, "", null, null, "");
    }

    private int declare(int lot, int facility, boolean mined) {
        return flows.declare(
                "R-" + lot,
                new FlowTableBuilder.Header(
                        mined ? FlowType.EXTRACTION : FlowType.PROCESSING,
                        BEGIN + lot,
                        false,
                        LedgerTime.BEGINNING,
                        LedgerTime.BEGINNING,
                        facility,
                        Names.NONE,
                        rows));
    }

    private void add(int record, Direction direction, int lot, long massMg) {
        flows.add(
                record,
                new FlowTableBuilder.Line(
                        direction,
                        lot,
                        0,
                        massMg,
                        0,
                        0,
                        new FlowTableBuilder.Counterpart(-1, Names.NONE, Names.NONE),
                        rows++));
    }

    /// All lots of a graph.
    static int[] lots(LotDag dag) {
        int[] all = new int[dag.lots()];
        Arrays.setAll(all, lot -> lot);
        return all;
    }
}
