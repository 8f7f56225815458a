package org.ytterby.server.analysis;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.ytterby.server.identity.Allowed;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.identity.Right;
import tools.jackson.databind.json.JsonMapper;

/// Findings as they come and go. Each listener has a virtual thread, which waits.
@RestController
@Tag(name = "analysis", description = "What the ledger means / 台账分析")
class FindingStreamController {
    /// After this a listener has to ask again: a token may have ended, a role been taken away.
    private static final Duration LIFE_MAX = Duration.ofMinutes(15);

    private final AnalysisIndex index;
    private final JsonMapper json;
    private final Clock clock;
    private final Listeners listeners;
    private final Duration heartbeat;

    /// @param perCaller listeners that one caller may have at once
    FindingStreamController(
            AnalysisIndex index,
            JsonMapper json,
            Clock clock,
            @Value("${ytterby.stream.heartbeat:15s}") Duration heartbeat,
            @Value("${ytterby.stream.per-caller:4}") int perCaller,
            @Value("${ytterby.stream.listeners:1000}") int most) {
        this.index = index;
        this.json = json;
        this.clock = clock;
        this.heartbeat = heartbeat;
        listeners = new Listeners(perCaller, most);
    }

    @Allowed(Right.SEE_FINDINGS)
    @GetMapping(path = "/api/v1/findings/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Operation(
            summary = "Findings as they come and go: server-sent events new, gone, reset, position",
            description =
                    "The id of an event is a position of the ledger. Sent back as Last-Event-ID it"
                            + " continues there; where that is too long ago, reset comes first and"
                            + " then every finding. / 事件编号即台账位置；以 Last-Event-ID 续接，过久则先发 reset 再发全部线索。")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
                            schema = @Schema(type = "string")))
    void stream(
            Caller caller,
            @RequestHeader(name = "Last-Event-ID", defaultValue = "") String last,
            HttpServletResponse response)
            throws IOException {
        Waiting.Found now = Waiting.Found.of(index.newest());
        long known = last.isEmpty() ? now.position() : position(last);
        Instant end = clock.instant().plus(LIFE_MAX);
        try (Listeners.Seat _ = listeners.seat(caller.name())) {
            response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE + ";charset=UTF-8");
            response.setHeader("Cache-Control", "no-store");
            response.setHeader("X-Accel-Buffering", "no"); // proxies would hold events back
            new FindingStream(index.waiting(), Scope.of(caller), json, response.getOutputStream())
                    .run(
                            now,
                            known,
                            heartbeat,
                            () -> !index.waiting().hasEnded() && clock.instant().isBefore(end));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static long position(String last) {
        if (!last.matches("[0-9]{1,18}")) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST, "Last-Event-ID: a position, not / 应为台账位置: " + last);
        }
        return Long.parseLong(last);
    }

    /// A service that ends waits for what was asked; listeners would never be done.
    @EventListener(ContextClosedEvent.class)
    void end() {
        index.waiting().end();
    }
}
