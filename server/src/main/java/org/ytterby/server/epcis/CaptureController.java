package org.ytterby.server.epcis;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.ytterby.epcis.json.Json;
import org.ytterby.epcis.json.JsonWriter;
import org.ytterby.server.identity.Allowed;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.identity.Right;

/// Capturing: documents of events as jobs, and events one by one.
@RestController
@RequestMapping("/epcis")
@Tag(name = "epcis", description = "EPCIS 2.0 events / EPCIS 2.0 事件")
class CaptureController {
    /// Bytes of one document.
    static final int BYTES_MAX = 32 << 20;

    private final Recorder recorder;
    private final JobStore jobs;

    CaptureController(Recorder recorder, JobStore jobs) {
        this.recorder = recorder;
        this.jobs = jobs;
    }

    @Allowed(Right.CAPTURE_EVENTS)
    @PostMapping(
            path = "/capture",
            consumes = {
                MediaType.APPLICATION_JSON_VALUE,
                "application/ld+json",
                MediaType.APPLICATION_XML_VALUE,
                MediaType.TEXT_XML_VALUE
            })
    @Operation(summary = "Capture a document of events, all of them or each that is right")
    ResponseEntity<Void> capture(
            Caller caller,
            @RequestHeader(name = Headers.ERROR_BEHAVIOUR, defaultValue = "rollback") String word,
            InputStream body)
            throws IOException {
        Job.Behaviour behaviour = Job.Behaviour.parse(word);
        Reading reading = Reading.of(bounded(body), behaviour == Job.Behaviour.ROLLBACK);
        Job job = recorder.capture(caller, behaviour, reading);
        return ResponseEntity.accepted()
                .location(URI.create("/epcis/capture/" + job.id()))
                .header(Headers.ERROR_BEHAVIOUR, behaviour.word())
                .build();
    }

    private static byte[] bounded(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(BYTES_MAX + 1);
        if (bytes.length > BYTES_MAX) {
            throw EpcisProblem.of(
                    EpcisProblem.Kind.CAPTURE_LIMIT,
                    "at most " + BYTES_MAX + " bytes at once",
                    "每次最多 " + BYTES_MAX + " 字节");
        }
        return bytes;
    }

    @Allowed(Right.SEE_CAPTURES)
    @GetMapping("/capture/{job}")
    @Operation(summary = "What became of a document")
    ResponseEntity<byte[]> job(Caller caller, @PathVariable String job) {
        return Answers.ok(find(caller, job).json());
    }

    private Job find(Caller caller, String text) {
        UUID id;
        try {
            id = UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw missing(text);
        }
        return jobs.find(Scope.of(caller), id).orElseThrow(() -> missing(text));
    }

    private static EpcisProblem missing(String job) {
        return EpcisProblem.of(
                EpcisProblem.Kind.NO_SUCH_RESOURCE, "no such job: " + job, "没有该任务：" + job);
    }

    @Allowed(Right.SEE_CAPTURES)
    @GetMapping("/capture")
    @Operation(summary = "The jobs, the newest first")
    ResponseEntity<byte[]> jobs(Caller caller, HttpServletRequest request) {
        Asked asked = Asked.of(request).withoutParameters();
        String token = asked.token();
        @Nullable Job after = token == null ? null : find(caller, token);
        List<Job> found = jobs.newest(Scope.of(caller), after, asked.perPage() + 1);
        HttpHeaders headers = new HttpHeaders();
        boolean isLast = found.size() <= asked.perPage();
        List<Job> page = isLast ? found : found.subList(0, asked.perPage());
        if (!isLast) {
            headers.set(HttpHeaders.LINK, Asked.link(request, page.getLast().id().toString()));
        }
        Json list = new Json.Items(page.stream().map(Job::json).toList());
        return Answers.ok(headers, EventStore.bytes(JsonWriter.compact(list)));
    }

    @Allowed(Right.CAPTURE_EVENTS)
    @PostMapping(
            path = "/events",
            consumes = {MediaType.APPLICATION_JSON_VALUE, "application/ld+json"})
    @Operation(summary = "Capture one event; refused where its eventID is there already")
    ResponseEntity<Void> add(Caller caller, InputStream body) throws IOException {
        Reading reading = Reading.of(bounded(body), true);
        if (reading.events().size() != 1) {
            throw EpcisProblem.of(
                    EpcisProblem.Kind.VALIDATION,
                    "one event is expected here, not " + reading.events().size(),
                    "此处应为一个事件，而不是 " + reading.events().size() + " 个");
        }
        recorder.add(caller, reading);
        String id = reading.events().getFirst().id();
        return ResponseEntity.created(URI.create("/epcis/events/" + Asked.encoded(id))).build();
    }
}
