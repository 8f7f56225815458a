package org.ytterby.formats.intake;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.ytterby.core.ledger.Duty;
import org.ytterby.core.ledger.LawTable;
import org.ytterby.core.ledger.Limit;
import org.ytterby.core.ledger.Limits;
import org.ytterby.core.ledger.PenaltyClause;
import org.ytterby.core.ledger.PenaltyClause.Range;
import org.ytterby.core.ledger.PenaltyClause.Wording;
import org.ytterby.core.ledger.entry.DeclaredRow;
import org.ytterby.core.plan.SplitDeadline;

/// The dated law that is reckoned with: limits of rules, clauses of penalties, duties behind forms,
/// deadlines for splitting plans. Immutable.
///
/// @param penalties of all times
/// @param duties of all times
/// @param splitDeadlines of all times; batches that none names have none that was seen
public record Law(
        Limits limits,
        List<PenaltyClause> penalties,
        List<Duty> duties,
        List<SplitDeadline> splitDeadlines) {
    private static final Law SHIPPED = of(List.of());

    public Law {
        penalties = List.copyOf(penalties);
        duties = List.copyOf(duties);
        splitDeadlines = List.copyOf(splitDeadlines);
    }

    /// As it is shipped.
    public static Law shipped() {
        return SHIPPED;
    }

    /// What is shipped, and what was enacted since.
    ///
    /// @param enacted rows that [LawCheck] found good, in the order in which they were enacted
    /// @throws IllegalArgumentException if one is not good
    public static Law of(List<DeclaredRow> enacted) {
        return new Law(
                limits(enacted),
                rows(LawTable.PENALTIES, enacted).stream().map(Law::penalty).toList(),
                rows(LawTable.DUTIES, enacted).stream().map(Law::duty).toList(),
                rows(LawTable.SPLIT_DEADLINES, enacted).stream().map(Law::splitDeadline).toList());
    }

    /// The rows of a table, as they are written.
    public static List<LawRow> rows(LawTable table, List<DeclaredRow> enacted) {
        return LawRows.of(table, enacted);
    }

    private static Limits limits(List<DeclaredRow> enacted) {
        return new Limits(rows(LawTable.LIMITS, enacted).stream().map(Law::limit).toList());
    }

    /// A row of limits.
    ///
    /// @throws IllegalArgumentException if it is none
    public static Limits.Row limit(LawRow row) {
        return new Limits.Row(
                Limit.valueOf(row.cell("limit").toUpperCase(Locale.ROOT)),
                row.number("value"),
                row.span());
    }

    private static PenaltyClause penalty(LawRow row) {
        return new PenaltyClause(
                row.cell("clause"),
                new Wording(row.cell("law_en"), row.cell("law_zh")),
                new Wording(row.cell("offence_en"), row.cell("offence_zh")),
                range(row, "fine_min_yuan", "fine_max_yuan"),
                range(row, "income_min_times", "income_max_times"),
                row.span(),
                row.cell("confidence"),
                row.cell("source"));
    }

    private static @Nullable Range range(LawRow row, String least, String most) {
        return row.cell(least).isEmpty() ? null : new Range(row.whole(least), row.whole(most));
    }

    private static Duty duty(LawRow row) {
        return new Duty(
                row.cell("duty"),
                new Wording(row.cell("law_en"), row.cell("law_zh")),
                new Wording(row.cell("asks_en"), row.cell("asks_zh")),
                row.span(),
                row.cell("confidence"),
                row.cell("source"));
    }

    private static SplitDeadline splitDeadline(LawRow row) {
        return new SplitDeadline(
                row.whole("year"),
                row.cell("batch"),
                row.whole("working_days"),
                row.span(),
                row.cell("confidence"),
                row.cell("source"),
                row.cell("source_zh"));
    }
}
