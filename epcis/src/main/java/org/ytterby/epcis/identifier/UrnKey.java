package org.ytterby.epcis.identifier;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// GS1 keys written as EPC URN (GS1 EPC Tag Data Standard 2.0, section 6 and 7), as the path of
/// their Digital Link.
///
/// A pattern of all instances of a class (`urn:epc:idpat:sgtin:…*`) is the key of the class.
final class UrnKey {
    private static final String URN = "urn:epc:";
    private static final String ID = "id:";
    private static final String CLASS = "class:";
    private static final String PATTERN = "idpat:";
    private static final String ALL = "*";
    private static final int GTIN_DIGITS = 13;
    private static final int SSCC_DIGITS = 17;
    private static final int LOCATION_DIGITS = 12;
    private static final int ITIP_FIELDS = 5;
    private static final int PIECE_DIGITS = 2;

    private UrnKey() {}

    /// The path of the Digital Link, such as `/01/04012345123456/21/12`; null for what is no GS1
    /// key.
    static @Nullable String path(String uri) {
        if (!uri.startsWith(URN)) {
            return null;
        }
        String rest = uri.substring(URN.length());
        String kind = rest.startsWith(ID) ? ID : rest.startsWith(CLASS) ? CLASS : PATTERN;
        int scheme = rest.indexOf(':', kind.length());
        if (!rest.startsWith(kind) || scheme < 0) {
            return null;
        }
        String name = rest.substring(kind.length(), scheme);
        List<String> fields = fields(name, rest.substring(scheme + 1));
        if (kind.equals(CLASS)) {
            return name.equals("lgtin") ? trade(fields, "/10/") : null;
        }
        if (kind.equals(PATTERN)) {
            return fields.getLast().equals(ALL) ? instance(name, fields) : null;
        }
        return fields.contains(ALL) ? null : instance(name, fields);
    }

    /// Dots separate the fields; the last one of a scheme may hold dots itself.
    private static List<String> fields(String scheme, String body) {
        int count =
                switch (scheme) {
                    case "sscc", "pgln", "giai", "gsrn", "gsrnp", "ginc", "gsin" -> 2;
                    case "itip" -> ITIP_FIELDS;
                    default -> 3;
                };
        return List.of(body.split("\\.", count));
    }

    private static @Nullable String instance(String scheme, List<String> f) {
        return switch (scheme) {
            case "sgtin" -> trade(f, "/21/");
            case "upui" -> trade(f, "/235/");
            case "itip" -> piece(f);
            case "sscc" -> f.size() < 2 ? null : sscc(f);
            case "sgln" -> location(f);
            case "pgln" -> numbered("/417/", f, LOCATION_DIGITS, 2);
            case "grai" -> numbered("/8003/0", f, LOCATION_DIGITS, 3);
            case "gdti" -> numbered("/253/", f, LOCATION_DIGITS, 3);
            case "sgcn" -> numbered("/255/", f, LOCATION_DIGITS, 3);
            case "gsrn" -> numbered("/8018/", f, SSCC_DIGITS, 2);
            case "gsrnp" -> numbered("/8017/", f, SSCC_DIGITS, 2);
            case "gsin" -> numbered("/402/", f, SSCC_DIGITS - 1, 2);
            case "giai" -> joined("/8004/", f);
            case "ginc" -> joined("/401/", f);
            case "cpi" -> component(f);
            default -> null;
        };
    }

    private static @Nullable String trade(List<String> f, String qualifier) {
        String gtin = f.size() < 3 ? null : gtin(f.get(0), f.get(1));
        return gtin == null ? null : "/01/" + gtin + serial(qualifier, f.get(2));
    }

    private static @Nullable String piece(List<String> f) {
        String gtin = f.size() < ITIP_FIELDS ? null : gtin(f.get(0), f.get(1));
        if (gtin == null
                || !isDigits(f.get(2), PIECE_DIGITS)
                || !isDigits(f.get(3), PIECE_DIGITS)) {
            return null;
        }
        return "/8006/" + gtin + f.get(2) + f.get(3) + serial("/21/", f.getLast());
    }

    private static String serial(String qualifier, String value) {
        return value.equals(ALL) ? "" : qualifier + PercentCode.canonical(value);
    }

    /// The indicator digit, which begins the item reference, begins the key.
    private static @Nullable String gtin(String prefix, String item) {
        if (item.isEmpty() || !isDigits(prefix + item, GTIN_DIGITS)) {
            return null;
        }
        return CheckDigit.append(item.charAt(0) + prefix + item.substring(1));
    }

    private static @Nullable String sscc(List<String> f) {
        String prefix = f.get(0);
        String serial = f.get(1);
        if (serial.isEmpty() || !isDigits(prefix + serial, SSCC_DIGITS)) {
            return null;
        }
        return "/00/" + CheckDigit.append(serial.charAt(0) + prefix + serial.substring(1));
    }

    private static @Nullable String location(List<String> f) {
        if (f.size() < 3 || !isDigits(f.get(0) + f.get(1), LOCATION_DIGITS)) {
            return null;
        }
        String key = "/414/" + CheckDigit.append(f.get(0) + f.get(1));
        return f.get(2).equals("0") ? key : key + serial("/254/", f.get(2));
    }

    /// Company prefix and reference with check digit, then a serial number if there is a third
    /// field.
    private static @Nullable String numbered(
            String start, List<String> f, int digits, int fieldCount) {
        if (f.size() < fieldCount || !isDigits(f.get(0) + f.get(1), digits)) {
            return null;
        }
        String key = start + CheckDigit.append(f.get(0) + f.get(1));
        return fieldCount < 3 ? key : key + serial("", f.get(2));
    }

    private static @Nullable String joined(String start, List<String> f) {
        boolean bad = f.size() < 2 || !isDigits(f.get(0)) || f.get(1).equals(ALL);
        return bad ? null : start + f.get(0) + PercentCode.canonical(f.get(1));
    }

    private static @Nullable String component(List<String> f) {
        if (f.size() < 3 || !isDigits(f.get(0))) {
            return null;
        }
        return "/8010/" + f.get(0) + PercentCode.canonical(f.get(1)) + serial("/8011/", f.get(2));
    }

    private static boolean isDigits(String text, int length) {
        return text.length() == length && isDigits(text);
    }

    static boolean isDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return !text.isEmpty();
    }
}
