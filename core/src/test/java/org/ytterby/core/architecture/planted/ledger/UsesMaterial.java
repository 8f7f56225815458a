package org.ytterby.core.architecture.planted.ledger;

import org.ytterby.core.architecture.planted.material.UsesNothing;

/// As it should be: ledger may use material.
public record UsesMaterial(UsesNothing below) {}
