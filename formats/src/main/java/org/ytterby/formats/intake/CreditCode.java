package org.ytterby.formats.intake;

/// The unified social credit code of a party in China: 18 characters, the last a check on the
/// others.
///
/// Source: GB 32100-2015, annex B; the check character makes the sum of values times 3^i (i = 0…16)
/// and its own value divisible by 31.
final class CreditCode {
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int LENGTH = 18;

    private CreditCode() {}

    static boolean isValid(String code) {
        if (code.length() != LENGTH) {
            return false;
        }
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < LENGTH; i++) {
            int value = ALPHABET.indexOf(code.charAt(i));
            if (value < 0) {
                return false;
            }
            sum += i < LENGTH - 1 ? value * weight : value;
            weight = weight * 3 % ALPHABET.length();
        }
        return sum % ALPHABET.length() == 0;
    }
}
