package org.ytterby.server.planning;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.ytterby.core.ledger.Ledger;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.ledger.Registry;
import org.ytterby.core.ledger.entry.DeclaredRow;
import org.ytterby.core.ledger.entry.Proposal;
import org.ytterby.core.supervision.Text;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.ledger.PlanGrants;
import org.ytterby.server.ledger.Proposals;
import org.ytterby.server.ledger.Submitter;
import org.ytterby.server.ledger.Submitter.Receipted;
import org.ytterby.server.planning.Workbench.Worked;

/// Publishes drafts: each enterprise's amount is proposed as a plan, and all of them are approved
/// as one by another person. Safe for use by several threads.
@Component
public class Publications {
    /// Most plans of one publication.
    public static final int PLANS_MAX = 1_000;

    private static final long KG_PER_T = 1_000;

    private final PublicationStore store;
    private final PlanGrants grants;
    private final Proposals proposals;
    private final Clock clock;

    Publications(PublicationStore store, PlanGrants grants, Proposals proposals, Clock clock) {
        this.store = store;
        this.grants = grants;
        this.proposals = proposals;
        this.clock = clock;
    }

    public Optional<Publication> find(long draft) {
        return store.find(draft);
    }

    /// The own plans of whoever asks.
    public List<OwnPlan> own(Caller caller) {
        return store.own(caller.organisation());
    }

