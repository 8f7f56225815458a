package org.ytterby.simulator;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ytterby.core.material.OreType;

/// The control plans of the year for the nation, as published.
final class NationalPlan {
    private static final String MINING = "mining";
    private static final String SEPARATION = "smelting_separation";
    private static final String ALL = "all";

    private final Facts facts;
    private final int year;

    NationalPlan(Facts facts, int year) {
        this.facts = facts;
        this.year = year;
    }

    /// Mining of one ore type by batch, t REO; a single batch where only the year is known.
    List<Double> mining(OreType ore) {
        return batches(MINING, ore.code())
                .orElseGet(() ->
                        List.of(ore == OreType.ROCK ? rockOfYear() : allMining() - rockOfYear()));
    }

    /// Mining of the whole year, t REO.
    double allMined() {
        return sum(mining(OreType.ROCK)) + sum(mining(OreType.IONIC));
    }

    static double sum(List<Double> batches) {
        return batches.stream().mapToDouble(Double::doubleValue).sum();
    }

    /// Smelting and separation by batch, t REO.
    List<Double> separation() {
        return batches(SEPARATION, ALL)
                .orElseGet(() ->
                        List.of(
                                facts.planOfYear(year, SEPARATION, ALL)
                                        .orElseThrow(() -> unknown(SEPARATION))));
    }

    private Optional<List<Double>> batches(String kind, String ore) {
        OptionalDouble first = facts.plan(year, 1, kind, ore);
        OptionalDouble second = facts.plan(year, 2, kind, ore);
        return first.isPresent() && second.isPresent()
                ? Optional.of(List.of(first.getAsDouble(), second.getAsDouble()))
                : Optional.empty();
    }

    private double allMining() {
        return facts.planOfYear(year, MINING, ALL).orElseThrow(() -> unknown(MINING));
    }

    private double rockOfYear() {
        OptionalDouble rock = facts.planOfYear(year, MINING, OreType.ROCK.code());
        if (rock.isPresent()) {
            return rock.getAsDouble();
        }
        OptionalDouble ionic = facts.planOfYear(year, MINING, OreType.IONIC.code());
        if (ionic.isPresent()) {
            return allMining() - ionic.getAsDouble();
        }
        return allMining() - facts.nearestIonicPlan(year);
    }

    private IllegalArgumentException unknown(String kind) {
        return new IllegalArgumentException("the facts have no " + kind + " plan of " + year);
    }
}
