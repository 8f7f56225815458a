package org.ytterby.server.supervision;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.ytterby.core.supervision.InspectionPlan;
import org.ytterby.server.analysis.View;
import org.ytterby.server.environment.Reviews;
import org.ytterby.server.identity.Allowed;
import org.ytterby.server.identity.Right;

/// Where inspectors should go first.
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "analysis", description = "What the ledger means / 台账分析")
class VisitController {
    private static final int LIMIT_MAX = 100;

    private final Reviews reviews;

    VisitController(Reviews reviews) {
        this.reviews = reviews;
    }

    /// @param position of the ledger that it was answered from
    record Visits(long position, List<VisitRow> items) {}

    @Allowed(Right.WORK_ON_CASES)
    @GetMapping("/inspection-plan")
    @Operation(summary = "Facilities to visit first, and what to weigh, sample and count there")
    Visits visits(View view, @RequestParam(defaultValue = "20") int limit) {
        if (limit < 1 || limit > LIMIT_MAX) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST, "limit: 1 to 100 / 每页 1 至 100 条");
        }
        return new Visits(
                view.position(),
                InspectionPlan.of(
                                view.now().reconciliation(),
                                facility -> view.scope().seesFacility(view.registry(), facility),
                                reviews.striking(view),
                                limit)
                        .stream()
                        .map(visit -> VisitRow.of(view.ledger(), visit))
                        .toList());
    }
}
