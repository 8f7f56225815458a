package org.ytterby.benchmarks.detection;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.ytterby.core.ledger.AssayTable;
import org.ytterby.core.ledger.Declarations;
import org.ytterby.core.ledger.Direction;
import org.ytterby.core.ledger.Facility;
import org.ytterby.core.ledger.FacilityStage;
import org.ytterby.core.ledger.FlowTableBuilder;
import org.ytterby.core.ledger.FlowType;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.ledger.Limit;
import org.ytterby.core.ledger.Limits;
import org.ytterby.core.ledger.Methods;
import org.ytterby.core.ledger.Names;
import org.ytterby.core.ledger.Party;
import org.ytterby.core.ledger.PartyKind;
import org.ytterby.core.ledger.Registry;
import org.ytterby.core.ledger.Span;
import org.ytterby.core.material.Element;
import org.ytterby.core.material.Product;
import org.ytterby.core.material.ProductStage;

/// A separation plant over one year whose true errors may differ from those that it declares.
///
/// Each month it receives four lots of concentrate, counts its hold-up and ships two lots each of
/// light, middle and heavy products; every lot has its own assay.
final class ModelPlant {
    private static final int YEAR = 2019;
    private static final int MONTHS = 12;
    private static final int FEED_LOTS = 4;
    private static final int PRODUCT_LOTS = 2;
    private static final double FEED_KG = 100_000;
    private static final double FEED_SPREAD = 0.15;
    private static final double HOLD_UP_KG = 60_000;
    private static final double HOLD_UP_SPREAD = 0.05;
    private static final double ORE_SPREAD = 0.03;
    private static final double MOISTURE = 0.05;
    private static final double PURITY = 0.8;

    /// kg of element per kg of dry concentrate.
    private static final Map<Element, Double> ORE =
            new EnumMap<>(
                    Map.of(
                            Element.La, 0.14,
                            Element.Ce, 0.22,
                            Element.Pr, 0.03,
                            Element.Nd, 0.10,
                            Element.Sm, 0.015,
                            Element.Gd, 0.012,
                            Element.Tb, 0.002,
                            Element.Dy, 0.008,
                            Element.Y, 0.05));

    private static final List<List<Element>> PRODUCTS =
            List.of(
                    List.of(Element.La, Element.Ce, Element.Pr, Element.Nd),
                    List.of(Element.Sm, Element.Gd),
                    List.of(Element.Tb, Element.Dy, Element.Y));

    private static final int PLANT = 0;
    private static final int OUTSIDE = 1;
    private static final int CONCENTRATE = 0;
    private static final int FIRST_PRODUCT = 1;
    private static final int LIQUOR = FIRST_PRODUCT + 3;

    /// A weighing method and its declared uncertainties.
    private enum Scale {
        BRIDGE(0.003, 0.002),
        BENCH(0.001, 0.001),
        LEVEL(0.02, 0.01);

        final double random;
        final double systematic;

        Scale(double random, double systematic) {
            this.random = random;
            this.systematic = systematic;
        }
    }

    private static final String ASSAYING = "icp";
    private static final double ASSAY_RANDOM = 0.005;
    private static final double ASSAY_SYSTEMATIC = 0.003;

    private final Distortion distortion;
    private final RandomGenerator random;
    private final Methods methods = new Methods();
    private final Names lots = new Names();
    private final AssayTable assays = new AssayTable();
    private final FlowTableBuilder flows = new FlowTableBuilder(lots);
    private final Map<String, Double> shared = new TreeMap<>();
    private int rows;

    private ModelPlant(Distortion distortion, RandomGenerator random) {
        this.distortion = distortion;
        this.random = random;
        for (Scale scale : Scale.values()) {
            methods.addWeighing(scale.name(), scale.random, scale.systematic);
        }
        methods.addAssaying(ASSAYING, -1, ASSAY_RANDOM, ASSAY_SYSTEMATIC);
    }

