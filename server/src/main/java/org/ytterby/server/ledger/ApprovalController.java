package org.ytterby.server.ledger;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.ytterby.core.ledger.entry.Command;
import org.ytterby.server.identity.Allowed;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.identity.Right;

/// What becomes of proposals: another person approves or rejects them, or their own withdraws them.
@RestController
@RequestMapping(path = "/api/v1/proposals", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "proposals", description = "What takes two persons / 须两人办理的事项")
class ApprovalController {
    private static final int APPROVALS_MAX = 1_000;

    private final Proposals proposals;
    private final Submitter submitter;

    ApprovalController(Proposals proposals, Submitter submitter) {
        this.proposals = proposals;
        this.submitter = submitter;
    }

    /// @param proposals names, 1 to 1,000
    record Approval(List<String> proposals) {
        Approval {
            Given.all(proposals);
        }
    }

    /// What became of one of them.
    record Approved(String proposal, Submitter.Receipted answer) {}

    /// @param outcome `accepted` if all were
    record Approvals(String outcome, List<Approved> answers) {}

    @Allowed(Right.APPROVE)
    @PostMapping(path = "/approvals", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Approve what another person proposed; each is decided by itself")
    @ApiResponse(
            responseCode = "200",
            description = "all were approved / 全部批准",
            content = @Content(schema = @Schema(implementation = Approvals.class)))
    @ApiResponse(
            responseCode = "409",
            description = "the key was used for another request / 该键已用于其他请求",
            content = @Content(schema = @Schema(implementation = Approvals.class)))
    @ApiResponse(
            responseCode = "422",
            description = "some were refused / 部分被拒绝",
            content = @Content(schema = @Schema(implementation = Approvals.class)))
    ResponseEntity<Approvals> approve(
            Caller caller, @RequestHeader(Submitter.KEY) String key, @RequestBody Approval asked) {
        List<String> names = asked.proposals();
        if (names.isEmpty() || names.size() > APPROVALS_MAX) {
            throw Submitter.unprocessable("1 to 1,000 proposals / 每次 1 至 1,000 项提案");
        }
        List<Submitter.Asked> commands =
                names.stream()
                        .map(name ->
                                new Submitter.Asked(
                                        proposals.second(caller, name), new Command.Approve(name)))
                        .toList();
        List<Answer> answers =
                submitter.answers(new Submitter.Sent(key, "approve " + asked), commands);
        List<Approved> told = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            told.add(new Approved(names.get(i), Submitter.Receipted.of(answers.get(i))));
        }
        HttpStatus status =
                answers.stream()
                        .map(Submitter::status)
                        .max((a, b) -> Integer.compare(rank(a), rank(b)))
                        .orElse(HttpStatus.OK);
        return ResponseEntity.status(status)
                .body(new Approvals(status == HttpStatus.OK ? "accepted" : "refused", told));
    }

    /// A key that was used otherwise is said before anything else.
    private static int rank(HttpStatus status) {
        return status == HttpStatus.OK ? 0 : status == HttpStatus.CONFLICT ? 2 : 1;
    }

    record Rejection(String proposal, String reason) {
        Rejection {
            Given.all(proposal, reason);
        }
    }

    @Allowed(Right.APPROVE)
    @PostMapping(path = "/rejections", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "End what another person proposed")
    @TellsVerdict
    ResponseEntity<?> reject(
            Caller caller, @RequestHeader(Submitter.KEY) String key, @RequestBody Rejection asked) {
        return submitter.answer(
                proposals.second(caller, asked.proposal()),
                key,
                asked.toString(),
                Submitter.wellFormed(() -> new Command.Reject(asked.proposal(), asked.reason())));
    }

    record Withdrawal(String proposal) {
        Withdrawal {
            Given.all(proposal);
        }
    }

    @Allowed(Right.APPROVE)
    @PostMapping(path = "/withdrawals", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "End what oneself proposed")
    @TellsVerdict
    ResponseEntity<?> withdraw(
            Caller caller,
            @RequestHeader(Submitter.KEY) String key,
            @RequestBody Withdrawal asked) {
        return submitter.answer(
                caller.sender(), key, asked.toString(), new Command.Withdraw(asked.proposal()));
    }
}