    /// What would be published of a draft now.
    public Publication made(Caller caller, Draft draft, Worked worked) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, now);
        return Submitter.wellFormed(() ->
                PublicationMaker.of(
                        draft,
                        worked,
                        LedgerTime.dateOf(micros),
                        new Draft.Made(caller.name(), caller.organisation(), micros)));
    }

    /// Why a publication cannot be proposed; empty if it can.
    ///
    /// @param total whole tonnes that whoever publishes says are published; null for none said
    public List<Text> obstacles(Publication publication, @Nullable Long total, Ledger ledger) {
        List<Text> obstacles = new ArrayList<>();
        long sum = publication.granted().stream().mapToLong(Publication.Recipient::tonnes).sum();
        if (total == null || sum != total) {
            obstacles.add(
                    new Text(
                            "The amounts sum to %,d t, the total to be published is %s t."
                                    .formatted(sum, total == null ? "–" : "%,d".formatted(total)),
                            "各户合计 %,d 吨，拟公布总量为 %s 吨，二者不一致。"
                                    .formatted(sum, total == null ? "–" : "%,d".formatted(total))));
        }
        int count = publication.granted().size();
        if (count == 0 || count > PLANS_MAX) {
            obstacles.add(
                    new Text(
                            "%,d plans; 1 to %,d can be published at once."
                                    .formatted(count, PLANS_MAX),
                            "共 %,d 项计划，一次可公布 1 至 %,d 项。".formatted(count, PLANS_MAX)));
        }
        obstacles.addAll(unknown(publication, ledger.registry()));
        obstacles.addAll(there(publication, ledger.registry()));
        return obstacles;
    }

    private static List<Text> unknown(Publication publication, Registry registry) {
        List<Text> unknown = new ArrayList<>();
        for (Publication.Recipient recipient : publication.granted()) {
            if (registry.parties().stream().noneMatch(p -> p.id().equals(recipient.party()))) {
                unknown.add(
                        new Text(
                                recipient.party() + " is not registered in the ledger.",
                                recipient.party() + " 未在台账登记。"));
            }
        }
        return unknown;
    }

    /// Plans of the same kind, ore and year that the ledger has granted already, to the party or to
    /// the group that it belongs to on the day of issue.
    private List<Text> there(Publication publication, Registry registry) {
        List<DeclaredRow> granted = grants.of(publication.year());
        Map<String, String> groups = groups(publication, registry);
        List<Text> there = new ArrayList<>();
        for (Publication.Recipient recipient : publication.granted()) {
            DeclaredRow wanted = PublicationMaker.row(publication, recipient);
            for (DeclaredRow row : granted) {
                boolean isHolder =
                        row.cell("holder").equals(recipient.party())
                                || row.cell("holder").equals(groups.get(recipient.party()));
                if (isHolder
                        && row.cell("kind").equals(wanted.cell("kind"))
                        && (row.cell("ore_type").isEmpty()
                                || row.cell("ore_type").equals(wanted.cell("ore_type")))) {
                    there.add(
                            new Text(
                                    "%s or its group holds plan %s of this kind and year already."
                                            .formatted(recipient.party(), row.cell("plan")),
                                    "%s 或其所属集团已持有同年同类计划 %s。"
                                            .formatted(recipient.party(), row.cell("plan"))));
                }
            }
        }
        return there;
    }

    private static Map<String, String> groups(Publication publication, Registry registry) {
        long day = LedgerTime.parseDate(publication.issuedOn().toString()).orElseThrow();
        Map<String, String> groups = new HashMap<>();
        for (int p = 0; p < registry.parties().size(); p++) {
            int group = registry.groupOf(p, day);
            if (group != Registry.NONE) {
                groups.put(registry.party(p).id(), registry.party(group).id());
            }
        }
        return groups;
    }

    /// Keeps the publication and proposes its plans; sent again it goes on where it stopped.
    ///
    /// @return refusals, empty if all were proposed
    public List<Receipted> propose(Caller caller, Publication publication) {
        store.add(publication);
        Publication kept = store.find(publication.draft()).orElseThrow();
        List<PlanGrants.Wanted> wanted =
                kept.granted().stream()
                        .map(r ->
                                new PlanGrants.Wanted(r.proposal(), PublicationMaker.row(kept, r)))
                        .toList();
        return grants.propose(caller, "publish-" + kept.draft(), wanted).stream()
                .filter(answer -> answer.reason() != null)
                .toList();
    }

    /// The proposals of a publication, by name.
    public Map<String, Proposal> proposals(Publication publication) {
        Map<String, Proposal> found = new HashMap<>();
        proposals
                .named(publication.granted().stream().map(Publication.Recipient::proposal).toList())
                .forEach(proposal -> found.put(proposal.name(), proposal));
        return found;
    }

    /// Why a publication cannot be approved; empty if it can.
    public List<Text> flaws(Publication publication, Ledger ledger) {
        List<Text> flaws = new ArrayList<>();
        Map<String, Proposal> found = proposals(publication);
        long kg = 0;
        for (Publication.Recipient recipient : publication.granted()) {
            Proposal proposal = found.get(recipient.proposal());
            kg += proposal == null ? 0 : standingKg(proposal);
        }
        if (kg != publication.totalT() * KG_PER_T) {
            flaws.add(
                    new Text(
                            "What is proposed sums to %,d kg, what was published to %,d t: something was withdrawn or rejected."
                                    .formatted(kg, publication.totalT()),
                            "现有提案合计 %,d 千克，公布总量 %,d 吨：有提案已撤回或驳回。"
                                    .formatted(kg, publication.totalT())));
        }
        boolean isBegun =
                found.values().stream().anyMatch(p -> p.state() == Proposal.State.APPROVED);
        if (!isBegun) {
            flaws.addAll(there(publication, ledger.registry()));
        }
        return flaws;
    }

    private static long standingKg(Proposal proposal) {
        return switch (proposal.state()) {
            case PROPOSED, APPROVED -> PlanGrants.amountKg(proposal);
            case REJECTED, WITHDRAWN, LAPSED -> 0;
        };
    }

    /// Approves what waits of a publication, as the second person.
    ///
    /// @return refusals, empty if all were approved
    public List<Receipted> approve(Caller caller, String key, Publication publication) {
        List<String> waiting =
                proposals(publication).values().stream()
                        .filter(p -> p.state() == Proposal.State.PROPOSED)
                        .map(Proposal::name)
                        .sorted()
                        .toList();
        return waiting.isEmpty()
                ? List.of()
                : proposals.approve(caller, key, waiting).stream()
                        .filter(answer -> answer.reason() != null)
                        .toList();
    }
}
