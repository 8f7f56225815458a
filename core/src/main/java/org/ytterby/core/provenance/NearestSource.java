package org.ytterby.core.provenance;

import java.util.List;

/// The known source whose composition comes closest.
///
/// @param source index in the list of sources
/// @param distance Aitchison distance, `>= 0`
public record NearestSource(int source, double distance) {
    /// The nearest of some sources; the first of several equally near.
    ///
    /// @param composition finite and `> 0`, on any scale
    /// @param sources at least one, each like `composition`
    /// @throws IllegalArgumentException if there is no source, or a composition is out of range
    public static NearestSource of(double[] composition, List<double[]> sources) {
        if (sources.isEmpty()) {
            throw new IllegalArgumentException("no source to be near to");
        }
        NearestSource nearest = new NearestSource(0, Double.POSITIVE_INFINITY);
        for (int i = 0; i < sources.size(); i++) {
            double distance = Aitchison.distance(composition, sources.get(i));
            if (distance < nearest.distance) {
                nearest = new NearestSource(i, distance);
            }
        }
        return nearest;
    }
}
