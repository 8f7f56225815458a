package org.ytterby.core.testing;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.opentest4j.TestAbortedException;

/// A claim that holds for every input, tried on many random ones.
///
/// The tries are the same in every run. Try number `i` starts from seed `first + i`, where `first`
/// is 0 or the system property `ytterby.seed`, so the seed that a failure reports replays it as the
/// first try:
///
/// ```
/// mvn -pl core test -Dtest=AitchisonProperties -Dytterby.seed=17
/// ```
public final class Property {
    /// Names the seed of the first try; absent for 0.
    public static final String SEED = "ytterby.seed";

    private Property() {}

    /// A claim about one random input; it fails by throwing.
    @FunctionalInterface
    public interface Claim {
        /// Draws an input and checks it.
        ///
        /// @param random the only source of chance, fresh for this try
        void check(RandomGenerator random) throws Exception;
    }

    /// Checks the claim on `tries` inputs, and stops at the first failure.
    ///
    /// @param tries `>= 1`
    /// @throws AssertionError naming the seed, with the failure as its cause
    /// @throws IllegalArgumentException if there is no try, or the system property is no whole
    ///   number
    public static void forAll(int tries, Claim claim) {
        forAll(firstSeed(), tries, claim);
    }

    static void forAll(long firstSeed, int tries, Claim claim) {
        if (tries < 1) {
            throw new IllegalArgumentException("a property needs at least 1 try, not " + tries);
        }
        for (int i = 0; i < tries; i++) {
            check(claim, firstSeed + i, "try " + (i + 1) + " of " + tries);
        }
    }

    private static void check(Claim claim, long seed, String which) {
        try {
            claim.check(new SplittableRandom(seed));
        } catch (TestAbortedException skipped) {
            throw skipped;
        } catch (Exception | AssertionError failure) {
            throw new AssertionError(
                    which + " failed; replay it with -D" + SEED + "=" + seed + "\n" + failure,
                    failure);
        }
    }

    private static long firstSeed() {
        String seed = System.getProperty(SEED, "0");
        try {
            return Long.parseLong(seed);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(SEED + " is no whole number: " + seed, e);
        }
    }
}
