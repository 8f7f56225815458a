package org.ytterby.server.desk.supervision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ytterby.core.genealogy.Attribution;
import org.ytterby.core.genealogy.Origin;
import org.ytterby.core.genealogy.OriginShare;
import org.ytterby.core.material.Element;
import org.ytterby.core.supervision.Text;
import org.ytterby.server.web.Language;

/// Where each element of a lot came from, as bars of shares.
///
/// @param origins by the mass that they gave, most first; small ones together
public record OriginBars(List<Legend> origins, List<Bar> bars) {
    private static final double WHOLE = 100;
    private static final int HUES = 7;
    private static final int TOLD = 3;
    private static final String DOUBT = "doubt";
    private static final String OTHERS = "others";

    /// An origin.
    ///
    /// @param tone number of its hue, `doubt` where nobody declared it, or `others`
    public record Legend(String name, String tone, String mass) {}

    /// An element.
    ///
    /// @param largest its largest shares, each in words
    public record Bar(String element, String name, List<Piece> pieces, List<String> largest) {}

    /// @param from where it begins, in percent
    /// @param width in percent
    public record Piece(String origin, String tone, double from, double width, String share) {}

    /// @param attribution of one lot
    static OriginBars of(Attribution attribution, Language language) {
        Map<Origin, Double> masses = new HashMap<>();
        for (OriginShare share : attribution) {
            masses.merge(
                    share.origin(), share.massKg() * share.element().oxideFactor(), Double::sum);
        }
        List<Map.Entry<Origin, Double>> order = new ArrayList<>(masses.entrySet());
        order.sort(
                Map.Entry.<Origin, Double>comparingByValue()
                        .reversed()
                        .thenComparing(entry -> entry.getKey().code()));
        Map<Origin, String> tones = new LinkedHashMap<>();
        List<Legend> legend = new ArrayList<>();
        double othersKg = 0;
        int others = 0;
        for (Map.Entry<Origin, Double> entry : order) {
            String tone = tone(entry.getKey(), tones.values());
            tones.put(entry.getKey(), tone);
            if (tone.equals(OTHERS)) {
                othersKg += entry.getValue();
                others++;
            } else {
                legend.add(
                        new Legend(
                                language.say(words(entry.getKey())),
                                tone,
                                language.mass(entry.getValue())));
            }
        }
        if (others > 0) {
            String name = language.pick("%d others", "其他 %d 项").formatted(others);
            legend.add(new Legend(name, OTHERS, language.mass(othersKg)));
        }
        return new OriginBars(
                legend, bars(attribution, List.copyOf(tones.keySet()), tones, language));
    }

    private static String tone(Origin origin, Collection<String> given) {
        if (!isDeclared(origin)) {
            return DOUBT;
        }
        long hues = given.stream().filter(tone -> !tone.equals(DOUBT)).count();
        return hues < HUES ? Long.toString(hues) : OTHERS;
    }

    private static List<Bar> bars(
            Attribution attribution,
            List<Origin> order,
            Map<Origin, String> tones,
            Language language) {
        List<Bar> bars = new ArrayList<>();
        for (Element element : Element.ALL) {
            List<OriginShare> shares = new ArrayList<>(attribution.shares(0, element));
            if (!shares.isEmpty()) {
                shares.sort(Comparator.comparingDouble(OriginShare::share).reversed());
                List<String> largest =
                        shares.stream()
                                .limit(TOLD)
                                .map(s ->
                                        language.say(words(s.origin()))
                                                + " "
                                                + language.percent(s.share()))
                                .toList();
                shares.sort(Comparator.comparingInt(s -> order.indexOf(s.origin())));
                bars.add(
                        new Bar(
                                element.name(),
                                language.pick(element.name(), element.chinese()),
                                pieces(shares, tones, language),
                                largest));
            }
        }
        return bars;
    }

    private static List<Piece> pieces(
            List<OriginShare> shares, Map<Origin, String> tones, Language language) {
        List<Piece> pieces = new ArrayList<>();
        double from = 0;
        for (OriginShare share : shares) {
            double width = WHOLE * share.share();
            pieces.add(
                    new Piece(
                            language.say(words(share.origin())),
                            tones.getOrDefault(share.origin(), OTHERS),
                            from,
                            width,
                            language.percent(share.share())));
            from += width;
        }
        return pieces;
    }

    private static boolean isDeclared(Origin origin) {
        return switch (origin) {
            case Origin.Extraction _, Origin.Import _, Origin.Outside _, Origin.Opening _ -> true;
            case Origin.Undeclared _, Origin.Unaccounted _ -> false;
        };
    }

    private static Text words(Origin origin) {
        return switch (origin) {
            case Origin.Extraction(String place) -> new Text("Mined at " + place, "开采：" + place);
            case Origin.Import(String country) ->
                    new Text("Imported from " + country, "进口：" + country);
            case Origin.Outside(String place) -> new Text("Supplied by " + place, "外部供应：" + place);
            case Origin.Opening(String place) ->
                    new Text("Opening stock of " + place, "期初库存：" + place);
            case Origin.Undeclared() -> new Text("Undeclared", "未申报");
            case Origin.Unaccounted() -> new Text("Unaccounted for", "不明来源");
        };
    }
}
