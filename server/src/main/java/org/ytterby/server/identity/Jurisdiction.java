package org.ytterby.server.identity;

import java.util.Locale;
import java.util.regex.Pattern;

/// Where an authority has its say: the whole nation, or a region of it.
///
/// A region is a division code of two, four or six digits, as in GB/T 2260, or names from large to
/// small divided by `/`. Its length tells the level.
///
/// @param region empty for the whole nation; zeros at the end of a code are left out
public record Jurisdiction(String region) {
    private static final String NATIONAL_CODE = "national";
    private static final int LENGTH_MAX = 200;
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final Pattern CODE = Pattern.compile("(?:[0-9]{2}){1,3}");
    private static final Pattern ZEROS = Pattern.compile("(?:00)+$");
    private static final Pattern NAMES =
            Pattern.compile("[^/\\s](?:[^/]*[^/\\s])?(?:/[^/\\s](?:[^/]*[^/\\s])?){0,2}");

    /// The whole nation. Behind the patterns, which it is checked by.
    public static final Jurisdiction NATIONAL = new Jurisdiction("");

    /// Levels of government.
    public enum Level {
        NATIONAL,
        PROVINCIAL,
        CITY,
        COUNTY;

        /// The name in documents, such as `provincial`.
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// @throws IllegalArgumentException unless the region is empty, a code or names
    public Jurisdiction {
        if (DIGITS.matcher(region).matches()) {
            String code = region;
            region = ZEROS.matcher(code).replaceFirst("");
            if (!CODE.matcher(code).matches() || region.isEmpty()) {
                throw new IllegalArgumentException(
                        "a region code has 2, 4 or 6 digits: "
                                + code
                                + " / 行政区划代码应为 2、4 或 6 位数字："
                                + code);
            }
        } else if (!region.isEmpty()
                && (region.length() > LENGTH_MAX || !NAMES.matcher(region).matches())) {
            throw new IllegalArgumentException(
                    "a region is a code, or one to three names divided by /: "
                            + region
                            + " / 地区应为代码，或以 / 分隔的一至三级名称："
                            + region);
        }
    }

    /// @param code `national`, or a region
    /// @throws IllegalArgumentException if it is neither
    public static Jurisdiction parse(String code) {
        if (code.isEmpty()) {
            throw new IllegalArgumentException(
                    "a jurisdiction is national or a region / 管辖范围应为 national 或地区");
        }
        return code.equals(NATIONAL_CODE) ? NATIONAL : new Jurisdiction(code);
    }

    /// What [#parse] reads.
    public String code() {
        return isNational() ? NATIONAL_CODE : region;
    }

    public boolean isNational() {
        return region.isEmpty();
    }

    public Level level() {
        if (isNational()) {
            return Level.NATIONAL;
        }
        int depth = isCode() ? region.length() / 2 : region.split("/", -1).length;
        return Level.values()[depth];
    }

    private boolean isCode() {
        return DIGITS.matcher(region).matches();
    }

    /// Whether a place lies in it. Where a place is not known, only the nation covers it.
    ///
    /// @param place a region as registered; empty if it is not known
    public boolean covers(String place) {
        if (isNational()) {
            return true;
        }
        return isCode()
                ? CODE.matcher(place).matches() && place.startsWith(region)
                : place.equals(region) || place.startsWith(region + "/");
    }
}
