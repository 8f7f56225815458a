package org.ytterby.server.identity;

import java.time.Instant;
import java.util.UUID;

/// A time for which somebody is signed in.
///
/// @param used to the minute
/// @param device as the program that signed in calls itself; may be empty
/// @param isCurrent whether it is the one that asks
public record Session(UUID id, Instant begun, Instant used, String device, boolean isCurrent) {}
