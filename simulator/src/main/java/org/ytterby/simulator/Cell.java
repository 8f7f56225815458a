package org.ytterby.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.ytterby.core.material.OreType;

/// All facilities of the template once, with a part of the nation's tonnage: a chain complete in
/// itself.
final class Cell {
    /// Parts a template id from the number of its cell.
    static final char SUFFIX_MARK = '.';

    private static final int MONTHS = 12;
    private static final double KG_PER_T = 1000;

    private final World world;
    private final List<Site> sites;
    private final Tonnage tonnage;
    private final Stocktaking stocktaking;
    private final Sales sales;
    private final PlantedSales plantedSales;
    private final Supplies supplies;
    private final Mining mining;
    private final ExtraOre extraOre;
    private final Separation separation;
    private final Campaigns campaigns;

    /// What the cell mines and gets in a year, t REO.
    record Tonnage(Map<OreType, Double> mined, double imported, double oldMagnets) {}

    Cell(World world, List<Site> sites, Tonnage tonnage, Scale scale, double exportScale) {
        this.world = world;
        this.sites = sites;
        this.tonnage = tonnage;
        Workshop workshop = new Workshop(world);
        Ground ground = new Ground(world.assumptions().value("ore_variability_of_spread"));
        HiddenFeed hidden = new HiddenFeed(world, workshop, ground);
        stocktaking = new Stocktaking(world);
        sales =
                new Sales(
                        world, new Market(world, sites, exportScale), new RoundTrips(world, sites));
        plantedSales = new PlantedSales(world, sites);
        supplies = new Supplies(world, workshop, ground, scale, sites);
        mining = new Mining(world, workshop, ground, scale);
        extraOre = new ExtraOre(world, workshop, ground);
        separation = new Separation(world, workshop, hidden, scale);
        campaigns = new Campaigns(world, workshop, hidden, scale);
    }

    /// The facilities of a cell with drawn sizes.
    static List<Site> sites(Catalogue catalogue, Streams streams, int number) {
        String suffix = suffix(number);
        double spread = catalogue.assumptions().value("weight_spread");
        int laboratories = Table.read("laboratories.csv").rows().size();
        List<Site> sites = new ArrayList<>();
        for (SiteSpec spec : catalogue.sites()) {
            var draws = streams.named("site " + spec.id() + suffix);
            sites.add(
                    new Site(
                            spec,
                            suffix,
                            "L" + (1 + draws.nextInt(laboratories)),
                            spec.weight() * StrictMath.exp(spread * draws.nextGaussian())));
        }
        return sites;
    }

    /// What the ids of a cell end with; nothing for the first.
    static String suffix(int number) {
        return number == 0 ? "" : SUFFIX_MARK + Integer.toString(number);
    }

    /// The whole year, after months that only bring stocks into their steady state.
    void run() {
        for (int month = -world.assumptions().count("warm_up_months"); month < MONTHS; month++) {
            month(month);
        }
        for (Site site : sites) {
            stocktaking.month(site, MONTHS);
        }
    }

    private void month(int month) {
        for (Site site : sites) {
            stocktaking.month(site, month);
            sales.month(site, month);
            plantedSales.month(site, month);
            supply(site, month);
        }
        for (Site site : sites) {
            work(site, month);
        }
        for (Site site : sites) {
            site.stock.addAll(site.incoming);
            site.incoming.clear();
        }
    }

    private void supply(Site site, int month) {
        if (site.spec().imports() > 0) {
            double tonnes = tonnage.imported() * site.spec().imports() / MONTHS;
            supplies.imports(site, month, tonnes * KG_PER_T);
        }
        if (site.spec().role().equals("recycling")) {
            double share = share(site, other -> other.spec().role().equals("recycling") ? 1 : 0);
            supplies.oldMagnets(site, month, tonnage.oldMagnets() * share / MONTHS * KG_PER_T);
        }
    }

    private void work(Site site, int month) {
        SiteSpec spec = site.spec();
        if (spec.isMine()) {
            OreType ore = oreOf(site);
            double share =
                    share(site, other -> other.spec().isMine() && oreOf(other) == ore ? 1 : 0);
            mining.month(site, month, tonnage.mined().getOrDefault(ore, 0.0) * share * KG_PER_T);
            extraOre.month(Scenario.OVER_PLAN_MINING, site, month);
        } else if (spec.isPit()) {
            extraOre.month(Scenario.UNLICENSED_PIT, site, month);
        } else if (spec.isContinuous()) {
            separation.month(site, month);
        } else if (!spec.isTrade() && !spec.isPort() && !spec.isOutside()) {
            campaigns.month(site, month);
        }
    }

    private OreType oreOf(Site mine) {
        return world.catalogue().ore(mine.spec().deposit()).type();
    }

    private double share(Site site, ToDoubleFunction<Site> counts) {
        double total =
                sites.stream()
                        .collect(
                                Collectors.summingDouble(
                                        s -> counts.applyAsDouble(s) * s.weight()));
        return site.weight() / total;
    }
}
