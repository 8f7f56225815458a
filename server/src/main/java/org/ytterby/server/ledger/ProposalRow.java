package org.ytterby.server.ledger;

import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.ytterby.core.ledger.entry.AccountId;
import org.ytterby.core.ledger.entry.CaseStep;
import org.ytterby.core.ledger.entry.Change;
import org.ytterby.core.ledger.entry.Command;
import org.ytterby.core.ledger.entry.DeclaredRow;
import org.ytterby.core.ledger.entry.Proposal;
import org.ytterby.core.ledger.entry.Revocation;
import org.ytterby.core.ledger.entry.Reward;

/// What was proposed, as the API shows it.
///
/// @param command `grant`, `split`, `penalise`, `enact`, `award`, `revoke`, `amend`, `recall` or
///   `transfer`
/// @param about what would be done
/// @param endedBy the person who approved, rejected or withdrew it; absent unless one did
/// @param reason why it was rejected; absent unless it was
record ProposalRow(
        String proposal,
        String command,
        About about,
        String organisation,
        String person,
        long untilMicros,
        String state,
        @Nullable String endedBy,
        @Nullable String reason) {
    /// What would be done; what does not apply is absent.
    ///
    /// @param subject the account that would be opened, altered or added to, the case, the table of
    ///   law, or the party that is rewarded or whose reward is taken back
    /// @param from account of the plan that would be split or given from, or the reward that would
    ///   be taken back
    /// @param amount in the unit; below 0 for less, 0 for whatever is left
    /// @param row of plans, licences or a table of law
    /// @param clause that a penalty, a reward, its revocation or a change rests on
    /// @param why a penalty is imposed, a reward given or taken back, or a plan altered
    record About(
            String subject,
            @Nullable String from,
            long amount,
            String unit,
            @Nullable SortedMap<String, String> row,
            @Nullable String clause,
            @Nullable String why) {
        static About of(Command.FourEyes command) {
            String subject = ProposalJson.subject(command);
            return switch (command) {
                case Command.Grant(AccountId account, long amount, DeclaredRow document) ->
                        granting(subject, null, amount, account, document);
                case Command.Split(
                                AccountId from,
                                AccountId to,
                                long amount,
                                DeclaredRow document) ->
                        granting(subject, from.toString(), amount, to, document);
                case Command.Penalise(String _, CaseStep.Penalised step) ->
                        new About(
                                subject,
                                null,
                                step.fineYuan(),
                                "CNY",
                                null,
                                step.clause(),
                                step.reason());
                case Command.Enact(DeclaredRow row) ->
                        new About(subject, null, 0, "", row.cells(), null, null);
                case Command.Award(Reward reward) ->
                        new About(
                                subject,
                                null,
                                reward.amountYuan(),
                                "CNY",
                                null,
                                reward.basis(),
                                reward.reason());
                case Command.Revoke(Revocation revocation) ->
                        new About(
                                subject,
                                revocation.reward(),
                                0,
                                "",
                                null,
                                revocation.basis(),
                                revocation.reason());
                case Command.Alter(Change change) -> altering(subject, change);
            };
        }

        private static About altering(String subject, Change change) {
            String unit = change.account().kind().unit();
            return switch (change) {
                case Change.Amend amend ->
                        new About(
                                subject,
                                null,
                                amend.amount(),
                                unit,
                                null,
                                amend.clause(),
                                amend.reason());
                case Change.Recall recall ->
                        new About(subject, null, 0, unit, null, recall.clause(), recall.reason());
                case Change.Transfer transfer ->
                        new About(
                                transfer.to().toString(),
                                subject,
                                transfer.amount(),
                                unit,
                                null,
                                null,
                                transfer.reason());
            };
        }

        private static About granting(
                String subject,
                @Nullable String from,
                long amount,
                AccountId account,
                DeclaredRow document) {
            String unit = account.kind().unit();
            return new About(subject, from, amount, unit, document.cells(), null, null);
        }
    }

    static ProposalRow of(Proposal proposal) {
        return new ProposalRow(
                proposal.name(),
                ProposalJson.code(proposal.command()),
                About.of(proposal.command()),
                proposal.organisation(),
                proposal.person(),
                proposal.untilMicros(),
                proposal.state().code(),
                proposal.endedBy().isEmpty() ? null : proposal.endedBy(),
                proposal.reason().isEmpty() ? null : proposal.reason());
    }
}
