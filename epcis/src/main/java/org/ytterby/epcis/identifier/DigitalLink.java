package org.ytterby.epcis.identifier;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One name for each thing that GS1 keys name: the canonical Digital Link, constrained to the most
/// finely grained key (CBV 2.0, 8.9; GS1 Digital Link URI Syntax 1.2, 4.11).
public final class DigitalLink {
    static final String CANONICAL = "https://id.gs1.org";
    private static final int GTIN_LENGTH = 14;

    /// Names of keys and qualifiers that older Digital Links spell out.
    private static final Map<String, String> WORDS =
            Map.ofEntries(
                    Map.entry("gtin", "01"),
                    Map.entry("itip", "8006"),
                    Map.entry("cpid", "8010"),
                    Map.entry("shipTo", "410"),
                    Map.entry("gln", "414"),
                    Map.entry("party", "417"),
                    Map.entry("gsrnp", "8017"),
                    Map.entry("gsrn", "8018"),
                    Map.entry("gcn", "255"),
                    Map.entry("sscc", "00"),
                    Map.entry("gdti", "253"),
                    Map.entry("ginc", "401"),
                    Map.entry("gsin", "402"),
                    Map.entry("grai", "8003"),
                    Map.entry("giai", "8004"),
                    Map.entry("cpv", "22"),
                    Map.entry("lot", "10"),
                    Map.entry("ser", "21"),
                    Map.entry("tpx", "235"),
                    Map.entry("glnx", "254"),
                    Map.entry("cpsn", "8011"));

    /// Qualifiers that each key may bear; of those kept in the canonical form the most finely
    /// grained comes first.
    private static final Map<String, List<String>> QUALIFIERS =
            Map.of(
                    "01", List.of("21", "235", "10"),
                    "8006", List.of("21", "10"),
                    "414", List.of("254"),
                    "8010", List.of("8011"));

    private static final Set<String> DROPPED = Set.of("22", "8020", "8019", "7040");

    private DigitalLink() {}

    /// The canonical Digital Link of a GS1 key, whether it comes as EPC URN or as Digital Link of
    /// any host; any other URI as it is.
    ///
    /// @param uri no blanks around it
    public static String canonical(String uri) {
        String path =
                uri.startsWith("urn:")
                        ? UrnKey.path(uri)
                        : uri.startsWith("http") ? web(uri) : null;
        return path == null ? uri : CANONICAL + path;
    }

    /// What the canonical names of all look like that a pattern of EPC URN means, which leaves more
    /// open than the serial number: `_` stands for one character, `%` for any, and `\` goes before
    /// those that stand for themselves. Empty for any other URI.
    public static Optional<String> like(String uri) {
        return Optional.ofNullable(UrnPattern.like(uri));
    }

    /// Whether two URIs name the same thing.
    public static boolean isSame(String one, String other) {
        return canonical(one).equals(canonical(other));
    }

    private static @Nullable String web(String uri) {
        int host = uri.indexOf("://");
        if (host != "http".length() && host != "https".length()) {
            return null;
        }
        int path = uri.indexOf('/', host + "://".length());
        if (path < 0) {
            return null;
        }
        int end = uri.length();
        for (char c : new char[] {'?', '#'}) {
            int at = uri.indexOf(c, path);
            end = at < 0 ? end : Math.min(end, at);
        }
        List<String> segments = segments(uri.substring(path, end));
        for (int i = 0; i + 1 < segments.size(); i++) {
            String link = link(segments.subList(i, segments.size()));
            if (link != null) {
                return link;
            }
        }
        return null;
    }

    private static List<String> segments(String path) {
        List<String> segments = new ArrayList<>(List.of(path.split("/", -1)));
        segments.removeFirst();
        if (!segments.isEmpty() && segments.getLast().isEmpty()) {
            segments.removeLast();
        }
        return segments;
    }

    /// The canonical path of a key with qualifiers to the end; null where it is none.
    private static @Nullable String link(List<String> segments) {
        String key = WORDS.getOrDefault(segments.getFirst(), segments.getFirst());
        String value = PercentCode.canonical(segments.get(1));
        if (segments.size() % 2 != 0 || !KeyFormat.fits(key, value)) {
            return null;
        }
        List<String> allowed = QUALIFIERS.getOrDefault(key, List.of());
        String finest = "";
        int rank = allowed.size();
        for (int i = 2; i < segments.size(); i += 2) {
            String name = WORDS.getOrDefault(segments.get(i), segments.get(i));
            int place = allowed.indexOf(name);
            if (segments.get(i + 1).isEmpty() || (place < 0 && !DROPPED.contains(name))) {
                return null;
            }
            if (place >= 0 && place < rank) {
                rank = place;
                finest = "/" + name + "/" + PercentCode.canonical(segments.get(i + 1));
            }
        }
        return "/" + key + "/" + padded(key, value) + finest;
    }

    private static String padded(String key, String value) {
        return key.equals("01") ? "0".repeat(GTIN_LENGTH - value.length()) + value : value;
    }
}
