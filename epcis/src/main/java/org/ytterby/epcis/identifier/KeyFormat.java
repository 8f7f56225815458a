package org.ytterby.epcis.identifier;

/// What values of GS1 keys look like (GS1 General Specifications, section 3), without their check
/// digits, which are not judged.
final class KeyFormat {
    private static final int GLN = 13;
    private static final int GRAI = 14;
    private static final int SSCC = 18;
    private static final int GSIN = 17;
    private static final int TEXT_MAX = 30;

    private KeyFormat() {}

    static boolean fits(String key, String value) {
        return switch (key) {
            case "00", "8006", "8017", "8018" -> isNumber(value, SSCC);
            case "01" ->
                    isNumber(value, 8)
                            || isNumber(value, 12)
                            || isNumber(value, GLN)
                            || isNumber(value, GRAI);
            case "414", "417" -> isNumber(value, GLN);
            case "402" -> isNumber(value, GSIN);
            case "253", "255" -> begins(value, GLN);
            case "8003" -> begins(value, GRAI);
            case "401", "8004", "8010" -> !value.isEmpty() && value.length() <= 3 * TEXT_MAX;
            default -> false;
        };
    }

    private static boolean isNumber(String value, int length) {
        return value.length() == length && UrnKey.isDigits(value);
    }

    private static boolean begins(String value, int length) {
        return value.length() >= length && UrnKey.isDigits(value.substring(0, length));
    }
}