    /// What the plant declares.
    ///
    /// @param loss part of the feed that leaves unseen
    static Declarations declarations(Distortion distortion, double loss, RandomGenerator random) {
        ModelPlant plant = new ModelPlant(distortion, random);
        plant.run(loss);
        return plant.declared();
    }

    /// REO that passes through in a year, kg.
    static double feedReoKg() {
        return MONTHS
                * FEED_KG
                * ORE.entrySet().stream()
                        .mapToDouble(e -> e.getValue() * e.getKey().oxideFactor())
                        .sum();
    }

    private void run(double loss) {
        double[] held = holdUp();
        count(0, held);
        for (int month = 0; month < MONTHS; month++) {
            double[] inside = held;
            for (int i = 0; i < FEED_LOTS; i++) {
                inside = sum(inside, receive(month, i), 1);
            }
            double[] stays = holdUp();
            double[] leaves = sum(sum(inside, stays, -1), sum(inside, held, -1), -loss);
            for (int p = 0; p < PRODUCTS.size(); p++) {
                ship(month, p, leaves);
            }
            held = stays;
            count(month + 1, held);
        }
    }

    private double[] holdUp() {
        return ore(HOLD_UP_KG * (1 + HOLD_UP_SPREAD * random.nextGaussian()), 0);
    }

    /// The elements in some concentrate, kg.
    private double[] ore(double kg, double spread) {
        double[] amounts = new double[Element.COUNT];
        ORE.forEach((e, fraction) ->
                amounts[e.ordinal()] = kg * fraction * (1 + spread * random.nextGaussian()));
        return amounts;
    }

