package org.ytterby.server.planning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.ytterby.core.ledger.PenaltyClause;
import org.ytterby.core.ledger.entry.AppealStep;
import org.ytterby.core.ledger.entry.CaseFile;
import org.ytterby.core.ledger.entry.CaseStep;
import org.ytterby.core.ledger.entry.CorrectionStep;
import org.ytterby.core.ledger.entry.Entry;
import org.ytterby.core.ledger.entry.Penalty;
import org.ytterby.server.ledger.CaseReader;
import org.ytterby.server.ledger.GivenReward;
import org.ytterby.server.ledger.LedgerReader;

/// What enterprises have to answer for, as the cases in the ledger tell it: confirmed findings,
/// penalties and what became of them on appeal, and what was to be corrected.
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
    /// @param what code of the step: `confirmed`, `penalised`, `ordered`, `corrected`,
    ///   `not-corrected`, `appealed`, or a ruling
    /// @param says clause, law and reason
    /// @param penalty that it is about, as it stands; absent where it is about none
    /// @param hasFallenAway whether nothing is left of it after an appeal
    public record Duty(
            String party,
            String name,
            String rule,
            String what,
            long atMicros,
            Grounds says,
            @Nullable Penalty penalty,
            boolean hasFallenAway) {
        /// CNY that a penalty comes to now; 0 for all else, so that each counts once.
        public long fineYuan() {
            return isPenalty() && penalty != null ? penalty.fineYuan() : 0;
        }

        /// Whether it is a penalty, and not what became of one.
        public boolean isPenalty() {
            return what.equals("penalised");
        }
    }

    /// What something rests on.
    ///
    /// @param clause as the case names it; empty where it names none
    /// @param law of the dated penalty table, by that clause and day; absent where the table has
    ///   none
    public record Grounds(String clause, @Nullable PenaltyClause law, String reason) {}

    /// All that the ledger holds, by enterprise and time.
    public List<Duty> all() {
        List<PenaltyClause> clauses = ledger.law().penalties();
        List<Duty> duties = new ArrayList<>();
        for (CaseFile file :
                cases.list(new CaseReader.Which("", "", "", "", "", "", ""), "", CASES_MAX)
                        .items()) {
            duties.addAll(duties(file, clauses));
        }
        duties.sort(Comparator.comparing(Duty::party).thenComparing(Duty::atMicros));
        return List.copyOf(duties);
    }

    private static List<Duty> duties(CaseFile file, List<PenaltyClause> clauses) {
        List<Penalty> penalties = file.penalties();
        List<Duty> duties = new ArrayList<>();
        int imposed = 0;
        for (Entry.Stepped stepped : file.steps()) {
            CaseStep step = stepped.step();
            imposed += step instanceof CaseStep.Penalised ? 1 : 0;
            String number =
                    switch (step) {
                        case CaseStep.Penalised _ -> Integer.toString(imposed);
                        case AppealStep appeal -> appeal.penalty();
                        default -> "";
                    };
            Penalty penalty =
                    penalties.stream()
                            .filter(p -> p.number().equals(number))
                            .findFirst()
                            .orElse(null);
            grounds(stepped, clauses)
                    .map(says -> duty(file, stepped, says, penalty))
                    .ifPresent(duties::add);
        }
        return duties;
    }

    private static Duty duty(
            CaseFile file, Entry.Stepped stepped, Grounds says, @Nullable Penalty penalty) {
        return new Duty(
                file.opened().party(),
                file.name(),
                file.opened().rule(),
                stepped.step().code(),
                stepped.atMicros(),
                says,
                penalty,
                penalty == null ? file.isFallenAway() : penalty.isWithdrawn());
    }

    private static Optional<Grounds> grounds(Entry.Stepped stepped, List<PenaltyClause> clauses) {
        return switch (stepped.step()) {
            case CaseStep.Decided(boolean isConfirmed, String reason, String clause) ->
                    isConfirmed
                            ? Optional.of(
                                    new Grounds(clause, law(clause, stepped, clauses), reason))
                            : Optional.empty();
            case CaseStep.Penalised(String clause, long _, String reason) ->
                    Optional.of(new Grounds(clause, law(clause, stepped, clauses), reason));
            case AppealStep.Appealed appealed ->
                    Optional.of(new Grounds("", null, appealed.ground()));
            case AppealStep.Ruled ruled -> Optional.of(new Grounds("", null, ruled.reason()));
            case CorrectionStep.Ordered ordered ->
                    Optional.of(new Grounds("", null, ordered.order()));
            case CorrectionStep.Checked checked ->
                    Optional.of(new Grounds("", null, checked.reason()));
            default -> Optional.empty();
        };
    }

    private static @Nullable PenaltyClause law(
            String clause, Entry.Stepped stepped, List<PenaltyClause> clauses) {
        return clauses.stream()
                .filter(c -> c.code().equals(clause) && c.span().contains(stepped.atMicros()))
                .findFirst()
                .orElse(null);
    }

    /// What enterprises were rewarded with, by enterprise and time, with what was taken back.
    public List<GivenReward> rewards() {
        return ledger.rewards().stream()
                .sorted(
                        Comparator.comparing((GivenReward given) -> given.reward().party())
                                .thenComparing(given -> given.awarded().atMicros()))
                .toList();
    }
}
