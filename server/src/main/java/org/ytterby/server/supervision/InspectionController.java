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
import org.ytterby.core.ledger.entry.InspectionStep;
import org.ytterby.server.identity.Allowed;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.identity.Right;
import org.ytterby.server.ledger.Given;
import org.ytterby.server.ledger.Submitter;
import org.ytterby.server.ledger.TellsVerdict;

/// Visits, seals and samples of a case.
@RestController
@RequestMapping(path = "/api/v1/cases", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "cases", description = "Looking into findings / 线索核查")
class InspectionController {
    private final CaseSteps steps;

    InspectionController(CaseSteps steps) {
        this.steps = steps;
    }

    /// @param found what was weighed, counted and seen
    record Visit(String found) implements CaseSteps.Asked {
        Visit {
            Given.all(found);
        }

        @Override
        public CaseStep.Alone step() {
            return new InspectionStep.Visited(found);
        }
    }

    @Allowed(Right.WORK_ON_CASES)
    @PostMapping(path = "/{name}/visits", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Record a visit")
    @TellsVerdict
    ResponseEntity<Submitter.Receipted> visit(
            Caller caller,
            @RequestHeader(Submitter.KEY) String key,
            @PathVariable String name,
            @RequestBody Visit asked) {
        return steps.take(caller, key, name, asked);
    }

    /// @param seal its number, unique in the case
    record Seal(String seal, String place) implements CaseSteps.Asked {
        Seal {
            Given.all(seal, place);
        }

        @Override
        public CaseStep.Alone step() {
            return new InspectionStep.Sealed(seal, place);
        }
    }

    @Allowed(Right.WORK_ON_CASES)
    @PostMapping(path = "/{name}/seals", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Seal something where it stands")
    @TellsVerdict
    ResponseEntity<Submitter.Receipted> seal(
            Caller caller,
            @RequestHeader(Submitter.KEY) String key,
            @PathVariable String name,
            @RequestBody Seal asked) {
        return steps.take(caller, key, name, asked);
    }

    /// @param intact whether nobody had opened it before
    record Opened(String seal, boolean intact, String remark) implements CaseSteps.Asked {
        Opened {
            Given.all(seal, remark);
        }

        @Override
        public CaseStep.Alone step() {
            return new InspectionStep.Unsealed(seal, intact, remark);
        }
    }

    @Allowed(Right.WORK_ON_CASES)
    @PostMapping(path = "/{name}/opened-seals", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Take a seal off")
    @TellsVerdict
    ResponseEntity<Submitter.Receipted> unseal(
            Caller caller,
            @RequestHeader(Submitter.KEY) String key,
            @PathVariable String name,
            @RequestBody Opened asked) {
        return steps.take(caller, key, name, asked);
    }

    /// @param sample its name, unique in the case
    /// @param lot from which it was taken; empty where it is of none
    /// @param seal number of the seal on it
    record Sample(String sample, String lot, String seal, String material)
            implements CaseSteps.Asked {
        Sample {
            Given.all(sample, lot, seal, material);
        }

        @Override
        public CaseStep.Alone step() {
            return new InspectionStep.Sampled(sample, lot, seal, material);
        }
    }

    @Allowed(Right.WORK_ON_CASES)
    @PostMapping(path = "/{name}/samples", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Take a sample")
    @TellsVerdict
    ResponseEntity<Submitter.Receipted> sample(
            Caller caller,
            @RequestHeader(Submitter.KEY) String key,
            @PathVariable String name,
            @RequestBody Sample asked) {
        return steps.take(caller, key, name, asked);
    }

    /// @param to party code of the organisation that gets it
    record Dispatch(String sample, String to) implements CaseSteps.Asked {
        Dispatch {
            Given.all(sample, to);
        }

        @Override
        public CaseStep.Alone step() {
            return new InspectionStep.Dispatched(sample, to);
        }
    }

    @Allowed(Right.HOLD_SAMPLES)
    @PostMapping(path = "/{name}/dispatches", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Send a sample that one holds to another organisation")
    @TellsVerdict
    ResponseEntity<Submitter.Receipted> dispatch(
            Caller caller,
            @RequestHeader(Submitter.KEY) String key,
            @PathVariable String name,
            @RequestBody Dispatch asked) {
        steps.seen(caller, name);
        return steps.take(caller, key, name, asked);
    }

    /// @param intact whether the seal on it was whole
    record Receipt(String sample, boolean intact, String remark) implements CaseSteps.Asked {
        Receipt {
            Given.all(sample, remark);
        }

        @Override
        public CaseStep.Alone step() {
            return new InspectionStep.Received(sample, intact, remark);
        }
    }

    @Allowed(Right.HOLD_SAMPLES)
    @PostMapping(path = "/{name}/receipts", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Receive a sample that was sent")
    @TellsVerdict
    ResponseEntity<Submitter.Receipted> receive(
            Caller caller,
            @RequestHeader(Submitter.KEY) String key,
            @PathVariable String name,
            @RequestBody Receipt asked) {
        steps.seen(caller, name);
        return steps.take(caller, key, name, asked);
    }

    /// @param assay id of the declared assay with the figures; empty where there is none
    record Result(String sample, String assay, String result) implements CaseSteps.Asked {
        Result {
            Given.all(sample, assay, result);
        }

        @Override
        public CaseStep.Alone step() {
            return new InspectionStep.Resulted(sample, assay, result);
        }
    }

    @Allowed(Right.HOLD_SAMPLES)
    @PostMapping(path = "/{name}/results", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Tell what a sample that one holds is")
    @TellsVerdict
    ResponseEntity<Submitter.Receipted> result(
            Caller caller,
            @RequestHeader(Submitter.KEY) String key,
            @PathVariable String name,
            @RequestBody Result asked) {
        steps.seen(caller, name);
        return steps.take(caller, key, name, asked);
    }
}
