package org.ytterby.core.environment;

import java.util.List;
import java.util.Set;
import org.ytterby.core.environment.SpeciesBalance.Share;
import org.ytterby.core.environment.ThroughputCheck.Norm;

/// The dated data that returns are held against.
///
/// @param limits of what may leave a plant
/// @param norms of what a tonne takes
/// @param shares of ammonia nitrogen and chloride in reagents
public record EnvironmentLaw(
        List<Indicator> indicators,
        List<Condition> limits,
        List<KindNorm> norms,
        List<Share> shares) {
    /// A norm, with the kinds of plants that it fits.
    public record KindNorm(Set<String> kinds, Norm norm) {
        public KindNorm {
            kinds = Set.copyOf(kinds);
        }
    }

    public EnvironmentLaw {
        indicators = List.copyOf(indicators);
        limits = List.copyOf(limits);
        norms = List.copyOf(norms);
        shares = List.copyOf(shares);
    }
}
