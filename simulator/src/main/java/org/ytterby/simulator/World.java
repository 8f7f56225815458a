package org.ytterby.simulator;

/// What every part of the simulation works with.
record World(
        Catalogue catalogue,
        Streams streams,
        YearTime time,
        Plot plot,
        FlowLog flows,
        AssayLog assays,
        Customs customs,
        PlanBook plans) {
    Assumptions assumptions() {
        return catalogue.assumptions();
    }
}
