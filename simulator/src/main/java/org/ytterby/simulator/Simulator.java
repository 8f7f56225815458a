package org.ytterby.simulator;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.ytterby.core.ledger.PlanKind;
import org.ytterby.formats.PackageForm;
import org.ytterby.formats.PackageWriter;
import org.ytterby.formats.RowSink;

/// Writes a synthetic national year as a ledger package.
///
/// Deterministic: equal plans give byte-equal packages. Memory holds one cell of facilities with
/// one month's stock, whatever the number of lines.
public final class Simulator {
    private static final double KG_PER_T = 1000;

    private final SimulationPlan plan;
    private final Catalogue catalogue = new Catalogue();
    private final Codes codes = new Codes();
    private final YearTime time;
    private final Streams streams;
    private final Plot plot;
    private final Scale scale;
    private final NationalPlan national;

    private Simulator(SimulationPlan plan) {
        this.plan = plan;
        time = new YearTime(plan.year());
        streams = new Streams(new SplittableRandom(plan.seed()));
        plot = new Plot(plan);
        scale = Scale.of(plan.lines(), catalogue.assumptions());
        national = new NationalPlan(catalogue.facts(), plan.year());
    }

    /// Writes the package into a folder, or a .zip or .xlsx where the path ends so, and beside it
    /// what was planted: `planted.json` and `README.md` inside the folder, or files named after the
    /// file.
    ///
    /// @throws IllegalArgumentException if the facts have no plan for the year
    /// @throws java.io.UncheckedIOException if a file cannot be written
    public static SimulationSummary write(Path out, SimulationPlan plan) {
        return write(out, PackageForm.of(out), plan);
    }

    /// Writes the package in a form of choice; one that is a file has `planted.json` and
    /// `README.md` beside it, under its name.
    public static SimulationSummary write(Path out, PackageForm form, SimulationPlan plan) {
        Simulator simulator = new Simulator(plan);
        return simulator.run(out, form);
    }

    private SimulationSummary run(Path out, PackageForm form) {
        SimulationSummary summary;
        try (PackageWriter writer = PackageWriter.open(out, form)) {
            World world = world(writer);
            FacilityTables facilities =
                    new FacilityTables(writer, codes, streams, catalogue.assumptions());
            new PartyTables(codes, time, plot.plants(Scenario.UNLICENSED_PIT))
                    .write(writer, scale.cells());
            MaterialTables.write(writer, catalogue);
            long sites = runCells(world, facilities, new StewardshipTables(writer, world));
            StewardshipTables.writeStockpile(writer, time);
            writePlans(writer, world);
            new BorderTables(world).write(writer);
            summary = summary(world, sites);
            writer.finish(properties());
        }
        Companions.write(
                new Companions.Place(out, form),
                plan,
                plot,
                time,
                summary,
                catalogue.facts().notes());
        return summary;
    }

    private World world(PackageWriter writer) {
        Errors errors = new Errors(streams, plan.year());
        Clerk clerk = new Clerk(streams, catalogue.assumptions());
        RowSink flows = writer.table("flows", FlowRow.columns());
        RowSink assays = writer.table("assays", AssayLog.columns());
        return new World(
                catalogue,
                streams,
                time,
                plot,
                new FlowLog(flows, errors, time, plot, clerk),
                new AssayLog(assays, errors, time),
                new Customs(catalogue, time, codes),
                new PlanBook(codes, time));
    }

    private long runCells(World world, FacilityTables facilities, StewardshipTables stewardship) {
        double[] weights = cellWeights();
        double exportScale = exportScale();
        Budget budget = new Budget(catalogue, national);
        long count = 0;
        for (int number = 0; number < scale.cells(); number++) {
            List<Site> sites = Cell.sites(catalogue, streams, number);
            new Cell(world, sites, budget.tonnage(weights[number]), scale, exportScale).run();
            facilities.write(sites, plot.plants(Scenario.UNLICENSED_PIT) && number == 0);
            stewardship.write(sites);
            count += sites.size();
        }
        return count;
    }

    private double[] cellWeights() {
        SplittableRandom draws = streams.named("cells");
        double spread = catalogue.assumptions().value("weight_spread");
        double[] weights = new double[scale.cells()];
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            weights[i] = StrictMath.exp(spread * draws.nextGaussian());
            sum += weights[i];
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= sum;
        }
        return weights;
    }

    // the sales table was made for the year whose exports and mining it names
    private double exportScale() {
        int base = catalogue.assumptions().count("sales_year");
        NationalPlan then = new NationalPlan(catalogue.facts(), base);
        double baseMined = then.allMined();
        double mined = national.allMined();
        return catalogue.facts().exports(plan.year())
                / mined
                / (catalogue.facts().exports(base) / baseMined);
    }

    private void writePlans(PackageWriter writer, World world) {
        world.plans()
                .write(
                        writer.table(
                                "plans",
                                "plan",
                                "year",
                                "batch",
                                "kind",
                                "ore_type",
                                "holder",
                                "tonnes_reo",
                                "issued_on",
                                "revoked_on"),
                        national);
    }

    private SimulationSummary summary(World world, long sites) {
        return new SimulationSummary(
                world.flows().lines(),
                world.flows().records(),
                world.assays().count(),
                sites,
                world.plans().usedTonnes(PlanKind.MINING),
                world.plans().usedTonnes(PlanKind.SMELTING_SEPARATION),
                world.customs().compoundsAndMetalsKg() / KG_PER_T);
    }

    private Map<String, Object> properties() {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("name", "national-" + plan.year());
        properties.put("title", "Synthetic national year %d (fictional)".formatted(plan.year()));
        properties.put("title_zh", "%d年全国合成数据（虚构）".formatted(plan.year()));
        Map<String, Object> simulation = new LinkedHashMap<>();
        simulation.put("seed", plan.seed());
        simulation.put("year", plan.year());
        simulation.put("lines", plan.lines());
        Map<String, Double> scenarios = new LinkedHashMap<>();
        plan.scenarios().forEach((scenario, size) -> scenarios.put(scenario.code(), size));
        simulation.put("scenarios", scenarios);
        properties.put("simulation", simulation);
        properties.put("notes", catalogue.facts().notes());
        return properties;
    }
}
