package org.ytterby.simulator;

import org.ytterby.core.material.Composition;
import org.ytterby.core.material.OreType;

/// A deposit and what is sold of it.
///
/// @param spread standard deviation of ln share that the package declares
record Ore(String id, OreType type, Composition composition, double spread, ProductSpec product) {}
