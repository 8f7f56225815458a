package org.ytterby.server.proof;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.ytterby.core.proof.ProofRefused;
import org.ytterby.core.proof.Receipt;
import org.ytterby.core.proof.SignedNote;
import org.ytterby.core.proof.TilePath;
import org.ytterby.server.identity.Allowed;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.identity.OpenToAll;
import org.ytterby.server.identity.Right;

/// The log over HTTP (C2SP tlog-tiles), and receipts.
@RestController
@Tag(name = "proof", description = "Transparency log and receipts / 透明日志与收据")
class LogController {
    private static final Duration FOR_EVER = Duration.ofDays(365);

    private final TransparencyLog log;
    private final Receipts receipts;
    private final Cosigners cosigners;

    LogController(TransparencyLog log, Receipts receipts, Cosigners cosigners) {
        this.log = log;
        this.receipts = receipts;
        this.cosigners = cosigners;
    }

    @OpenToAll
    @GetMapping(path = "/log/key", produces = MediaType.TEXT_PLAIN_VALUE)
    @Operation(summary = "The log's verifier key: keep it before you need it")
    String key() {
        return log.key() + "\n";
    }

    @OpenToAll
    @GetMapping(path = "/log/checkpoint", produces = MediaType.TEXT_PLAIN_VALUE)
    @Operation(summary = "The newest checkpoint, signed and cosigned by those witnesses that did")
    ResponseEntity<String> checkpoint() {
        return log.checkpoint()
                .map(SignedNote::toString)
                .map(note -> ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(note))
                .orElseThrow(() -> missing("the log is empty / 日志为空"));
    }

    @OpenToAll
    @GetMapping(
            path = {"/log/tile/{level:[0-7]}/**"},
            produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @Operation(summary = "A tile of hashes")
    ResponseEntity<byte[]> hashes(HttpServletRequest request) {
        return tile(request, CacheControl.maxAge(FOR_EVER).immutable());
    }

    @Allowed(Right.AUDIT)
    @GetMapping(path = "/log/tile/entries/**", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @Operation(summary = "A bundle of entries: salts and contents, for auditors")
    ResponseEntity<byte[]> entries(HttpServletRequest request) {
        return tile(request, CacheControl.noStore()); // not for everybody
    }

    private ResponseEntity<byte[]> tile(HttpServletRequest request, CacheControl caching) {
        String path = request.getRequestURI().substring("/log/".length());
        Optional<byte[]> bytes;
        try {
            bytes = log.tile(TilePath.parse(path));
        } catch (ProofRefused refused) {
            throw missing(refused.refusal().en() + " / " + refused.refusal().zh());
        }
        return bytes.map(found -> ResponseEntity.ok().cacheControl(caching).body(found))
                .orElseThrow(() -> missing("no such tile / 没有该分块"));
    }

    @Allowed(Right.GET_RECEIPTS)
    @GetMapping(path = "/api/v1/receipts/{position}", produces = MediaType.TEXT_PLAIN_VALUE)
    @Operation(summary = "The receipt of an entry: a proof that can be checked without a network")
    String receipt(Caller caller, @PathVariable long position) {
        return receipts.find(caller, position)
                .map(Receipt::toString)
                .orElseThrow(() ->
                        missing(
                                "no such entry, or the newest checkpoint does not cover it yet"
                                        + " / 没有该条目，或最新检查点尚未包含"));
    }

    /// @param cosigned largest size that it cosigned, 0 if none
    /// @param problem code of what is wrong with it; absent if nothing is
    record WitnessRow(
            String witness,
            long cosigned,
            @Nullable String problem,
            @Nullable String message,
            @Nullable String messageZh) {
        static WitnessRow of(AskedWitness.Status status) {
            WitnessProblem problem = status.problem();
            return new WitnessRow(
                    status.witness(),
                    status.cosigned(),
                    problem == null ? null : problem.code().text(),
                    problem == null ? null : problem.en(),
                    problem == null ? null : problem.zh());
        }
    }

    @Allowed(Right.AUDIT)
    @GetMapping(path = "/api/v1/witnesses", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "How far each witness has cosigned, and what is wrong with it")
    List<WitnessRow> witnesses() {
        return cosigners.statuses().stream().map(WitnessRow::of).toList();
    }

    private static ResponseStatusException missing(String reason) {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, reason);
    }
}
