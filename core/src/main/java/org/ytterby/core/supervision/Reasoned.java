package org.ytterby.core.supervision;

import org.jspecify.annotations.Nullable;

/// A finding, the way to its working, and where it stands among all statistical subjects.
///
/// @param standing absent for a rule of logic
record Reasoned(Finding finding, Working working, @Nullable Standing standing) {}
