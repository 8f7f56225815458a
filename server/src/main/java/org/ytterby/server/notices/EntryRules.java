package org.ytterby.server.notices;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ytterby.core.ledger.entry.AccountId;
import org.ytterby.core.ledger.entry.AppealStep;
import org.ytterby.core.ledger.entry.CaseStep;
import org.ytterby.core.ledger.entry.Change;
import org.ytterby.core.ledger.entry.CorrectionStep;
import org.ytterby.core.ledger.entry.Entry;
import org.ytterby.core.ledger.entry.InspectionStep;
import org.ytterby.core.ledger.entry.Proposal;
import org.ytterby.core.ledger.entry.TaskStep;
import org.ytterby.server.identity.Right;

/// Which entries of the ledger are told to whom: the whole table.
///
/// @param known what the entries refer to
record EntryRules(Known known) {
    /// Topics of the entries that are told.
    static final Set<String> TOPICS =
            Set.of(
                    "case",
                    "proposed",
                    "approved",
                    "rejected",
                    "lapsed",
                    "awarded",
                    "revoked",
                    "changed");

    /// What was recorded before.
    interface Known {
        /// How a case began.
        CaseStep.Opened opened(String caseName);

        Proposal proposal(String name);

        /// Whose plan it is.
        String holder(AccountId account);

        /// The group of an organisation at an instant; empty for none.
        String group(String organisation, long micros);

        /// Who may decide a proposal.
        Audience deciders(Proposal proposal);
    }

    /// What an entry is told as.
    ///
    /// @param kind of notice
    /// @param dueMicros until when something is awaited; null where nothing is
    private record Told(Kind kind, String link, @Nullable Long dueMicros, Audience to) {
        Told(Kind kind, String link, Audience to) {
            this(kind, link, null, to);
        }
    }

    /// What is told of an entry; empty for one that nobody is told of.
    Optional<Draft> of(long position, Entry entry) {
        String cause = "entry:" + position;
        return switch (entry) {
            case Entry.Stepped stepped ->
                    Optional.ofNullable(step(stepped))
                            .map(told -> draft(told, cause, stepped.name(), stepped.person()));
            case Entry.Proposed(String name, _, _, _, long until) -> {
                Proposal proposal = known.proposal(name);
                Told told =
                        new Told(
                                Kind.PROPOSAL_WAITING,
                                PageLink.ofProposal(name),
                                until,
                                known.deciders(proposal));
                yield Optional.of(draft(told, cause, name, proposal.person()));
            }
            case Entry.Approved(String name, _, String by) ->
                    Optional.of(ended(Kind.PROPOSAL_APPROVED, cause, name, by));
            case Entry.Rejected(String name, _, String by, _) ->
                    Optional.of(ended(Kind.PROPOSAL_REJECTED, cause, name, by));
            case Entry.Lapsed(String name) ->
                    Optional.of(ended(Kind.PROPOSAL_LAPSED, cause, name, ""));
            case Entry.Changed changed -> Optional.of(changed(cause, changed));
            case Entry.Awarded awarded ->
                    Optional.of(
                            reward(
                                    Kind.REWARD_GIVEN,
                                    cause,
                                    awarded.reward().party(),
                                    awarded.person()));
            case Entry.Revoked revoked ->
                    Optional.of(
                            reward(
                                    Kind.REWARD_REVOKED,
                                    cause,
                                    revoked.revocation().party(),
                                    revoked.person()));
            case Entry.Verdict _,
                    Entry.Declared _,
                    Entry.Granted _,
                    Entry.Passed _,
                    Entry.Withdrawn _,
                    Entry.Enacted _,
                    Entry.Reserved _,
                    Entry.Confirmed _,
                    Entry.Released _,
                    Entry.Expired _ ->
                    Optional.empty();
        };
    }

    private static Draft draft(Told told, String cause, String subject, String by) {
        return new Draft(
                told.kind(), cause, subject, told.link(), told.dueMicros(), told.to().without(by));
    }

