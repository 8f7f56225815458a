package org.ytterby.server.supervision;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.ytterby.core.ledger.LedgerTime;
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
        long days = Math.round(law.limits().at(Limit.APPEAL_DAYS, penalty.atMicros()));
        LocalDate last = LedgerTime.dateOf(penalty.atMicros()).plusDays(days);
        return LedgerTime.parseDate(last.toString()).orElseThrow() + LedgerTime.DAY;
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
