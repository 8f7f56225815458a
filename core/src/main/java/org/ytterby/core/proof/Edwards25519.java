package org.ytterby.core.proof;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The curve −x² + y² = 1 + d·x²·y² over the integers modulo p = 2²⁵⁵ − 19 (RFC 8032, section 5.1),
/// as far as the JDK keeps it to itself: the public key of a seed, and which keys are unfit.
///
/// Plain and slow (tens of milliseconds for a multiplication), and its time depends on the secret:
/// for keys that are loaded now and then on the holder's own machine. Signing is the JDK's.
final class Edwards25519 {
    private static final int BYTES = 32;
    private static final int COFACTOR = 8;
    private static final BigInteger TWO = BigInteger.TWO;
    private static final BigInteger P = TWO.pow(255).subtract(BigInteger.valueOf(19));

    /// Order of the base point.
    private static final BigInteger ORDER =
            TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));

    private static final BigInteger D =
            BigInteger.valueOf(-121665).multiply(BigInteger.valueOf(121666).modInverse(P)).mod(P);
    private static final BigInteger ROOT_OF_MINUS_ONE =
            TWO.modPow(P.subtract(BigInteger.ONE).shiftRight(2), P);
    private static final Point NEUTRAL = new Point(BigInteger.ZERO, BigInteger.ONE);
    private static final Point BASE = base();

    private Edwards25519() {}

    private record Point(BigInteger x, BigInteger y) {
        Point plus(Point other) {
            BigInteger cross = D.multiply(x).multiply(other.x).multiply(y).multiply(other.y).mod(P);
            BigInteger sumX = x.multiply(other.y).add(y.multiply(other.x));
            BigInteger sumY = y.multiply(other.y).add(x.multiply(other.x));
            return new Point(
                    over(sumX, BigInteger.ONE.add(cross)),
                    over(sumY, BigInteger.ONE.subtract(cross)));
        }

        Point times(BigInteger factor) {
            Point sum = NEUTRAL;
            for (int bit = factor.bitLength() - 1; bit >= 0; bit--) {
                sum = sum.plus(sum);
                if (factor.testBit(bit)) {
                    sum = sum.plus(this);
                }
            }
            return sum;
        }

        byte[] encoded() {
            BigInteger signed = x.testBit(0) ? y.setBit(255) : y;
            return littleEndian(signed);
        }
    }

    /// The multiples of the points whose order divides 8. A key or a commitment among them lets one
    /// signature fit many messages.
    private static final class SmallOrder {
        static final Set<Hash> ENCODINGS = encodings();

        private static Set<Hash> encodings() {
            Point generator = NEUTRAL;
            for (int y = 2;
                    generator.times(BigInteger.valueOf(COFACTOR / 2)).equals(NEUTRAL);
                    y++) {
                Point any = decode(littleEndian(BigInteger.valueOf(y)));
                if (any != null) {
                    generator = any.times(ORDER);
                }
            }
            Set<Hash> encodings = new HashSet<>();
            Point point = NEUTRAL;
            for (int i = 0; i < COFACTOR; i++) {
                encodings.add(Hash.of(point.encoded()));
                point = point.plus(generator);
            }
            return encodings;
        }
    }

    /// The public key of a private one.
    ///
    /// @param seed 32 bytes
    static byte[] publicKey(byte[] seed) {
        byte[] half = Arrays.copyOf(TreeHasher.digest("SHA-512").digest(seed), BYTES);
        half[0] &= (byte) 0xf8;
        half[31] &= 0x7f;
        half[31] |= 0x40;
        return BASE.times(number(half)).encoded();
    }

    /// Whether 32 bytes are the one encoding of a point of the curve, and not of small order.
    static boolean isFitKey(byte[] encoding) {
        return !isSmallOrder(encoding, 0) && decode(encoding) != null;
    }

    static boolean isSmallOrder(byte[] bytes, int offset) {
        return SmallOrder.ENCODINGS.contains(Hash.at(bytes, offset));
    }

    /// Whether 32 bytes are a number below the order of the base point.
    static boolean isScalar(byte[] bytes, int offset) {
        return number(Arrays.copyOfRange(bytes, offset, offset + BYTES)).compareTo(ORDER) < 0;
    }

    private static @Nullable Point decode(byte[] encoding) {
        BigInteger signed = number(encoding);
        BigInteger y = signed.clearBit(255);
        if (y.compareTo(P) >= 0) {
            return null;
        }
        BigInteger square = y.multiply(y).mod(P);
        BigInteger wanted =
                over(square.subtract(BigInteger.ONE), D.multiply(square).add(BigInteger.ONE));
        BigInteger x = wanted.modPow(P.add(BigInteger.valueOf(3)).shiftRight(3), P);
        if (!x.multiply(x).mod(P).equals(wanted)) {
            x = x.multiply(ROOT_OF_MINUS_ONE).mod(P);
        }
        boolean odd = signed.testBit(255);
        if (!x.multiply(x).mod(P).equals(wanted) || (x.signum() == 0 && odd)) {
            return null;
        }
        return new Point(x.testBit(0) == odd ? x : P.subtract(x), y);
    }

    /// The point with y = 4/5 and even x.
    private static Point base() {
        Point point = decode(littleEndian(over(BigInteger.valueOf(4), BigInteger.valueOf(5))));
        if (point == null) {
            throw new IllegalStateException("no base point");
        }
        return point;
    }

    private static BigInteger over(BigInteger a, BigInteger b) {
        return a.multiply(b.modInverse(P)).mod(P);
    }

    private static BigInteger number(byte[] littleEndian) {
        return new BigInteger(1, reversed(littleEndian));
    }

    private static byte[] littleEndian(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] padded = new byte[BYTES];
        for (int i = 0; i < Math.min(BYTES, bytes.length); i++) {
            padded[i] = bytes[bytes.length - 1 - i];
        }
        return padded;
    }

    private static byte[] reversed(byte[] bytes) {
        byte[] reversed = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            reversed[i] = bytes[bytes.length - 1 - i];
        }
        return reversed;
    }
}
