package org.ytterby.epcis.identifier;

/// The check digit of GS1 keys (GS1 General Specifications, 7.9): weights 3 and 1 from the right.
final class CheckDigit {
    private static final int BASE = 10;
    private static final int WEIGHT = 3;

    private CheckDigit() {}

    /// Digits followed by their check digit.
    ///
    /// @param digits `0` to `9` only
    static String append(String digits) {
        int sum = 0;
        int weight = WEIGHT;
        for (int i = digits.length() - 1; i >= 0; i--) {
            sum += weight * (digits.charAt(i) - '0');
            weight = WEIGHT + 1 - weight;
        }
        return digits + (char) ('0' + (BASE - sum % BASE) % BASE);
    }
}
