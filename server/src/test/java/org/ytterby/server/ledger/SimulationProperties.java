package org.ytterby.server.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.ytterby.core.testing.Property;

/// The ledger's invariants through every fault that can be drawn; a seed that fails is replayed by
/// the line that the failure prints.
class SimulationProperties {
    private static final int SEEDS = Integer.getInteger("ytterby.simulations", 1_000);
    private static final int ENTRIES_MEAN_MIN = 20;

    private long entries;

    @Test
    void nothingIsLostDoubledOrOverdrawnWhateverFails() {
        Property.forAll(SEEDS, random -> entries += new Simulation(random).run().size());
        assertThat(entries / SEEDS).as("entries in a run").isGreaterThan(ENTRIES_MEAN_MIN);
    }
}
