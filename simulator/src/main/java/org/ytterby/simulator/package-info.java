/// A synthetic national year of the rare-earth chain, driven by published figures and deterministic
/// by seed, with offences planted on request. Start reading at [Simulator]; one month of one [Cell]
/// is the heart of it.
///
/// The true state of every plant is kept; what is written is the truth with the errors of weighing
/// and assaying that the package itself declares, so that an honest nation is statistically clean.
@NullMarked
package org.ytterby.simulator;

import org.jspecify.annotations.NullMarked;