    /// A plan that was altered is told to its holder and to the officers of its group; a transfer
    /// also to the other holder, to all of the group, and to plan officers, who had no part in it.
    private Draft changed(String cause, Entry.Changed entry) {
        Change change = entry.change();
        String whose = known.holder(change.account());
        Audience holder =
                Audience.of(whose, Right.SEE_OWN_PLAN)
                        .and(Audience.officersOf(known.group(whose, entry.atMicros())));
        Told told =
                switch (change) {
                    case Change.Amend _ -> new Told(Kind.PLAN_AMENDED, PageLink.CHANGES, holder);
                    case Change.Recall _ -> new Told(Kind.PLAN_RECALLED, PageLink.CHANGES, holder);
                    case Change.Transfer transfer ->
                            new Told(
                                    Kind.PLAN_TRANSFERRED,
                                    PageLink.CHANGES,
                                    holder.and(
                                                    Audience.of(
                                                            known.holder(transfer.to()),
                                                            Right.SEE_OWN_PLAN))
                                            .and(Audience.of(transfer.group(), Right.SEE_OWN_PLAN))
                                            .and(Audience.all(Right.PLAN)));
                };
        return draft(told, cause, change.account().name(), entry.person());
    }

    private static Draft reward(Kind kind, String cause, String party, String by) {
        Audience theirs = Audience.of(party, Right.SEE_REWARDS);
        return draft(new Told(kind, PageLink.REWARDS, theirs), cause, party, by);
    }

    private Draft ended(Kind kind, String cause, String name, String by) {
        Audience proposer = Audience.person(known.proposal(name).person(), Right.SEE_PROPOSALS);
        return draft(new Told(kind, PageLink.ofProposal(name), proposer), cause, name, by);
    }

    private @Nullable Told step(Entry.Stepped stepped) {
        String name = stepped.name();
        CaseStep.Opened opened = known.opened(name);
        String link = PageLink.ofCase(name);
        Audience enterprise = Audience.reporters(opened.party());
        Audience assigned = Audience.person(opened.assigned(), Right.WORK_ON_CASES);
        return switch (stepped.step()) {
            case CaseStep.Asked(_, long due) -> new Told(Kind.CASE_ASKED, link, due, enterprise);
            case CaseStep.Decided _ -> new Told(Kind.CASE_DECIDED, link, enterprise);
            case CaseStep.Penalised _ -> new Told(Kind.CASE_PENALISED, link, enterprise);
            case AppealStep.Appealed _ ->
                    new Told(
                            Kind.PENALTY_APPEALED,
                            link,
                            Audience.all(Right.RULE_ON_APPEALS).and(assigned));
            case AppealStep.Ruled _ -> new Told(Kind.APPEAL_RULED, link, enterprise.and(assigned));
            case CaseStep.Closed _ -> new Told(Kind.CASE_CLOSED, link, enterprise);
            case CorrectionStep.Ordered(_, long due) ->
                    new Told(Kind.CASE_ORDERED, link, due, enterprise);
            case CorrectionStep.Checked _ -> new Told(Kind.CORRECTION_CHECKED, link, enterprise);
            case TaskStep.Tasked(_, String to, _, long due) ->
                    new Told(
                            Kind.TASK_GIVEN,
                            PageLink.TASKS,
                            due,
                            Audience.of(to, Right.HELP_IN_CASES));
            case InspectionStep.Dispatched(_, String to) ->
                    new Told(
                            Kind.SAMPLE_SENT,
                            PageLink.SAMPLES,
                            Audience.of(to, Right.HOLD_SAMPLES));
            case CaseStep.Replied _ -> new Told(Kind.CASE_REPLIED, link, assigned);
            case CorrectionStep.Reported _ -> new Told(Kind.CORRECTION_REPORTED, link, assigned);
            case TaskStep.Answered _ -> new Told(Kind.TASK_ANSWERED, link, assigned);
            case InspectionStep.Resulted _ -> new Told(Kind.SAMPLE_RESULTED, link, assigned);
            case CaseStep.Opened _,
                    CaseStep.Noted _,
                    InspectionStep.Visited _,
                    InspectionStep.Sealed _,
                    InspectionStep.Unsealed _,
                    InspectionStep.Sampled _,
                    InspectionStep.Received _ ->
                    null;
        };
    }
}
