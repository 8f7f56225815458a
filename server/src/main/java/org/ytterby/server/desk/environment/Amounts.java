package org.ytterby.server.desk.environment;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.ytterby.core.environment.Condition;
import org.ytterby.core.environment.EnvironmentLaw;
import org.ytterby.core.environment.Indicator;
import org.ytterby.server.web.Language;

/// How figures of returns, their units and their limits read.
final class Amounts {
    private static final double WHOLE_FROM = 100;
    private static final double TENTHS_FROM = 1;
    private static final String SHARE = "share";

    private final Map<String, Indicator> known;
    private final Language language;

    Amounts(EnvironmentLaw law, Language language) {
        known = law.indicators().stream().collect(Collectors.toMap(Indicator::code, i -> i));
        this.language = language;
    }

    /// The name of an indicator; its code where nobody defined it.
    String name(String code) {
        Indicator indicator = known.get(code);
        return indicator == null ? code : language.pick(indicator.en(), indicator.zh());
    }

    /// The unit of an indicator; empty for shares, and where nobody defined it.
    String unit(String code) {
        Indicator indicator = known.get(code);
        return indicator == null || indicator.unit().equals(SHARE)
                ? ""
                : indicator.unit().replace("m3", "m³");
    }

    /// A figure without its unit, shares as percent.
    String figure(String code, double value) {
        Indicator indicator = known.get(code);
        return indicator != null && indicator.unit().equals(SHARE)
                ? language.percent(value)
                : plain(value);
    }

    /// The bound of a limit with its sign and unit.
    static String bound(Condition limit, Language language) {
        String sign =
                switch (limit.comparison()) {
                    case AT_LEAST -> "≥ ";
                    case AT_MOST -> "≤ ";
                    case ABOVE -> "> ";
                    case BELOW -> "< ";
                    case EQUAL -> "= ";
                };
        return limit.unit().equals(SHARE)
                ? sign + language.percent(limit.bound())
                : (sign + plain(limit.bound()) + " " + limit.unit().replace("m3", "m³")).strip();
    }

    /// A number with marks between thousands and as many decimals as it deserves.
    static String plain(double value) {
        if (!Double.isFinite(value)) {
            return "–";
        }
        double size = Math.abs(value);
        String form =
                size >= WHOLE_FROM || size <= 0 ? "%,.0f" : size >= TENTHS_FROM ? "%.1f" : "%.3f";
        return String.format(Locale.ROOT, form, value).replace('-', '−');
    }
}
