package org.ytterby.server.supervision;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.ytterby.core.ledger.entry.Entry;
import org.ytterby.core.ledger.entry.Reward;
import org.ytterby.server.identity.Allowed;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.identity.ReadNote;
import org.ytterby.server.identity.Right;
import org.ytterby.server.ledger.Given;
import org.ytterby.server.ledger.GivenReward;
import org.ytterby.server.ledger.Submitter;
import org.ytterby.server.ledger.TellsVerdict;

/// Rewards of enterprises.
@RestController
@RequestMapping(path = "/api/v1/rewards", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "rewards", description = "Rewards of enterprises / 企业奖励")
class RewardController {
    private final Rewards rewards;

    RewardController(Rewards rewards) {
        this.rewards = rewards;
    }

    /// A reward that was given.
    ///
    /// @param reward its name; absent where it was given without a proposal, as nobody can who
    ///   reaches the service
    /// @param facility absent where it is for none in particular
    /// @param caseName the case that it follows on; absent where it follows on none
    /// @param kind `commendation`, `money` or `plan-preference`
    /// @param amountYuan CNY; 0 but for money
    /// @param revoked absent while it stands
    record RewardRow(
            @Nullable String reward,
            String party,
            @Nullable String facility,
            @Nullable String caseName,
            String kind,
            long amountYuan,
            String basis,
            String reason,
            long atMicros,
            @Nullable RevocationRow revoked) {
        static RewardRow of(GivenReward given) {
            Reward reward = given.reward();
            Entry.Revoked revoked = given.revoked();
            return new RewardRow(
                    given.name().isEmpty() ? null : given.name(),
                    reward.party(),
                    reward.facility().isEmpty() ? null : reward.facility(),
                    reward.caseName().isEmpty() ? null : reward.caseName(),
                    reward.kind().code(),
                    reward.amountYuan(),
                    reward.basis(),
                    reward.reason(),
                    given.awarded().atMicros(),
                    revoked == null ? null : RevocationRow.of(revoked));
        }
    }

    /// That a reward was taken back.
    record RevocationRow(String basis, String reason, long atMicros) {
        static RevocationRow of(Entry.Revoked revoked) {
            return new RevocationRow(
                    revoked.revocation().basis(),
                    revoked.revocation().reason(),
                    revoked.atMicros());
        }
    }

    @Allowed(Right.SEE_REWARDS)
    @GetMapping
    @Operation(summary = "Rewards that were given, in their order")
    List<RewardRow> rewards(Caller caller) {
        List<RewardRow> rows = rewards.seen(caller).stream().map(RewardRow::of).toList();
        ReadNote.rows(rows.size());
        return rows;
    }

    /// @param proposal its name, unique for ever
    /// @param facility absent where it is for none in particular
    /// @param caseName absent where it follows on no case
    /// @param kind `commendation`, `money` or `plan-preference`
    /// @param amountYuan CNY; above 0 for money, 0 for what is none
    /// @param basis the clause, notice or decision that it rests on
    /// @param untilMicros when it lapses; absent for 30 days from now
    record Rewarding(
            String proposal,
            String party,
            @Nullable String facility,
            @Nullable String caseName,
            String kind,
            long amountYuan,
            String basis,
            String reason,
            @Nullable Long untilMicros) {
        Rewarding {
            Given.all(proposal, party, kind, basis, reason);
        }

        Reward reward() {
            return new Reward(
                    party,
                    facility == null ? "" : facility,
                    caseName == null ? "" : caseName,
                    Reward.Kind.parse(kind),
                    amountYuan,
                    basis,
                    reason);
        }
    }

    @Allowed(Right.REWARD)
    @PostMapping(path = "/proposals", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Propose a reward; another person approves it")
    @TellsVerdict
    ResponseEntity<Submitter.Receipted> propose(
            Caller caller, @RequestHeader(Submitter.KEY) String key, @RequestBody Rewarding asked) {
        return rewards.propose(
                caller,
                key,
                asked.proposal(),
                Submitter.wellFormed(asked::reward),
                asked.untilMicros());
    }

    /// @param proposal its name, unique for ever
    /// @param reward name of the one that is taken back, as `GET /rewards` tells it
    /// @param basis the clause, notice or decision that the revocation rests on
    /// @param untilMicros when it lapses; absent for 30 days from now
    record Revoking(
            String proposal,
            String reward,
            String basis,
            String reason,
            @Nullable Long untilMicros) {
        Revoking {
            Given.all(proposal, reward, basis, reason);
        }
    }

    @Allowed(Right.REWARD)
    @PostMapping(path = "/revocations", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Propose to take a reward back; another person approves it")
    @TellsVerdict
    ResponseEntity<Submitter.Receipted> revoke(
            Caller caller, @RequestHeader(Submitter.KEY) String key, @RequestBody Revoking asked) {
        return rewards.revoke(
                caller,
                key,
                asked.proposal(),
                new Rewards.Asked(asked.reward(), asked.basis(), asked.reason()),
                asked.untilMicros());
    }
}