    private static double[] sum(double[] a, double[] b, double factor) {
        double[] sum = a.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += factor * b[i];
        }
        return sum;
    }

    private double[] receive(int month, int number) {
        double kg = FEED_KG / FEED_LOTS * (1 + FEED_SPREAD * random.nextGaussian());
        double[] amounts = ore(kg, ORE_SPREAD);
        double wet = kg / (1 - MOISTURE - distortion.moisture());
        double drift = 1 + distortion.drift() * month / (MONTHS - 1);
        write(
                new Entry(FlowType.RECEIPT, Direction.IN, at(month, 5 + 6 * number), CONCENTRATE),
                amounts,
                kg,
                wet * drift,
                Scale.BRIDGE,
                MOISTURE);
        return amounts;
    }

    private void ship(int month, int product, double[] leaves) {
        double[] part = new double[Element.COUNT];
        double kg = 0;
        for (Element e : PRODUCTS.get(product)) {
            part[e.ordinal()] = leaves[e.ordinal()] / PRODUCT_LOTS;
            kg += part[e.ordinal()] / PURITY;
        }
        for (int i = 0; i < PRODUCT_LOTS; i++) {
            write(
                    new Entry(
                            FlowType.SHIPMENT,
                            Direction.OUT,
                            at(month, 20 + i),
                            FIRST_PRODUCT + product),
                    part,
                    kg,
                    kg,
                    Scale.BENCH,
                    0);
        }
    }

    private void count(int month, double[] held) {
        double kg = HOLD_UP_KG;
        double misjudged =
                1 + distortion.holdUpBias() + distortion.holdUpSpread() * random.nextGaussian();
        write(
                new Entry(FlowType.STOCKTAKE, Direction.COUNT, at(month, 1), LIQUOR),
                held,
                kg,
                kg * misjudged,
                Scale.LEVEL,
                0);
    }

    private static long at(int month, int day) {
        LocalDate first = LocalDate.of(YEAR, 1, 1).plusMonths(month);
        return LedgerTime.startOfMonth(first.getYear() * 12 + first.getMonthValue() - 1)
                + (day - 1) * LedgerTime.DAY;
    }

    private record Entry(FlowType type, Direction direction, long micros, int product) {}

    /// Weighs and assays a lot.
    ///
    /// @param dryKg its true dry mass, which holds `amounts`
    /// @param onScaleKg what a scale without error would show
    private void write(
            Entry entry,
            double[] amounts,
            double dryKg,
            double onScaleKg,
            Scale scale,
            double moisture) {
        rows++;
        String id = entry.type().code() + rows;
        int lot = lots.number(id);
        int year = LedgerTime.yearOf(entry.micros());
        double shown =
                onScaleKg
                        * (1
                                + scale.random * error()
                                + scale.systematic * sharedError(scale.name() + year));
        double step = distortion.roundedToKg();
        double kg = step > 0 ? Math.rint(shown / step) * step : shown;
        assays.add(
                "A-" + id,
                lot,
                entry.micros(),
                "LAB",
                methods.find(ASSAYING),
                rows,
                assayed(amounts, dryKg, entry.product(), year));
        int record =
                flows.declare(
                        id,
                        new FlowTableBuilder.Header(
                                entry.type(),
                                entry.micros(),
                                false,
                                LedgerTime.BEGINNING,
                                LedgerTime.BEGINNING,
                                PLANT,
                                Names.NONE,
                                rows));
        boolean counted = entry.direction() == Direction.COUNT;
        flows.add(
                record,
                new FlowTableBuilder.Line(
                        entry.direction(),
                        lot,
                        entry.product(),
                        Math.round(kg * 1e6),
                        moisture,
                        methods.find(scale.name()),
                        new FlowTableBuilder.Counterpart(
                                counted ? Names.NONE : OUTSIDE, Names.NONE, Names.NONE),
                        rows));
    }

    private double[] assayed(double[] amounts, double dryKg, int product, int year) {
        double[] found = new double[Element.COUNT];
        for (Element e : ORE.keySet()) {
            String group = stage(product).name() + year + e.name();
            found[e.ordinal()] =
                    amounts[e.ordinal()]
                            / dryKg
                            * (1 + ASSAY_RANDOM * error() + ASSAY_SYSTEMATIC * sharedError(group));
        }
        return found;
    }

    /// A relative error in units of its declared uncertainty.
    private double error() {
        double z = random.nextGaussian();
        if (distortion.heavyTails()) {
            double square = 0;
            for (int i = 0; i < 3; i++) {
                double g = random.nextGaussian();
                square += g * g;
            }
            z /= Math.sqrt(square); // variance 3 of t with 3 degrees of freedom, times 3 / 3
        }
        return distortion.sigma() * z;
    }

    private double sharedError(String group) {
        return shared.computeIfAbsent(group, _ -> error());
    }

    private static ProductStage stage(int product) {
        return switch (product) {
            case CONCENTRATE -> ProductStage.CONCENTRATE;
            case LIQUOR -> ProductStage.IN_PROCESS;
            default -> ProductStage.SEPARATED;
        };
    }

    private Declarations declared() {
        List<Product> products =
                Stream.of("concentrate", "light", "middle", "heavy", "liquor")
                        .map(id -> new Product(id, id, "", stage(index(id)), null, ""))
                        .toList();
        Registry registry =
                new Registry(
                        List.of(new Party("P", "P", "", PartyKind.ENTERPRISE, "CN")),
                        List.of(),
                        List.of(
                                facility("SEP", FacilityStage.SEPARATION),
                                facility("OUT", FacilityStage.OUTSIDE)),
                        List.of());
        Span always = new Span(LedgerTime.BEGINNING, LedgerTime.END);
        Limits limits =
                new Limits(
                        Stream.of(Limit.values())
                                .map(limit -> new Limits.Row(limit, 30, always))
                                .toList());
        return new Declarations(
                registry,
                products,
                methods,
                assays,
                flows.build(),
                new Declarations.Entitlements(List.of(), List.of()),
                new Declarations.Context(List.of(), List.of(), limits),
                List.of());
    }

    private static int index(String product) {
        return List.of("concentrate", "light", "middle", "heavy", "liquor").indexOf(product);
    }

    private static Facility facility(String id, FacilityStage stage) {
        return new Facility(id, 0, id, stage, "", null, null, "");
    }
}
