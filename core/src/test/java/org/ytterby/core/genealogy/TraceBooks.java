package org.ytterby.core.genealogy;

import java.util.List;
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
import org.ytterby.core.supervision.MeasuredExcess;
import org.ytterby.core.testing.TestLimits;

/// Small books written line by line: one plant, one customer without duty to report, one foreign
/// buyer. Masses are kg of material that is half neodymium and half cerium, unless a lot is assayed
/// otherwise.
final class TraceBooks {
    static final int PLANT = 0;
    static final int NEIGHBOUR = 1;
    static final int OUTSIDE = 2;
    private static final int BUYER = 1;

    private final Names lots = new Names();
    private final FlowTableBuilder flows = new FlowTableBuilder(lots);
    private final AssayTable assays = new AssayTable();
    private int records;

    TraceBooks() {
        assay("thing", 0.5, 0.5);
    }

    /// Says what a lot, or the product `thing`, is made of.
    void assay(String subject, double cerium, double neodymium) {
        double[] fractions = new double[Element.COUNT];
        fractions[Element.Ce.ordinal()] = cerium;
        fractions[Element.Nd.ordinal()] = neodymium;
        assays.add(
                "A-" + subject,
                lots.number(subject),
                LedgerTime.BEGINNING,
                "",
                Methods.DEFAULT,
                2,
                fractions);
    }

    int lot(String id) {
        return lots.number(id);
    }

    int record(FlowType type, int facility) {
        records++;
        return flows.declare(
                "R" + records,
                new FlowTableBuilder.Header(
                        type,
                        LedgerTime.startOfYear(2025) + records * LedgerTime.DAY,
                        false,
                        LedgerTime.BEGINNING,
                        LedgerTime.BEGINNING,
                        facility,
                        Names.NONE,
                        records));
    }

    void line(int record, Direction direction, String lot, double kg, int partner) {
        flows.add(
                record,
                new FlowTableBuilder.Line(
                        direction,
                        lots.number(lot),
                        0,
                        Math.round(kg * 1e6),
                        0,
                        Methods.DEFAULT,
                        new FlowTableBuilder.Counterpart(partner, Names.NONE, Names.NONE),
                        records));
    }

    void in(int record, String lot, double kg) {
        line(record, Direction.IN, lot, kg, Names.NONE);
    }

    void out(int record, String lot, double kg) {
        line(record, Direction.OUT, lot, kg, Names.NONE);
    }

    void mine(String lot, double kg) {
        out(record(FlowType.EXTRACTION, PLANT), lot, kg);
    }

    void ship(int from, int to, String lot, double kg) {
        line(record(FlowType.SHIPMENT, from), Direction.OUT, lot, kg, to);
    }

    void receive(int at, int from, String lot, double kg) {
        line(record(FlowType.RECEIPT, at), Direction.IN, lot, kg, from);
    }

    void export(String lot, double kg) {
        line(record(FlowType.EXPORT, PLANT), Direction.OUT, lot, kg, BUYER);
    }

    void dispose(String lot, double kg) {
        out(record(FlowType.DISPOSAL, PLANT), lot, kg);
    }

    Births births() {
        Registry registry =
                new Registry(
                        List.of(
                                new Party("E", "E", "", PartyKind.ENTERPRISE, ""),
                                new Party("F", "F", "", PartyKind.FOREIGN, "JP")),
                        List.of(),
                        List.of(
                                facility("P", FacilityStage.SEPARATION),
                                facility("N", FacilityStage.METAL),
                                facility("O", FacilityStage.OUTSIDE)),
                        List.of());
        return Births.of(
                Ledger.of(
                        new Declarations(
                                registry,
                                List.of(
                                        new Product(
                                                "thing", "", "", ProductStage.SEPARATED, null, "")),
                                new Methods(),
                                assays,
                                flows.build(),
                                new Declarations.Entitlements(List.of(), List.of()),
                                new Declarations.Context(
                                        List.of(), List.of(), TestLimits.ofContract()),
                                List.of())));
    }

    static Trace trace(Births births, int lot) {
        return Tracing.of(births, new MeasuredExcess(births.ledger())).trace(lot);
    }

    private static Facility facility(String id, FacilityStage stage) {
        return new Facility(id, 0, id, stage, "", null, null, "");
    }
}
