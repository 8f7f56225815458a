package org.ytterby.simulator;

import java.util.List;
import java.util.SplittableRandom;
import org.ytterby.core.ledger.Direction;

/// Undeclared ionic ore that a plant puts through: its products appear as further outputs of an
/// honest record.
final class HiddenFeed {
    private static final String SLATE_ROLE = "separation-ionic";

    private final World world;
    private final Workshop workshop;
    private final Ground ground;

    HiddenFeed(World world, Workshop workshop, Ground ground) {
        this.world = world;
        this.workshop = workshop;
        this.ground = ground;
    }

    /// The record that was just written, still open for further lines.
    record Place(Site site, int month, int minute, String record) {}

    /// Adds lines if the scenario is planted there and then; must come last in the record.
    void add(Scenario scenario, Place place) {
        Plot plot = world.plot();
        if (!plot.hits(scenario, place.site()) || !plot.target(scenario).covers(place.month())) {
            return;
        }
        SplittableRandom noise =
                world.streams().named(scenario.code() + place.site().id(), place.month());
        Ore ore = world.catalogue().ore(plot.target(scenario).ore());
        double[] feed = ground.dug(ore, plot.size(scenario) * 1000, noise); // t to kg
        Recipe recipe = world.catalogue().recipe(SLATE_ROLE);
        List<double[]> parts =
                recipe.slate().part(Amounts.scaled(feed, recipe.yield()), world.catalogue().leak());
        for (int p = 0; p < parts.size(); p++) {
            out(scenario, recipe.slate().products().get(p), parts.get(p), place, noise);
        }
        out(scenario, recipe.waste(), Amounts.scaled(feed, 1 - recipe.yield()), place, noise);
        plot.truth(scenario)
                .at(place.site())
                .month(place.month())
                .record(place.record())
                .hidden(feed);
    }

    private void out(
            Scenario scenario,
            ProductSpec product,
            double[] amounts,
            Place place,
            SplittableRandom noise) {
        Parcel parcel =
                workshop.make(
                        product,
                        amounts,
                        new Workshop.Batch(place.site(), place.month(), "b", place.minute()),
                        noise);
        world.flows().line(Direction.OUT, parcel, Deal.NONE);
        place.site().planted.add(parcel);
        world.plot().truth(scenario).lot(parcel.lot());
    }
}
