package org.ytterby.server.supervision;

import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.ytterby.core.ledger.Limit;
import org.ytterby.core.ledger.entry.AppealStep;
import org.ytterby.core.ledger.entry.CaseFile;
import org.ytterby.core.ledger.entry.Command;
import org.ytterby.core.ledger.entry.Penalty;
import org.ytterby.formats.intake.Law;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.identity.Role;
import org.ytterby.server.ledger.CaseReader;
import org.ytterby.server.ledger.LedgerReader;
import org.ytterby.server.ledger.ProposalReader;
import org.ytterby.server.ledger.Submitter;
import org.ytterby.server.ledger.Submitter.Receipted;

/// Appeals against penalties: until when, by whom they are ruled on, and with which fine. Safe for
/// use by several threads.
@Component
public class Appeals {
    private final CaseReader reader;
    private final ProposalReader proposals;
    private final LedgerReader ledger;
    private final PenaltyClauses clauses;
    private final CaseSteps steps;
    private final Submitter submitter;

    Appeals(
            CaseReader reader,
            ProposalReader proposals,
            LedgerReader ledger,
            PenaltyClauses clauses,
            CaseSteps steps,
            Submitter submitter) {
        this.reader = reader;
        this.proposals = proposals;
        this.ledger = ledger;
        this.clauses = clauses;
        this.steps = steps;
        this.submitter = submitter;
    }

    /// When the time to appeal against a penalty ends: with the last of the days that the law of
    /// its own day gives, counted from the day after; microseconds since 1970.
    public static long untilMicros(Law law, Penalty penalty) {
        return law.limits().endOf(Limit.APPEAL_DAYS, penalty.atMicros());
    }

    /// When the appeal against a penalty is to be ruled on: with the last of the days that the law
    /// of the day of the appeal gives, counted from the day after; empty unless one waits.
    public static OptionalLong rulingDueMicros(Law law, Penalty penalty) {
        return penalty.isAppealed()
                ? OptionalLong.of(law.limits().endOf(Limit.RULING_DAYS, penalty.appealedMicros()))
                : OptionalLong.empty();
    }

    /// When the first of the appeals that wait in a case is to be ruled on; empty if none waits.
    public static OptionalLong rulingDueMicros(Law law, CaseFile file) {
        return file.penalties().stream()
                .map(penalty -> rulingDueMicros(law, penalty))
                .flatMapToLong(OptionalLong::stream)
                .min();
    }

    /// An appeal as it would be entered.
    ///
    /// @param name of the case
    /// @param penalty its number in the case; one that is not there has no time
    public AppealStep.Appealed appealed(String name, String penalty, String ground) {
        long until =
                penalty(name, penalty).map(found -> untilMicros(ledger.law(), found)).orElse(0L);
        return new AppealStep.Appealed(penalty, ground, until);
    }

    private Optional<Penalty> penalty(String name, String number) {
        return reader.whole().find(name).stream()
                .flatMap(file -> file.penalties().stream())
                .filter(penalty -> penalty.number().equals(number))
                .findFirst();
    }

    /// Whether somebody may rule on appeals of a case: nobody who had a part in what was decided.
    public boolean mayRule(CaseFile file, Caller caller) {
        return !file.isJudgedBy(caller.name())
                && proposals.penalties(file.name()).stream()
                        .noneMatch(proposal -> proposal.person().equals(caller.name()));
    }

    /// Rules on an appeal.
    ///
    /// @param sent the request, by which one that is sent again is known
    public ResponseEntity<Receipted> rule(
            Caller caller, String key, String name, Object sent, AppealStep.Ruled ruled) {
        CaseFile file = steps.seen(caller, name);
        if (!mayRule(file, caller) && !file.isJudgedBy(caller.name())) {
            throw Submitter.unprocessable(
                    "person: who proposed a penalty in this case cannot rule on its appeals / 本案处罚的提出人不得对其复议申请作出决定: "
                            + caller.name());
        }
        if (ruled.outcome() == AppealStep.Outcome.REDUCED) {
            penalty(name, ruled.penalty())
                    .ifPresent(penalty ->
                            clauses.check(
                                    penalty.imposed().clause(),
                                    ruled.fineYuan(),
                                    penalty.atMicros()));
        }
        return submitter.answer(
                caller.sender(Role.SUPERVISOR),
                key,
                name + " " + sent,
                Submitter.wellFormed(() -> new Command.Act(name, ruled)));
    }
}
