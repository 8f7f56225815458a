package org.ytterby.core.ledger;

/// Leave for a facility to do something.
///
/// @param facility index of the facility
/// @param permit number of the document
public record Permit(int facility, Activity activity, String permit, Span span) {}
