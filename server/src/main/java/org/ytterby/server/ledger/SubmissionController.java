package org.ytterby.server.ledger;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.ytterby.core.ledger.Problem;
import org.ytterby.core.ledger.entry.AccountId;
import org.ytterby.core.ledger.entry.Command;
import org.ytterby.core.ledger.entry.DeclaredRow;
import org.ytterby.core.ledger.entry.Sender;
import org.ytterby.formats.PackageSchema;
import org.ytterby.formats.intake.PackageRows;
import org.ytterby.server.identity.Allowed;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.identity.Right;
import org.ytterby.server.identity.Role;

/// Handing in: packages, single declarations, draws on what was granted.
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "ledger", description = "Declaring and drawing / 申报与核销")
class SubmissionController {
    private final PackageIntake packages;
    private final Submitter submitter;

    SubmissionController(PackageIntake packages, Submitter submitter) {
        this.packages = packages;
        this.submitter = submitter;
    }

    /// @param rows taken
    /// @param proposals plans and licences that another person has to approve, by name
    /// @param firstPosition of the verdict on the first of them; absent where nothing was handed in
    /// @param lastPosition of the last entry: an analysis beyond it knows all of them
    record Intaken(
            String outcome,
            long rows,
            List<String> proposals,
            List<Submitter.Reason> refusals,
            List<Problem> problems,
            @Nullable Long firstPosition,
            @Nullable Long lastPosition) {
        static Intaken refused(List<Problem> problems) {
            return new Intaken("refused", 0, List.of(), List.of(), problems, null, null);
        }
    }

    @Allowed(Right.DECLARE)
    @PostMapping(
            path = "/packages",
            consumes = {
                "application/zip",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                MediaType.APPLICATION_OCTET_STREAM_VALUE
            })
    @Operation(summary = "Hand in a ledger package: a .zip or .xlsx; problems come back by row")
    @ApiResponse(
            responseCode = "200",
            description = "taken, and on the disk / 已受理并落盘",
            content = @Content(schema = @Schema(implementation = Intaken.class)))
    @ApiResponse(
            responseCode = "422",
            description = "refused: problems by row and column / 已拒绝：问题逐行逐列列出",
            content = @Content(schema = @Schema(implementation = Intaken.class)))
    ResponseEntity<Intaken> take(
            Caller caller,
            @RequestHeader(name = Submitter.KEY, required = false) @Nullable String key,
            InputStream body)
            throws IOException {
        PackageIntake.Outcome taken = packages.take(caller.sender(Role.ADMINISTRATOR), key, body);
        return ResponseEntity.status(
                        taken.isAccepted() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                .body(
                        new Intaken(
                                taken.isAccepted() ? "accepted" : "refused",
                                taken.accepted(),
                                taken.proposals(),
                                taken.refusals().stream().map(Submitter.Reason::of).toList(),
                                taken.problems(),
                                taken.first(),
                                taken.last()));
    }

    /// @param table of the ledger package
    /// @param rows by column
    record Declaration(String table, List<SortedMap<String, String>> rows) {
        Declaration {
            Given.all(table, rows);
        }
    }

    @Allowed(Right.DECLARE)
    @PostMapping(path = "/declarations", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Declare up to 1,000 rows of one table, all of them or none")
    @TellsVerdict
    @TellsRows
    ResponseEntity<?> declare(
            Caller caller,
            @RequestHeader(Submitter.KEY) String key,
            @RequestBody Declaration asked) {
        if (PackageSchema.standard().find(asked.table()).isEmpty()) {
            throw Submitter.unprocessable("no such table / 没有这张表: " + asked.table());
        }
        if (asked.rows().isEmpty() || asked.rows().size() > Command.ROWS_MAX) {
            throw Submitter.unprocessable("1 to 1,000 rows / 每次 1 至 1,000 行");
        }
        List<Problem> problems = PackageRows.problems(asked.table(), asked.rows());
        if (problems.stream().anyMatch(p -> p.weight() == Problem.Weight.ERROR)) {
            return ResponseEntity.unprocessableContent().body(Intaken.refused(problems));
        }
        List<DeclaredRow> rows =
                asked.rows().stream().map(cells -> new DeclaredRow(asked.table(), cells)).toList();
        Sender sender = caller.sender(Role.ADMINISTRATOR);
        if (!SignedVerdicts.isOf(sender, rows)) {
            throw Submitter.unprocessable(
                    "sign a declaration in canonical JSON (RFC 8785), without members besides table"
                            + " and rows / 签名申报须为规范化 JSON（RFC 8785），仅含 table 与 rows");
        }
        return submitter.answer(sender, key, asked.toString(), new Command.Declare(rows));
    }

    /// @param amount in the account's unit: mg for a licence, kg REO for a plan
    record Reservation(String account, String hold, long amount, long untilMicros) {
        Reservation {
            Given.all(account, hold);
        }
    }

    @Allowed(Right.RESERVE)
    @PostMapping(path = "/reservations", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Set an amount of a plan or licence aside")
    @TellsVerdict
    ResponseEntity<?> reserve(
            Caller caller,
            @RequestHeader(Submitter.KEY) String key,
            @RequestBody Reservation asked) {
        return submitter.answer(
                caller.sender(),
                key,
                asked.toString(),
                Submitter.wellFormed(() ->
                        new Command.Reserve(
                                AccountId.parse(asked.account()),
                                asked.hold(),
                                asked.amount(),
                                asked.untilMicros())));
    }

    record Amount(long amount) {}

    @Allowed(Right.DRAW)
    @PostMapping(
            path = "/reservations/{hold}/confirmation",
            consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Draw what was set aside, or less; the rest returns")
    @TellsVerdict
    ResponseEntity<?> confirm(
            Caller caller,
            @RequestHeader(Submitter.KEY) String key,
            @PathVariable String hold,
            @RequestBody Amount asked) {
        return submitter.answer(
                caller.sender(Role.CUSTOMS),
                key,
                hold + " " + asked,
                Submitter.wellFormed(() -> new Command.Confirm(hold, asked.amount())));
    }

    @Allowed(Right.DRAW)
    @PostMapping("/reservations/{hold}/release")
    @Operation(summary = "Return what was set aside")
    @TellsVerdict
    ResponseEntity<?> release(
            Caller caller, @RequestHeader(Submitter.KEY) String key, @PathVariable String hold) {
        return submitter.answer(
                caller.sender(Role.CUSTOMS), key, "release " + hold, new Command.Release(hold));
    }
}
