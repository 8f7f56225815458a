package org.ytterby.server.desk.cases;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ytterby.core.ledger.LawTable;
import org.ytterby.core.ledger.entry.AccountId;
import org.ytterby.core.ledger.entry.CaseStep;
import org.ytterby.core.ledger.entry.Change;
import org.ytterby.core.ledger.entry.Command;
import org.ytterby.core.ledger.entry.DeclaredRow;
import org.ytterby.core.ledger.entry.Proposal;
import org.ytterby.core.ledger.entry.Revocation;
import org.ytterby.core.ledger.entry.Reward;
import org.ytterby.core.material.Mass;
import org.ytterby.formats.FieldSchema;
import org.ytterby.formats.PackageSchema;
import org.ytterby.formats.TableSchema;
import org.ytterby.formats.intake.LawCheck;
import org.ytterby.server.desk.RewardView;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.ledger.PlanChanges;
import org.ytterby.server.ledger.Proposals;
import org.ytterby.server.web.Language;

/// What was proposed, as a row and as a page.
///
/// @param kind `grant`, `split`, `penalise`, `enact`, `award`, `revoke`, `amend`, `recall` or
///   `transfer`
/// @param subject what it is about: an account, a case, a table of law or an organisation
/// @param amount what it is worth, with its unit; empty where it is worth none
/// @param who proposed it
/// @param until last day to approve it
/// @param maySecond whether the reader may approve or reject it
/// @param mayWithdraw whether the reader proposed it and it still waits
/// @param rows of the document or what else it says, by its name in words
public record ProposalView(
        String name,
        String kind,
        String subject,
        String amount,
        String who,
        String until,
        String state,
        String endedBy,
        String reason,
        boolean maySecond,
        boolean mayWithdraw,
        List<CaseView.Part> parts,
        Map<String, String> rows) {

    static ProposalView of(
            Proposal proposal, Caller caller, Proposals proposals, Language language) {
        About about = about(proposal.command(), language);
        boolean waits = proposal.state() == Proposal.State.PROPOSED;
        return new ProposalView(
                proposal.name(),
                about.kind,
                about.subject,
                about.amount,
                proposal.person() + " · " + proposal.organisation(),
                language.date(proposal.untilMicros()),
                proposal.state().code(),
                proposal.endedBy(),
                proposal.reason(),
                proposals.maySecond(caller, proposal),
                waits && proposal.person().equals(caller.name()),
                about.parts,
                about.rows);
    }

    private record About(
            String kind,
            String subject,
            String amount,
            List<CaseView.Part> parts,
            Map<String, String> rows) {}

    private static About about(Command.FourEyes command, Language language) {
        return switch (command) {
            case Command.Grant(AccountId account, long amount, DeclaredRow document) ->
                    new About(
                            "grant",
                            account.name(),
                            amount(account, amount, language),
                            List.of(),
                            titled(
                                    PackageSchema.standard().table(document.table()),
                                    document,
                                    language));
            case Command.Split(AccountId from, AccountId to, long amount, DeclaredRow document) ->
                    new About(
                            "split",
                            from.name() + " → " + to.name(),
                            amount(to, amount, language),
                            List.of(),
                            titled(
                                    PackageSchema.standard().table(document.table()),
                                    document,
                                    language));
            case Command.Penalise(String name, CaseStep.Penalised step) ->
                    new About(
                            "penalise",
                            name,
                            language.yuan(step.fineYuan()),
                            CaseView.parts(step, true, language),
                            Map.of());
            case Command.Enact(DeclaredRow row) -> enacting(row, language);
            case Command.Award(Reward reward) -> awarding(reward, language);
            case Command.Revoke(Revocation revocation) -> revoking(revocation, language);
            case Command.Alter(Change change) -> altering(change, language);
        };
    }

    private static About enacting(DeclaredRow row, Language language) {
        TableSchema schema = LawTable.find(row.table()).map(LawCheck::schema).orElseThrow();
        String title = language.pick(schema.title().en(), schema.title().zh());
        return new About("enact", title, "", List.of(), titled(schema, row, language));
    }

    /// Cells by the titles of their columns, in the order of the table's contract.
    private static Map<String, String> titled(
            TableSchema schema, DeclaredRow row, Language language) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (FieldSchema field : schema.fields()) {
            if (!row.cell(field.name()).isEmpty()) {
                cells.put(
                        language.pick(field.title().en(), field.title().zh()),
                        row.cell(field.name()));
            }
        }
        return cells;
    }

    private static About altering(Change change, Language language) {
        Map<String, String> says = new LinkedHashMap<>();
        if (!PlanChanges.clause(change).isEmpty()) {
            says.put(language.pick("Basis", "依据"), PlanChanges.clause(change));
        }
        says.put(language.pick("Reason", "事由"), PlanChanges.reason(change));
        String plan = change.account().name();
        return switch (change) {
            case Change.Amend amend ->
                    new About(
                            "amend",
                            plan,
                            (amend.amount() > 0 ? "+" : "")
                                    + amount(amend.account(), amend.amount(), language),
                            List.of(),
                            says);
            case Change.Recall _ ->
                    new About(
                            "recall",
                            plan,
                            language.pick("what is left then", "批准时的余额"),
                            List.of(),
                            says);
            case Change.Transfer transfer ->
                    new About(
                            "transfer",
                            plan + " → " + transfer.to().name(),
                            amount(transfer.to(), transfer.amount(), language),
                            List.of(),
                            says);
        };
    }

    private static About awarding(Reward reward, Language language) {
        Map<String, String> says = new LinkedHashMap<>();
        says.put(language.pick("Reward", "奖励"), RewardView.kind(reward.kind(), language));
        if (!reward.facility().isEmpty()) {
            says.put(language.pick("Facility", "生产场所"), reward.facility());
        }
        if (!reward.caseName().isEmpty()) {
            says.put(language.pick("Case", "案件"), reward.caseName());
        }
        says.put(language.pick("Basis", "依据"), reward.basis());
        says.put(language.pick("Reason", "事由"), reward.reason());
        return new About(
                "award",
                reward.party(),
                reward.amountYuan() == 0 ? "" : language.yuan(reward.amountYuan()),
                List.of(),
                says);
    }

    private static About revoking(Revocation revocation, Language language) {
        Map<String, String> says = new LinkedHashMap<>();
        says.put(language.pick("Reward", "奖励"), revocation.reward());
        says.put(language.pick("Basis", "依据"), revocation.basis());
        says.put(language.pick("Reason", "事由"), revocation.reason());
        return new About("revoke", revocation.party(), "", List.of(), says);
    }

    private static String amount(AccountId account, long amount, Language language) {
        return switch (account.kind()) {
            case PLAN -> language.mass(amount) + " REO";
            case LICENCE -> language.mass(amount / Mass.MG_PER_KG);
        };
    }
}
