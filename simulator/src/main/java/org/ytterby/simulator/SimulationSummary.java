package org.ytterby.simulator;

/// What a simulation wrote, for whoever asked for it.
///
/// @param minedTonnesReo true honest extraction of the year, t REO
/// @param separatedTonnesReo true honest output of separation plants, t REO
/// @param exportedTonnes exports of compounds and metals as weighed, t; magnets are not among them
public record SimulationSummary(
        long flowLines,
        long flowRecords,
        long assays,
        long facilities,
        double minedTonnesReo,
        double separatedTonnesReo,
        double exportedTonnes) {}
