package org.ytterby.server.desk.supervision;

import java.util.List;
import org.ytterby.core.supervision.Rule;
import org.ytterby.server.web.Language;

/// How much the inventory tests miss or have too much, by the findings alone.
///
/// @param gained came from nowhere, with one standard uncertainty; empty if there is none
/// @param lost went missing, likewise
public record Doubt(String gained, String lost) {
    static Doubt of(List<FindingView.Ranked> findings, Language language) {
        return new Doubt(
                sum(findings, Rule.INVENTORY_GAIN, language),
                sum(findings, Rule.INVENTORY_LOSS, language));
    }

    private static String sum(List<FindingView.Ranked> findings, Rule rule, Language language) {
        double kg = 0;
        double variance = 0;
        for (FindingView.Ranked ranked : findings) {
            if (ranked.finding().rule() == rule) {
                kg += ranked.finding().weight().massKg();
                double sigma = ranked.finding().weight().sigmaKg();
                variance += sigma * sigma; // plants err each by themselves
            }
        }
        return kg == 0 ? "" : language.mass(kg, Math.sqrt(variance));
    }
}
