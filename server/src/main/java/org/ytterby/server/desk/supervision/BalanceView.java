package org.ytterby.server.desk.supervision;

import org.ytterby.core.balance.PeriodBalance;
import org.ytterby.core.material.Mass;
import org.ytterby.core.supervision.Say;
import org.ytterby.server.web.Language;

/// A balance of one period as a row of a table; booked masses in kilograms of element.
public record BalanceView(
        String period,
        String opening,
        String additions,
        String removals,
        String closing,
        String difference,
        String standardised,
        boolean isOutside) {

    static BalanceView of(PeriodBalance b, Language language) {
        return new BalanceView(
                language.say(Say.days(b.period())),
                language.booked(b.openingMg() / Mass.MG_PER_KG),
                language.booked(b.additionsMg() / Mass.MG_PER_KG),
                language.booked(b.removalsMg() / Mass.MG_PER_KG),
                language.booked(b.closingMg() / Mass.MG_PER_KG),
                language.mass(b.differenceMg() / Mass.MG_PER_KG, b.statistics().sigmaKg()),
                language.fixed(b.statistics().sitmuf()),
                Math.abs(b.statistics().sitmuf()) > ControlChart.LIMIT);
    }
}
