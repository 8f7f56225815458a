package org.ytterby.server.notices;

import org.jspecify.annotations.Nullable;

/// Something to be told to everybody of an audience.
///
/// @param cause what it came of; nobody is told twice of one cause
/// @param subject name of a case or a proposal, id of a finding or a facility, or how many
/// @param link path of the page that shows it, see [PageLink]
/// @param dueMicros until when something is awaited, microseconds since 1970; null where nothing is
/// @param to whom
record Draft(
        Kind kind,
        String cause,
        String subject,
        String link,
        @Nullable Long dueMicros,
        Audience to) {}
