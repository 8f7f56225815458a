package org.ytterby.simulator;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/// What to simulate.
///
/// @param year calendar year; its control plans must be among the facts (2018 to 2024)
/// @param lines flow lines to aim at, met within a third; fewer than one set of lots makes are not
///   possible
/// @param seed equal plans with equal seeds give byte-equal packages
/// @param scenarios offences to plant with their sizes, each in the unit of its scenario
public record SimulationPlan(int year, long lines, long seed, Map<Scenario, Double> scenarios) {
    /// Flow lines of the example.
    public static final long LINES_DEFAULT = 16_500;

    private static final int EXAMPLE_YEAR = 2019;
    private static final long EXAMPLE_SEED = 20_190_101;

    /// Most flow lines that may be asked for.
    public static final long LINES_MAX = 100_000_000;

    public SimulationPlan {
        if (lines < 1 || lines > LINES_MAX) {
            throw new IllegalArgumentException("lines must be 1.." + LINES_MAX + ", not " + lines);
        }
        Map<Scenario, Double> sizes = new EnumMap<>(Scenario.class);
        sizes.putAll(scenarios);
        sizes.forEach((scenario, size) -> {
            if (!(size > 0 && size < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "size of " + scenario.code() + " must be > 0, not " + size);
            }
        });
        scenarios = Collections.unmodifiableMap(sizes);
    }

    /// A year without any offence, of the size of the example.
    public static SimulationPlan honest(int year, long seed) {
        return new SimulationPlan(year, LINES_DEFAULT, seed, Map.of());
    }

    /// The year that is shipped as an example: a few offences for a newcomer to find.
    public static SimulationPlan example() {
        return honest(EXAMPLE_YEAR, EXAMPLE_SEED)
                .with(Scenario.LAUNDERED_IONIC_ORE)
                .with(Scenario.UNLICENSED_PIT)
                .with(Scenario.PHANTOM_ROUND_TRIP)
                .with(Scenario.OVER_LICENCE_EXPORT)
                .with(Scenario.UNDECLARED_EXPORT);
    }

    /// The same with another number of lines.
    public SimulationPlan withLines(long count) {
        return new SimulationPlan(year, count, seed, scenarios);
    }

    /// The same with a scenario planted at its default size.
    public SimulationPlan with(Scenario scenario) {
        return with(scenario, scenario.defaultSize());
    }

    /// The same with a scenario planted at a size of its unit.
    public SimulationPlan with(Scenario scenario, double size) {
        Map<Scenario, Double> more = new EnumMap<>(Scenario.class);
        more.putAll(scenarios);
        more.put(scenario, size);
        return new SimulationPlan(year, lines, seed, more);
    }

    boolean plants(Scenario scenario) {
        return scenarios.containsKey(scenario);
    }

    /// Size of a scenario, 0 where it is not planted.
    double size(Scenario scenario) {
        return scenarios.getOrDefault(scenario, 0.0);
    }
}
