package org.ytterby.server.analysis;

import org.ytterby.core.genealogy.Tracing;
import org.ytterby.core.supervision.Reconciliation;

/// What the ledger means at one position. Immutable.
///
/// @param position entries before it are in, those from it on are not
/// @param tracing what following a lot takes, made once for all who ask
public record Generation(long position, Reconciliation reconciliation, Tracing tracing) {}
