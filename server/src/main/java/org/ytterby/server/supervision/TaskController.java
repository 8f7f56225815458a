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
import org.ytterby.core.ledger.entry.TaskStep;
import org.ytterby.server.identity.Allowed;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.identity.Right;
import org.ytterby.server.ledger.Given;
import org.ytterby.server.ledger.Submitter;
import org.ytterby.server.ledger.TellsVerdict;

/// What other departments do in a case.
@RestController
@RequestMapping(path = "/api/v1/cases", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "cases", description = "Looking into findings / 线索核查")
class TaskController {
    private final CaseSteps steps;

    TaskController(CaseSteps steps) {
        this.steps = steps;
    }

    /// @param task its name, unique in the case
    /// @param organisation party code of the department
    /// @param dueMicros until when it is awaited, microseconds since 1970
    record Task(String task, String organisation, String request, long dueMicros)
            implements CaseSteps.Asked {
        Task {
            Given.all(task, organisation, request);
        }

        @Override
        public CaseStep.Alone step() {
            return new TaskStep.Tasked(task, organisation, request, dueMicros);
        }
    }

    @Allowed(Right.WORK_ON_CASES)
    @PostMapping(path = "/{name}/tasks", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Ask another department for something")
    @TellsVerdict
    ResponseEntity<Submitter.Receipted> task(
            Caller caller,
            @RequestHeader(Submitter.KEY) String key,
            @PathVariable String name,
            @RequestBody Task asked) {
        return steps.take(caller, key, name, asked);
    }

    record Done(String task, String answer) implements CaseSteps.Asked {
        Done {
            Given.all(task, answer);
        }

        @Override
        public CaseStep.Alone step() {
            return new TaskStep.Answered(task, answer);
        }
    }

    @Allowed(Right.HELP_IN_CASES)
    @PostMapping(path = "/{name}/answers", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Answer a task of the own organisation")
    @TellsVerdict
    ResponseEntity<Submitter.Receipted> answer(
            Caller caller,
            @RequestHeader(Submitter.KEY) String key,
            @PathVariable String name,
            @RequestBody Done asked) {
        steps.seen(caller, name);
        return steps.take(caller, key, name, asked);
    }
}
