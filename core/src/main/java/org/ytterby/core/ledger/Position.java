package org.ytterby.core.ledger;

/// A place on the globe, in degrees.
public record Position(double latitude, double longitude) {
    private static final double EARTH_RADIUS_KM = 6_371.0088; // mean radius, IUGG 1980

    public Position {
        if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) {
            throw new IllegalArgumentException("no such place: " + latitude + ", " + longitude);
        }
    }

    /// Great-circle distance in kilometres (haversine).
    public double distanceKm(Position other) {
        double p = Math.toRadians(latitude);
        double q = Math.toRadians(other.latitude);
        double dp = q - p;
        double dl = Math.toRadians(other.longitude - longitude);
        double a =
                Math.sin(dp / 2) * Math.sin(dp / 2)
                        + Math.cos(p) * Math.cos(q) * Math.sin(dl / 2) * Math.sin(dl / 2);
        return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(a)));
    }
}
