package org.ytterby.server.ledger;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
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
import org.springframework.web.server.ResponseStatusException;
import org.ytterby.core.ledger.Problem;
import org.ytterby.core.ledger.entry.AccountId;
import org.ytterby.core.ledger.entry.Command;
import org.ytterby.core.ledger.entry.DeclaredRow;
import org.ytterby.core.ledger.entry.Entry;
import org.ytterby.core.ledger.entry.Refusal;
import org.ytterby.core.ledger.entry.Sender;
import org.ytterby.core.ledger.entry.Submission;
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
    private static final String KEY = "Idempotency-Key";

    private final LedgerWriter writer;

    SubmissionController(LedgerWriter writer) {
        this.writer = writer;
    }

    /// @param position of the verdict in the ledger; the entries follow it
    record Receipted(String outcome, long position, int entries, @Nullable Reason reason) {
        static Receipted of(Answer answer) {
            return switch (answer.outcome()) {
                case Entry.Outcome.Accepted() ->
                        new Receipted("accepted", answer.position(), answer.entries(), null);
                case Entry.Outcome.Refused(Refusal refusal) ->
                        new Receipted("refused", answer.position(), 0, Reason.of(refusal));
            };
        }
    }

    record Reason(String code, String message, String messageZh, String subject, String value) {
        static Reason of(Refusal refusal) {
            return new Reason(
                    refusal.code().text(),
                    refusal.code().en(),
                    refusal.code().zh(),
                    refusal.subject(),
                    refusal.value());
        }
    }

    /// @param rows taken
    record Intaken(String outcome, long rows, List<Reason> refusals, List<Problem> problems) {}

    @Allowed(Right.DECLARE)
    @PostMapping(
            path = "/packages",
            consumes = {
                "application/zip",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                MediaType.APPLICATION_OCTET_STREAM_VALUE
            })
    @Operation(summary = "Hand in a ledger package: a .zip or .xlsx; problems come back by row")
    ResponseEntity<Intaken> take(
            Caller caller,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            InputStream body)
            throws IOException {
        Path file = Files.createTempFile("ytterby-package", "");
        try {
            String digest = spool(body, file);
            Intake.Outcome taken =
                    Intake.take(
                            writer,
                            caller.sender(Role.ADMINISTRATOR),
                            key == null ? "package-" + digest : required(key),
                            digest,
                            file);
            boolean wrong =
                    taken.problems().stream().anyMatch(p -> p.weight() == Problem.Weight.ERROR);
            boolean good = !wrong && taken.refusals().isEmpty();
            return ResponseEntity.status(good ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                    .body(
                            new Intaken(
                                    good ? "accepted" : "refused",
                                    taken.accepted(),
                                    taken.refusals().stream().map(Reason::of).toList(),
                                    taken.problems()));
        } finally {
            Files.delete(file);
        }
    }

    private static String spool(InputStream body, Path file) throws IOException {
        MessageDigest digest = sha256();
        try (OutputStream out = new DigestOutputStream(Files.newOutputStream(file), digest)) {
            body.transferTo(out);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /// @param table of the ledger package
    /// @param rows by column
    record Declaration(String table, List<SortedMap<String, String>> rows) {
        Declaration {
            mustBePresent("table", table);
            mustBePresent("rows", rows);
            for (SortedMap<String, String> row : rows) {
                mustBePresent("rows", row);
                row.forEach(SubmissionController::mustBePresent);
            }
        }
    }

    /// @throws IllegalArgumentException if a member of a request is missing or null
    private static void mustBePresent(String name, @Nullable Object member) {
        if (member == null) {
            throw new IllegalArgumentException(name + " is missing / 缺少 " + name);
        }
    }

    @Allowed(Right.DECLARE)
    @PostMapping(path = "/declarations", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Declare up to 1,000 rows of one table, all of them or none")
    ResponseEntity<?> declare(
            Caller caller, @RequestHeader(KEY) String key, @RequestBody Declaration asked) {
        if (PackageSchema.standard().find(asked.table()).isEmpty()) {
            throw unprocessable("no such table / 没有这张表: " + asked.table());
        }
        if (asked.rows().isEmpty() || asked.rows().size() > Command.ROWS_MAX) {
            throw unprocessable("1 to 1,000 rows / 每次 1 至 1,000 行");
        }
        List<Problem> problems = PackageRows.problems(asked.table(), asked.rows());
        if (problems.stream().anyMatch(p -> p.weight() == Problem.Weight.ERROR)) {
            return ResponseEntity.unprocessableContent()
                    .body(new Intaken("refused", 0, List.of(), problems));
        }
        List<DeclaredRow> rows =
                asked.rows().stream().map(cells -> new DeclaredRow(asked.table(), cells)).toList();
        return answer(
                caller.sender(Role.ADMINISTRATOR),
                key,
                asked.toString(),
                new Command.Declare(rows));
    }

    /// @param amount in the account's unit: mg for a licence, kg REO for a plan
    record Reservation(String account, String hold, long amount, long untilMicros) {
        Reservation {
            mustBePresent("account", account);
            mustBePresent("hold", hold);
        }
    }

    @Allowed(Right.RESERVE)
    @PostMapping(path = "/reservations", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Set an amount of a plan or licence aside")
    ResponseEntity<?> reserve(
            Caller caller, @RequestHeader(KEY) String key, @RequestBody Reservation asked) {
        return answer(
                caller.sender(),
                key,
                asked.toString(),
                wellFormed(() ->
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
    ResponseEntity<?> confirm(
            Caller caller,
            @RequestHeader(KEY) String key,
            @PathVariable String hold,
            @RequestBody Amount asked) {
        return answer(
                caller.sender(Role.CUSTOMS),
                key,
                hold + " " + asked,
                new Command.Confirm(hold, asked.amount()));
    }

    @Allowed(Right.DRAW)
    @PostMapping("/reservations/{hold}/release")
    @Operation(summary = "Return what was set aside")
    ResponseEntity<?> release(
            Caller caller, @RequestHeader(KEY) String key, @PathVariable String hold) {
        return answer(
                caller.sender(Role.CUSTOMS), key, "release " + hold, new Command.Release(hold));
    }

    private ResponseEntity<?> answer(Sender sender, String key, String content, Command command) {
        Answer answer;
        try {
            answer =
                    writer.submit(new Submission(sender, required(key), digest(content), command))
                            .join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof LedgerUnavailable unavailable ? unavailable : e;
        }
        HttpStatus status =
                switch (answer.outcome()) {
                    case Entry.Outcome.Accepted() -> HttpStatus.OK;
                    case Entry.Outcome.Refused(Refusal refusal) ->
                            refusal.code() == Refusal.Code.KEY_REUSED
                                    ? HttpStatus.CONFLICT
                                    : HttpStatus.UNPROCESSABLE_CONTENT;
                };
        return ResponseEntity.status(status).body(Receipted.of(answer));
    }

    private static String required(String key) {
        if (!Submission.isKey(key)) {
            throw unprocessable(
                    "Idempotency-Key: 1 to 200 visible ASCII characters / 1 至 200 个可见 ASCII 字符");
        }
        return key;
    }

    private static Command wellFormed(Supplier<Command> command) {
        try {
            return command.get();
        } catch (IllegalArgumentException e) {
            throw unprocessable(String.valueOf(e.getMessage()));
        }
    }

    private static ResponseStatusException unprocessable(String reason) {
        return new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT, reason);
    }

    private static String digest(String content) {
        return HexFormat.of().formatHex(sha256().digest(content.getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
