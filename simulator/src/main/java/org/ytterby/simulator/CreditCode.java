package org.ytterby.simulator;

import java.util.Locale;

/// Unified social credit codes (GB 32100-2015) that are well formed and belong to nobody: they
/// carry an administrative division that was never given out.
final class CreditCode {
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] BODY_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2}; // GB 11714-1997
    private static final int BODY_MODULUS = 11;
    private static final int WEIGHT_BASE = 3;
    private static final String ENTERPRISE = "91";
    private static final String NOWHERE = "990000";
    private static final long BODIES = 100_000_000L;
    private static final long SCATTER = 48_271_001L; // prime to BODIES, so that numbers stay apart

    private CreditCode() {}

    /// The code of a number; numbers below 10⁸ give different codes.
    static String of(long number) {
        String body = String.format(Locale.ROOT, "%08d", (number * SCATTER + 1) % BODIES);
        String code = ENTERPRISE + NOWHERE + body + bodyCheck(body);
        return code + check(code);
    }

    /// The check digit of the first seventeen characters.
    static char check(String code) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < 17; i++) {
            sum += ALPHABET.indexOf(code.charAt(i)) * weight;
            weight = weight * WEIGHT_BASE % ALPHABET.length();
        }
        return ALPHABET.charAt((ALPHABET.length() - sum % ALPHABET.length()) % ALPHABET.length());
    }

    private static char bodyCheck(String body) {
        int sum = 0;
        for (int i = 0; i < BODY_WEIGHTS.length; i++) {
            sum += (body.charAt(i) - '0') * BODY_WEIGHTS[i];
        }
        int check = (BODY_MODULUS - sum % BODY_MODULUS) % BODY_MODULUS;
        return check == 10 ? 'X' : (char) ('0' + check);
    }
}
