package org.ytterby.server.supervision;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.ytterby.core.ledger.entry.CaseStep;
import org.ytterby.core.ledger.entry.CorrectionStep;
import org.ytterby.server.identity.Allowed;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.identity.Right;
import org.ytterby.server.ledger.Given;
import org.ytterby.server.ledger.Submitter;
import org.ytterby.server.ledger.TellsVerdict;

/// What is corrected after a finding was confirmed.
@RestController
@RequestMapping(path = "/api/v1/cases", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "cases", description = "Looking into findings / 线索核查")
class CorrectionController {
    private final CaseSteps steps;

    CorrectionController(CaseSteps steps) {
        this.steps = steps;
    }

    /// @param dueMicros until when the enterprise has to report, microseconds since 1970
    record Order(String order, long dueMicros) implements CaseSteps.Asked {
        Order {
            Given.all(order);
        }

        @Override
        public CaseStep.Alone step() {
            return new CorrectionStep.Ordered(order, dueMicros);
        }
    }

    @Allowed(Right.WORK_ON_CASES)
    @PostMapping(path = "/{name}/order", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Order the enterprise to correct")
    @TellsVerdict
    ResponseEntity<Submitter.Receipted> order(
            Caller caller,
            @RequestHeader(Submitter.KEY) String key,
            @PathVariable String name,
            @RequestBody Order asked) {
        return steps.take(caller, key, name, asked);
    }

    record Report(String report) implements CaseSteps.Asked {
        Report {
            Given.all(report);
        }

        @Override
        public CaseStep.Alone step() {
            return new CorrectionStep.Reported(report);
        }
    }

    @Allowed(Right.REPLY_TO_CASES)
    @PostMapping(path = "/{name}/report", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Report what was corrected, for the enterprise that the case concerns")
    @TellsVerdict
    ResponseEntity<Submitter.Receipted> report(
            Caller caller,
            @RequestHeader(Submitter.KEY) String key,
            @PathVariable String name,
            @RequestBody Report asked) {
        steps.seen(caller, name);
        return steps.take(caller, key, name, asked);
    }

    record Check(boolean enough, String reason) implements CaseSteps.Asked {
        Check {
            Given.all(reason);
        }

        @Override
        public CaseStep.Alone step() {
            return new CorrectionStep.Checked(enough, reason);
        }
    }

    @Allowed(Right.WORK_ON_CASES)
    @PostMapping(path = "/{name}/check", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Say whether what was corrected is enough")
    @TellsVerdict
    ResponseEntity<Submitter.Receipted> check(
            Caller caller,
            @RequestHeader(Submitter.KEY) String key,
            @PathVariable String name,
            @RequestBody Check asked) {
        return steps.take(caller, key, name, asked);
    }
}
