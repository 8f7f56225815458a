/// Where ore comes from by its composition: closures, log ratios, anomalies, mixtures of known
/// sources.
@NullMarked
package org.ytterby.core.provenance;

import org.jspecify.annotations.NullMarked;
