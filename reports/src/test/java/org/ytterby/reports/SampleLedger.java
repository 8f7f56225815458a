package org.ytterby.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
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
import org.ytterby.core.ledger.Position;
import org.ytterby.core.ledger.Problem;
import org.ytterby.core.ledger.Registry;
import org.ytterby.core.material.Assay;
import org.ytterby.core.material.OreType;
import org.ytterby.core.material.Product;
import org.ytterby.core.material.ProductStage;
import org.ytterby.core.testing.TestLimits;

/// A small invented chain through one year: two mines, two separation plants, metal, magnets, scrap
/// that comes back, imports, exports. Names may be hostile.
final class SampleLedger {
    static final int YEAR = 2025;
    static final int MINE = 0;
    static final int IONIC_MINE = 1;
    static final int SEPARATION = 2;
    static final int SECOND_SEPARATION = 3;
    static final int METAL = 4;
    static final int MAGNET = 5;
    static final int RECYCLING = 6;
    static final int PORT = 7;
    static final int OUTSIDE = 8;

    private static final long MG_PER_T = 1_000_000_000L;
    private static final double[] ROCK = {
        .25, .5, .051, .166, .012, .0018, .007, .0002, .001, .0002, .0006, .0001, .0005, .0001,
        .0043, 0
    };
    private static final double[] IONIC = {
        .3, .02, .07, .28, .05, .008, .045, .007, .035, .007, .018, .002, .012, .0018, .14, .001
    };
    private static final double[] NDPR = {0, 0, .24, .74, 0, 0, 0, .004, .016, 0, 0, 0, 0, 0, 0, 0};

    private final Names lots = new Names();
    private final FlowTableBuilder flows = new FlowTableBuilder(lots);
    private final AssayTable assays = new AssayTable();
    private final Random random = new Random(7);
    private final String hostile;
    private int rows = 1;

    private SampleLedger(String hostile) {
        this.hostile = hostile;
    }

    /// @param hostile appended to names and ids that a package may choose freely
    static Ledger of(String hostile) {
        SampleLedger sample = new SampleLedger(hostile);
        sample.assayAll();
        for (int month = 0; month < 12; month++) {
            sample.month(month);
        }
        return Ledger.of(
                new Declarations(
                        sample.registry(),
                        products(),
                        new Methods(),
                        sample.assays,
                        sample.flows.build(),
                        new Declarations.Entitlements(List.of(), List.of()),
                        new Declarations.Context(List.of(), List.of(), TestLimits.ofContract()),
                        problems(hostile)));
    }

    private static List<Problem> problems(String hostile) {
        return List.of(
                new Problem(
                        "flows.csv",
                        412,
                        "mass_kg",
                        "12,5" + hostile,
                        "not a number: the decimal point is a full stop",
                        "不是数字：小数点应为半角句点",
                        Problem.Weight.ERROR),
                new Problem(
                        "flows.csv",
                        1,
                        "colour",
                        "",
                        "unknown column, kept as a note",
                        "未知的列，作为备注保留",
                        Problem.Weight.NOTE));
    }

    private Registry registry() {
        List<Party> parties = new ArrayList<>();
        for (String[] p :
                new String[][] {
                    {"G-N", "北方稀土集团", "Northern Group"},
                    {"E-1", "白云矿业", "Baiyun Mining"},
                    {"E-2", "南岭离子矿业", "Nanling Ionic"},
                    {"E-3", "清河分离" + hostile, "Qinghe Separation" + hostile},
                    {"E-4", "东江金属", "Dongjiang Metal"},
                    {"F-1", "Aichi Motor KK", ""}
                }) {
            parties.add(new Party(p[0], p[1], p[2], PartyKind.ENTERPRISE, "CN"));
        }
        return new Registry(
                parties,
                List.of(),
                List.of(
                        facility("M-1", 1, "白云一矿", FacilityStage.MINE, 41.8, 109.9),
                        facility("M-2", 2, "南岭离子矿", FacilityStage.MINE, 24.9, 115.0),
                        facility(
                                "S-1", 3, "清河分离厂" + hostile, FacilityStage.SEPARATION, 40.6, 110.1),
                        facility("S-2", 3, "赣江分离厂", FacilityStage.SEPARATION, 25.8, 114.9),
                        facility("T-1", 4, "东江金属厂", FacilityStage.METAL, 27.8, 114.4),
                        facility("P-1", 4, "甬江磁材厂", FacilityStage.MAGNET, 29.9, 121.6),
                        facility("R-1", 4, "循环利用厂", FacilityStage.RECYCLING, 30.6, 117.0),
                        facility("H-1", 4, "东港口岸", FacilityStage.PORT, 31.2, 121.8),
                        facility("O-1", 4, "废料供应商", FacilityStage.OUTSIDE, 33.0, 119.0)),
                List.of());
    }

