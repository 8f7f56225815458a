package org.ytterby.server.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;
import org.ytterby.core.ledger.entry.Change;
import org.ytterby.core.ledger.entry.Command;
import org.ytterby.core.ledger.entry.Proposal;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.identity.Right;

/// What was proposed, for what the service watches itself, and who may decide it.
@Component
public class ProposalReader {
    private final Snapshots snapshots;

    ProposalReader(DataSource source) {
        snapshots = new Snapshots(source, null);
    }

    /// What was proposed under a name.
    public Optional<Proposal> find(String name) {
        return snapshots.read(sql -> new ProposalTable(sql).of(List.of(name)).stream().findFirst());
    }

    /// The penalties of a case that were proposed and approved.
    public List<Proposal> penalties(String caseName) {
        return snapshots.read(sql -> {
            List<Proposal> found = new ArrayList<>();
            sql.each(
                    "SELECT "
                            + ProposalTable.COLUMNS
                            + " FROM ledger.proposal WHERE subject = ? AND state = 'approved'"
                            + " ORDER BY proposal",
                    row -> found.add(ProposalTable.read(row)),
                    ProposalJson.OF_CASES + ":" + caseName);
            return List.copyOf(found);
        });
    }

    /// Who may approve or reject a proposal while it waits, as the ledger would decide if they did:
    /// all with the right and the standing, but for who proposed it.
    public static Predicate<Caller> deciders(Proposal proposal) {
        Predicate<Caller> second =
                caller -> !caller.name().equals(proposal.person()) && Right.APPROVE.isOf(caller);
        return switch (proposal.command()) {
            case Command.Split _ -> // proposed by people of the holder alone
                    second.and(caller -> caller.organisation().equals(proposal.organisation()));
            case Command.Alter(Change.Transfer transfer) ->
                    second.and(caller -> caller.organisation().equals(transfer.group()));
            case Command.Grant _,
                    Command.Penalise _,
                    Command.Enact _,
                    Command.Award _,
                    Command.Revoke _,
                    Command.Alter _ ->
                    second.and(caller -> Grants.sender(caller, proposal.command()).isForAll());
        };
    }
}
