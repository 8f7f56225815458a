package org.ytterby.server.analysis;

import org.ytterby.core.genealogy.Births;
import org.ytterby.core.genealogy.RecordExcess;
import org.ytterby.core.supervision.Reconciliation;

/// What the ledger means at one position. Immutable.
///
/// @param position entries before it are in, those from it on are not
public record Generation(
        long position, Reconciliation reconciliation, Births births, RecordExcess excess) {}
