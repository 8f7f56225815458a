package org.ytterby.server.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.ytterby.core.ledger.entry.Command;
import org.ytterby.core.ledger.entry.Entry;
import org.ytterby.core.ledger.entry.Refusal;
import org.ytterby.core.ledger.entry.Sender;
import org.ytterby.core.ledger.entry.Submission;

/// Hands commands in for whoever asked over HTTP, and words what became of them.
@Component
public class Submitter {
    /// The header with the sender's own id of a request.
    public static final String KEY = "Idempotency-Key";

    /// Time for a second person, unless the first one says otherwise.
    private static final Duration APPROVAL = Duration.ofDays(30);

    private final LedgerWriter writer;
    private final Clock clock;

    Submitter(LedgerWriter writer, Clock clock) {
        this.writer = writer;
        this.clock = clock;
    }

    /// @param position of the verdict in the ledger; the entries follow it
    public record Receipted(String outcome, long position, int entries, @Nullable Reason reason) {
        static Receipted of(Answer answer) {
            return switch (answer.outcome()) {
                case Entry.Outcome.Accepted() ->
                        new Receipted("accepted", answer.position(), answer.entries(), null);
                case Entry.Outcome.Refused(Refusal refusal) ->
                        new Receipted("refused", answer.position(), 0, Reason.of(refusal));
            };
        }
    }

    /// Why something was refused, in both languages.
    public record Reason(
            String code, String message, String messageZh, String subject, String value) {
        static Reason of(Refusal refusal) {
            return new Reason(
                    refusal.code().text(),
                    refusal.code().en(),
                    refusal.code().zh(),
                    refusal.subject(),
                    refusal.value());
        }
    }

    /// Hands one command in and waits for its answer.
    ///
    /// @param content of the request: the same key with another content is refused
    /// @throws LedgerUnavailable if it was not acknowledged
    public ResponseEntity<Receipted> answer(
            Sender sender, String key, String content, Command command) {
        Answer answer =
                join(
                        writer.submit(
                                new Submission(sender, required(key), digest(content), command)));
        return ResponseEntity.status(status(answer)).body(Receipted.of(answer));
    }

    /// Hands several commands in at once, each of which is decided by itself.
    ///
    /// @return answers in the same order
    List<Answer> answers(Sent sent, List<Asked> commands) {
        String digest = digest(sent.content());
        List<CompletableFuture<Answer>> underway = new ArrayList<>(commands.size());
        for (int i = 0; i < commands.size(); i++) {
            String key = "%s/%06d".formatted(required(sent.key()), i + 1);
            Asked asked = commands.get(i);
            underway.add(
                    writer.submit(new Submission(asked.sender(), key, digest, asked.command())));
        }
        return underway.stream().map(Submitter::join).toList();
    }

    /// A request that asks for several things.
    record Sent(String key, String content) {}

    /// One of them.
    record Asked(Sender sender, Command command) {}

    private static Answer join(CompletableFuture<Answer> answer) {
        try {
            return answer.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof LedgerUnavailable unavailable ? unavailable : e;
        }
    }

    static HttpStatus status(Answer answer) {
        return switch (answer.outcome()) {
            case Entry.Outcome.Accepted() -> HttpStatus.OK;
            case Entry.Outcome.Refused(Refusal refusal) ->
                    refusal.code() == Refusal.Code.KEY_REUSED
                            ? HttpStatus.CONFLICT
                            : HttpStatus.UNPROCESSABLE_CONTENT;
        };
    }

    /// When a proposal lapses.
    ///
    /// @param asked absent for the usual time
    public long proposalEnd(@Nullable Long asked) {
        return asked == null
                ? ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant().plus(APPROVAL))
                : asked;
    }

    static String required(String key) {
        if (!Submission.isKey(key)) {
            throw unprocessable(
                    "Idempotency-Key: 1 to 200 visible ASCII characters / 1 至 200 个可见 ASCII 字符");
        }
        return key;
    }

    /// Makes something of a request, or says what is wrong with it.
    public static <T> T wellFormed(Supplier<T> part) {
        try {
            return part.get();
        } catch (IllegalArgumentException e) {
            throw unprocessable(String.valueOf(e.getMessage()));
        }
    }

    /// A request that is understood and cannot be done.
    public static ResponseStatusException unprocessable(String reason) {
        return new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT, reason);
    }

    static String digest(String content) {
        return HexFormat.of().formatHex(sha256().digest(content.getBytes(StandardCharsets.UTF_8)));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
