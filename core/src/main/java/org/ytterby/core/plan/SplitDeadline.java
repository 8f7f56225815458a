package org.ytterby.core.plan;

import org.ytterby.core.ledger.Span;

/// In how many working days a group has to split a batch among its enterprises.
///
/// @param batch of the year, as plans name it
/// @param workingDays after the day of issue
/// @param span the time in which it is in force
/// @param confidence how sure it is
/// @param source where it was read
/// @param sourceZh the same in Chinese
public record SplitDeadline(
        int year,
        String batch,
        int workingDays,
        Span span,
        String confidence,
        String source,
        String sourceZh) {}
