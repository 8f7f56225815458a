package org.ytterby.server.planning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.ytterby.core.ledger.PenaltyClause;
import org.ytterby.core.ledger.entry.CaseFile;
import org.ytterby.core.ledger.entry.CaseStep;
import org.ytterby.core.ledger.entry.CorrectionStep;
import org.ytterby.core.ledger.entry.Entry;
import org.ytterby.server.ledger.CaseReader;
import org.ytterby.server.ledger.LedgerReader;

/// What enterprises have to answer for, as the cases in the ledger tell it: confirmed findings,
/// penalties, and what was to be corrected.
@Component
public class Responsibility {
    private static final int CASES_MAX = 10_000;

    private final CaseReader cases;
    private final LedgerReader ledger;

    Responsibility(CaseReader cases, LedgerReader ledger) {
        this.cases = cases;
        this.ledger = ledger;
    }

    /// One thing that an enterprise answers for.
    ///
    /// @param what `confirmed`, `penalised`, `ordered`, `corrected` or `not-corrected`
    /// @param clause as the case names it; empty where it names none
    /// @param law of the dated penalty table, by that clause and day; absent where the table has
    ///   none
    /// @param fineYuan 0 where there is none
    public record Duty(
            String party,
            String name,
            String rule,
            String what,
            long atMicros,
            String clause,
            @Nullable PenaltyClause law,
            long fineYuan,
            String reason) {}

    /// All that the ledger holds, by enterprise and time.
    public List<Duty> all() {
        List<PenaltyClause> clauses = ledger.law().penalties();
        List<Duty> duties = new ArrayList<>();
        for (CaseFile file :
                cases.list(new CaseReader.Which("", "", "", "", "", "", ""), "", CASES_MAX)
                        .items()) {
            file.steps().forEach(step -> duty(file, step, clauses).ifPresent(duties::add));
        }
        duties.sort(Comparator.comparing(Duty::party).thenComparing(Duty::atMicros));
        return List.copyOf(duties);
    }

    private static Optional<Duty> duty(
            CaseFile file, Entry.Stepped stepped, List<PenaltyClause> clauses) {
        return switch (stepped.step()) {
            case CaseStep.Decided decided ->
                    decided.isConfirmed()
                            ? Optional.of(
                                    of(
                                            file,
                                            stepped,
                                            law(decided.clause(), stepped, clauses),
                                            decided.clause(),
                                            0,
                                            decided.reason()))
                            : Optional.empty();
            case CaseStep.Penalised penalised ->
                    Optional.of(
                            of(
                                    file,
                                    stepped,
                                    law(penalised.clause(), stepped, clauses),
                                    penalised.clause(),
                                    penalised.fineYuan(),
                                    penalised.reason()));
            case CorrectionStep.Ordered ordered ->
                    Optional.of(of(file, stepped, null, "", 0, ordered.order()));
            case CorrectionStep.Checked checked ->
                    Optional.of(of(file, stepped, null, "", 0, checked.reason()));
            default -> Optional.empty();
        };
    }

    private static Duty of(
            CaseFile file,
            Entry.Stepped stepped,
            @Nullable PenaltyClause law,
            String clause,
            long fineYuan,
            String reason) {
        return new Duty(
                file.opened().party(),
                file.name(),
                file.opened().rule(),
                stepped.step().code(),
                stepped.atMicros(),
                clause,
                law,
                fineYuan,
                reason);
    }

    private static @Nullable PenaltyClause law(
            String clause, Entry.Stepped stepped, List<PenaltyClause> clauses) {
        return clauses.stream()
                .filter(c -> c.code().equals(clause) && c.span().contains(stepped.atMicros()))
                .findFirst()
                .orElse(null);
    }

    /// What enterprises were rewarded with, by enterprise and time.
    public List<Entry.Awarded> rewards() {
        return ledger.rewards().stream()
                .sorted(
                        Comparator.comparing((Entry.Awarded a) -> a.reward().party())
                                .thenComparing(Entry.Awarded::atMicros))
                .toList();
    }
}
