package org.ytterby.server.supervision;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.ytterby.core.ledger.entry.AppealStep;
import org.ytterby.core.ledger.entry.CaseFile;
import org.ytterby.core.ledger.entry.Penalty;
import org.ytterby.formats.intake.Law;
import org.ytterby.server.identity.Allowed;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.identity.Right;
import org.ytterby.server.ledger.Given;
import org.ytterby.server.ledger.LedgerReader;
import org.ytterby.server.ledger.Submitter;
import org.ytterby.server.ledger.TellsVerdict;

/// Appeals against penalties.
@RestController
@RequestMapping(path = "/api/v1/cases", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "cases", description = "Looking into findings / 线索核查")
class AppealController {
    private final CaseSteps steps;
    private final Appeals appeals;
    private final LedgerReader ledger;

    AppealController(CaseSteps steps, Appeals appeals, LedgerReader ledger) {
        this.steps = steps;
        this.appeals = appeals;
        this.ledger = ledger;
    }

    /// A penalty as it stands.
    ///
    /// @param penalty its number in the case, by which an appeal names it
    /// @param imposedYuan CNY as it was imposed
    /// @param fineYuan CNY that it comes to now
    /// @param state `imposed`, `appealed`, `upheld`, `reduced` or `withdrawn`
    /// @param appealUntilMicros when the time to appeal ends, microseconds since 1970
    /// @param rulingDueMicros when the appeal is to be ruled on; absent unless one waits
    record PenaltyRow(
            String penalty,
            String clause,
            long imposedYuan,
            long fineYuan,
            String state,
            long atMicros,
            long appealUntilMicros,
            @Nullable Long rulingDueMicros) {
        static PenaltyRow of(Penalty penalty, Law law) {
            OptionalLong due = Appeals.rulingDueMicros(law, penalty);
            return new PenaltyRow(
                    penalty.number(),
                    penalty.imposed().clause(),
                    penalty.imposed().fineYuan(),
                    penalty.fineYuan(),
                    penalty.state().code(),
                    penalty.atMicros(),
                    Appeals.untilMicros(law, penalty),
                    due.isPresent() ? due.getAsLong() : null);
        }
    }

    @Allowed(Right.SEE_CASES)
    @GetMapping("/{name}/penalties")
    @Operation(summary = "Penalties of a case as they stand, and until when one may appeal")
    List<PenaltyRow> penalties(Caller caller, @PathVariable String name) {
        CaseFile file = steps.seen(caller, name);
        Law law = ledger.law();
        return file.penalties().stream().map(p -> PenaltyRow.of(p, law)).toList();
    }

    /// @param penalty its number in the case, `1` for the first
    /// @param ground why it is wrong
    record Appeal(String penalty, String ground) {
        Appeal {
            Given.all(penalty, ground);
        }
    }

    @Allowed(Right.REPLY_TO_CASES)
    @PostMapping(path = "/{name}/appeals", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Appeal against a penalty, for the enterprise that the case concerns")
    @TellsVerdict
    ResponseEntity<Submitter.Receipted> appeal(
            Caller caller,
            @RequestHeader(Submitter.KEY) String key,
            @PathVariable String name,
            @RequestBody Appeal asked) {
        steps.seen(caller, name);
        return steps.take(
                caller,
                key,
                name,
                asked,
                () -> appeals.appealed(name, asked.penalty(), asked.ground()));
    }

    /// @param penalty its number in the case
    /// @param outcome `upheld`, `reduced` or `withdrawn`
    /// @param fineYuan CNY, of a penalty that is reduced: below the one imposed and within the
    ///   range of its clause, or 0 for an order to correct alone; else 0
    record AppealRuling(String penalty, String outcome, long fineYuan, String reason) {
        AppealRuling {
            Given.all(penalty, outcome, reason);
        }

        AppealStep.Ruled step() {
            return new AppealStep.Ruled(
                    penalty, AppealStep.Outcome.parse(outcome), fineYuan, reason);
        }
    }

    @Allowed(Right.RULE_ON_APPEALS)
    @PostMapping(path = "/{name}/rulings", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Rule on an appeal, as somebody who had no part in the penalty")
    @TellsVerdict
    ResponseEntity<Submitter.Receipted> rule(
            Caller caller,
            @RequestHeader(Submitter.KEY) String key,
            @PathVariable String name,
            @RequestBody AppealRuling asked) {
        return appeals.rule(caller, key, name, asked, Submitter.wellFormed(asked::step));
    }
}
