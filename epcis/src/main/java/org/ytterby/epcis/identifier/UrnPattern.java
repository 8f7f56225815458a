package org.ytterby.epcis.identifier;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Patterns of EPC URN that leave more open than the serial number, such as all that a company
/// numbered: `urn:epc:idpat:sgtin:0614141.*.*` (GS1 EPC Tag Data Standard 2.0, section 8).
final class UrnPattern {
    private static final String URN = "urn:epc:idpat:";
    private static final String ALL = "*";
    private static final int ITIP_FIELDS = 5;

    private UrnPattern() {}

    /// What the canonical Digital Links, or for schemes without one the URN, look like that the
    /// pattern means: `_` stands for one character and `%` for any; null for what is no such
    /// pattern.
    static @Nullable String like(String uri) {
        if (!uri.startsWith(URN)) {
            return null;
        }
        int scheme = uri.indexOf(':', URN.length());
        if (scheme < 0) {
            return null;
        }
        String name = uri.substring(URN.length(), scheme);
        List<String> fields = List.of(uri.substring(scheme + 1).split("\\.", -1));
        int open = fields.indexOf(ALL);
        boolean isTrailing =
                open >= 0 && fields.subList(open, fields.size()).stream().allMatch(ALL::equals);
        if (!isTrailing) {
            return null;
        }
        List<String> known = fields.subList(0, open);
        String key = key(name, fields.size());
        return key == null ? ofUrn(name, known) : ofKey(key, known);
    }

    /// What stands around the company's number in the key; null for other schemes, and for patterns
    /// of other fields than they have.
    private static @Nullable String key(String scheme, int fields) {
        return switch (scheme) {
            case "sgtin" -> fields == 3 ? "/01/_|%/21/%" : null;
            case "upui" -> fields == 3 ? "/01/_|%/235/%" : null;
            case "itip" -> fields == ITIP_FIELDS ? "/8006/_|%/21/%" : null;
            case "sscc" -> fields == 2 ? "/00/_|%" : null;
            case "sgln" -> fields == 3 ? "/414/|%" : null;
            case "pgln" -> fields == 2 ? "/417/|%" : null;
            case "grai" -> fields == 3 ? "/8003/0|%" : null;
            case "gdti" -> fields == 3 ? "/253/|%" : null;
            case "sgcn" -> fields == 3 ? "/255/|%" : null;
            case "gsrn" -> fields == 2 ? "/8018/|%" : null;
            case "gsrnp" -> fields == 2 ? "/8017/|%" : null;
            case "giai" -> fields == 2 ? "/8004/|%" : null;
            case "cpi" -> fields == 3 ? "/8010/|%" : null;
            default -> null;
        };
    }

    /// Of the company alone: a reference within it is written behind it, but for the one digit that
    /// comes first.
    private static @Nullable String ofKey(String key, List<String> known) {
        String company = String.join("", known);
        boolean isCompany = known.size() <= 1 && company.length() <= 12;
        return isCompany && (company.isEmpty() || UrnKey.isDigits(company))
                ? DigitalLink.CANONICAL + key.replace("|", company)
                : null;
    }

    private static String ofUrn(String scheme, List<String> known) {
        StringBuilder like = new StringBuilder("urn:epc:id:").append(scheme).append(':');
        known.forEach(field -> like.append(field.replaceAll("[\\\\%_]", "\\\\$0")).append('.'));
        return like.append('%').toString();
    }
}
