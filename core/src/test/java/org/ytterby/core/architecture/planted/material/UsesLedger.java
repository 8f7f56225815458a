package org.ytterby.core.architecture.planted.material;

import org.ytterby.core.architecture.planted.ledger.UsesMaterial;

/// Points up: material may use nothing.
public record UsesLedger(UsesMaterial above) {}
