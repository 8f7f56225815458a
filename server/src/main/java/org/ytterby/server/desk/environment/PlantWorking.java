package org.ytterby.server.desk.environment;

import java.util.List;
import java.util.Locale;
import org.ytterby.core.environment.PlantReview;
import org.ytterby.core.environment.RecoveryRates.Rate;
import org.ytterby.core.environment.SpeciesBalance;
import org.ytterby.core.environment.ThroughputCheck;
import org.ytterby.core.material.Mass;
import org.ytterby.server.web.Language;

/// What a plant's returns say beside the ledger, as rows.
///
/// @param output as the ledger has it, of the months that the check is about
/// @param implied by what was used; empty where no norm fits the plant
/// @param isStriking whether more was used than the declared output explains
public record PlantWorking(
        List<BalanceRow> balances,
        List<RateRow> rates,
        List<NormRow> norms,
        String output,
        String implied,
        boolean isStriking) {
    private static final double POINTS = 100;

    /// Where a species went.
    ///
    /// @param months of which what was discharged is known
    public record BalanceRow(
            String species,
            String in,
            String discharged,
            String recovered,
            String unaccounted,
            String share,
            int months) {}

    /// A rate by the ledger beside the declared one.
    public record RateRow(
            String kind,
            String in,
            String out,
            String computed,
            String declared,
            String difference) {}

    /// What one norm says.
    public record NormRow(
            String indicator,
            String used,
            String norm,
            String implied,
            String source,
            String confidence) {}

    static PlantWorking of(PlantReview plant, Amounts amounts, Language language) {
        ThroughputCheck check = plant.throughput();
        return new PlantWorking(
                plant.balances().stream().map(b -> row(b, language)).toList(),
                plant.rates().stream().map(r -> row(r, language)).toList(),
                check.lines().stream().map(l -> row(l, amounts, language)).toList(),
                language.mass(check.declaredT() * Mass.KG_PER_T),
                Double.isFinite(check.impliedT())
                        ? language.mass(
                                check.impliedT() * Mass.KG_PER_T, check.sigmaT() * Mass.KG_PER_T)
                        : "",
                check.isStriking());
    }

    private static BalanceRow row(PlantReview.BalancedSpecies of, Language language) {
        SpeciesBalance b = of.balance();
        return new BalanceRow(
                b.species().indicator(),
                language.mass(b.inKg()),
                language.mass(b.dischargedKg()),
                language.mass(b.recoveredKg()),
                language.mass(b.unaccountedKg()),
                language.percent(b.unaccountedShare()),
                of.monthsDischarged());
    }

    private static RateRow row(PlantReview.Compared rate, Language language) {
        Rate computed = rate.computed();
        return new RateRow(
                rate.kind().name().toLowerCase(Locale.ROOT),
                computed == null ? "–" : language.mass(computed.inKg()),
                computed == null ? "–" : language.mass(computed.outKg()),
                computed == null ? "–" : language.percent(computed.share()),
                language.percent(rate.declared()),
                difference(rate.difference(), language));
    }

    /// In percentage points, with its sign.
    private static String difference(double share, Language language) {
        return Double.isFinite(share)
                ? (share > 0 ? "+" : "")
                        + language.fixed(share * POINTS)
                        + language.pick(" points", " 个百分点")
                : "–";
    }

    private static NormRow row(ThroughputCheck.Line line, Amounts amounts, Language language) {
        String code = line.norm().indicator();
        return new NormRow(
                amounts.name(code),
                (amounts.figure(code, line.used()) + " " + amounts.unit(code)).strip(),
                "%s %s (± %s)"
                        .formatted(
                                Amounts.plain(line.norm().perTonne()),
                                line.norm().unit().replace("m3", "m³"),
                                language.percent(line.norm().relativeSigma())),
                language.mass(line.impliedT() * Mass.KG_PER_T, line.sigmaT() * Mass.KG_PER_T),
                language.half(line.norm().source()),
                line.norm().confidence().code());
    }
}
