package org.ytterby.server.supervision;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.ytterby.server.identity.Allowed;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.identity.Right;

/// What the caller's organisation was asked for in the cases of others.
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "cases", description = "Looking into findings / 线索核查")
class DutyController {
    private final Duties duties;

    DutyController(Duties duties) {
        this.duties = duties;
    }

    @Allowed(Right.HELP_IN_CASES)
    @GetMapping("/tasks")
    @Operation(summary = "What the own organisation is asked for, by case and task")
    Duties.Tasks tasks(Caller caller, @RequestParam(defaultValue = "") String after) {
        return duties.tasks(caller, after);
    }

    @Allowed(Right.HOLD_SAMPLES)
    @GetMapping("/samples")
    @Operation(summary = "Samples that were sent to the own organisation and did not leave it")
    Duties.Samples samples(Caller caller, @RequestParam(defaultValue = "") String after) {
        return duties.samples(caller, after);
    }
}
