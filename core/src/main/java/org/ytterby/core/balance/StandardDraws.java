package org.ytterby.core.balance;

/// Fixed tables of numbers that pass for independent standard normal and uniform draws.
///
/// Made once by the mixing function of SplitMix64 (Steele, Lea & Flood 2014) from the position in
/// the table, and by Box & Muller 1958; nothing is drawn at run time.
final class StandardDraws {
    /// Rows of the tables.
    static final int COUNT = 256;

    private static final int WIDTH = JointCovariance.DIMENSIONS_MAX;
    private static final long STEP = 0x9E3779B97F4A7C15L;
    private static final double UNIT = 0x1p-53;
    private static final double[] NORMAL = normals();

    private StandardDraws() {}

    /// A standard normal value.
    ///
    /// @param draw `0..COUNT − 1`
    /// @param position `0..DIMENSIONS_MAX − 1`
    static double normal(int draw, int position) {
        return NORMAL[draw * WIDTH + position];
    }

    /// A value in `(0, 1]`, independent of the normal values of the draw.
    static double uniform(int draw) {
        return uniformAt(NORMAL.length + draw); // beyond the positions that the normal values took
    }

    private static double[] normals() {
        double[] normals = new double[COUNT * WIDTH];
        for (int i = 0; i < normals.length; i += 2) {
            double radius = Math.sqrt(-2 * StrictMath.log(uniformAt(i)));
            double angle = 2 * Math.PI * uniformAt(i + 1);
            normals[i] = radius * StrictMath.cos(angle);
            normals[i + 1] = radius * StrictMath.sin(angle);
        }
        return normals;
    }

    private static double uniformAt(int position) {
        long z = STEP * (position + 1L);
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        z ^= z >>> 31;
        return ((z >>> 11) + 1) * UNIT;
    }
}