    private static Facility facility(
            String id, int party, String name, FacilityStage stage, double lat, double lon) {
        return new Facility(id, party, name, stage, "区域", new Position(lat, lon), null, "");
    }

    private static List<Product> products() {
        return List.of(
                new Product(
                        "conc", "concentrate", "精矿", ProductStage.CONCENTRATE, OreType.ROCK, ""),
                new Product("mixed", "mixed", "碳酸稀土", ProductStage.MIXED, OreType.IONIC, ""),
                new Product("ndpr", "NdPr oxide", "镨钕氧化物", ProductStage.SEPARATED, null, ""),
                new Product("metal", "NdPr metal", "镨钕金属", ProductStage.METAL, null, ""),
                new Product("magnet", "magnets", "磁体", ProductStage.MAGNET, null, ""),
                new Product("scrap", "scrap", "磁材废料", ProductStage.SCRAP, null, ""));
    }

    private void assayAll() {
        assay("conc", .6, ROCK);
        assay("mixed", .92, IONIC);
        assay("ndpr", .99, NDPR);
        assay("metal", 1.16, NDPR);
        assay("magnet", .36, NDPR);
        assay("scrap", .3, NDPR);
    }

    private void assay(String product, double treo, double[] shares) {
        assays.add(
                "A-" + product,
                lots.number(product),
                LedgerTime.BEGINNING,
                "lab",
                Methods.DEFAULT,
                2,
                Assay.fractionsOfOxides(treo, shares));
    }

    private void month(int m) {
        long start = LedgerTime.startOfMonth(YEAR * 12 + m);
        flow(FlowType.EXTRACTION, start, MINE, "C" + m, 0, 1500, -1);
        flow(FlowType.EXTRACTION, start, IONIC_MINE, "I" + m, 1, 95, -1);
        move(start, MINE, SEPARATION, "C" + m, 0, 1480);
        move(start, IONIC_MINE, SECOND_SEPARATION, "I" + m, 1, 93);
        move(start, SEPARATION, METAL, "N" + m, 2, 180);
        move(start, SECOND_SEPARATION, METAL, "J" + m, 2, 31);
        move(start, METAL, MAGNET, "T" + m, 3, 150);
        move(start, MAGNET, RECYCLING, "X" + m, 5, 40);
        move(start, RECYCLING, SEPARATION, "Y" + m, 5, 38);
        move(start, MAGNET, PORT, "G" + m, 4, 220);
        flow(FlowType.IMPORT, start, SEPARATION, "U" + m, 0, 120, country("MM"));
        flow(FlowType.RECEIPT, start, RECYCLING, "Z" + m, 5, 22, OUTSIDE);
        flow(FlowType.EXPORT, start, PORT, "G" + m, 4, 210, 5);
        flow(FlowType.SHIPMENT, start, MAGNET, "V" + m, 4, 120, OUTSIDE);
        flow(FlowType.DISPOSAL, start, SEPARATION, "W" + m, 5, 12, -1);
    }

    private void move(long start, int from, int to, String lot, int product, double tonnes) {
        flow(FlowType.SHIPMENT, start, from, lot, product, tonnes, to);
        flow(FlowType.RECEIPT, start + LedgerTime.DAY, to, lot, product, tonnes * .999, from);
    }

    private int country(String code) {
        return flows.texts().countries().number(code);
    }

    private void flow(
            FlowType type, long start, int at, String lot, int product, double t, int partner) {
        long time = start + LedgerTime.DAY * (2 + type.ordinal()) + LedgerTime.HOUR * 9;
        int record =
                flows.declare(
                        "R" + rows + hostile,
                        new FlowTableBuilder.Header(
                                type,
                                time,
                                false,
                                LedgerTime.BEGINNING,
                                LedgerTime.BEGINNING,
                                at,
                                Names.NONE,
                                rows));
        boolean exported = type == FlowType.EXPORT;
        flows.add(
                record,
                new FlowTableBuilder.Line(
                        type.balanceSign() > 0 && type != FlowType.EXTRACTION
                                ? Direction.IN
                                : Direction.OUT,
                        lots.number(lot + hostile),
                        product,
                        (long) (t * MG_PER_T * (1 + .05 * random.nextGaussian())),
                        0,
                        Methods.DEFAULT,
                        new FlowTableBuilder.Counterpart(
                                partner,
                                exported ? country("JP") : Names.NONE,
                                exported
                                        ? flows.texts().documents().number("L-7" + hostile)
                                        : Names.NONE),
                        ++rows));
    }
}
