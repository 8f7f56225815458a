package org.ytterby.server.desk;

import java.util.List;
import org.ytterby.core.ledger.Duty;
import org.ytterby.core.ledger.PenaltyClause;
import org.ytterby.formats.intake.Law;
import org.ytterby.server.web.Language;

/// The clause behind what a form asks for.
///
/// @param code by which an entry names it; empty where none does
/// @param says what it asks or threatens
/// @param isSecondary whether it was read elsewhere than in the law itself
public record Basis(String code, String law, String says, boolean isSecondary) {
    private static final String PRIMARY = "primary";

    /// Duties in force at an instant, by their codes.
    public static List<Basis> duties(Law law, List<String> codes, long micros, Language language) {
        return law.duties().stream()
                .filter(duty -> codes.contains(duty.code()) && duty.span().contains(micros))
                .map(duty -> of(duty, language))
                .toList();
    }

    private static Basis of(Duty duty, Language language) {
        return new Basis(
                "",
                language.pick(duty.law().en(), duty.law().zh()),
                language.pick(duty.asks().en(), duty.asks().zh()),
                !duty.confidence().equals(PRIMARY));
    }

    /// The clauses of penalties in force at an instant, with their codes.
    public static List<Basis> penalties(Law law, long micros, Language language) {
        return law.penalties().stream()
                .filter(clause -> clause.span().contains(micros))
                .map(clause -> of(clause, language))
                .toList();
    }

    private static Basis of(PenaltyClause clause, Language language) {
        String range = range(clause, language);
        return new Basis(
                clause.code(),
                language.pick(clause.law().en(), clause.law().zh()),
                language.pick(clause.offence().en(), clause.offence().zh())
                        + (range.isEmpty() ? "" : language.pick(": ", "：") + range),
                !clause.confidence().equals(PRIMARY));
    }

    /// What a fine may be by a clause; empty where the clause does not say.
    public static String range(PenaltyClause clause, Language language) {
        PenaltyClause.Range fine = clause.fine();
        PenaltyClause.Range income = clause.income();
        if (fine != null) {
            return language.pick("%s to %s", "%s至 %s")
                    .formatted(language.yuan(fine.least()), language.yuan(fine.most()));
        }
        return income == null
                ? ""
                : language.pick("%d to %d times the illegal income", "违法所得 %d 至 %d 倍")
                        .formatted(income.least(), income.most());
    }
}
