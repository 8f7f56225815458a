package org.ytterby.server.proof;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.LongFunction;
import org.ytterby.core.proof.CosignatureRequest;
import org.ytterby.core.proof.NoteSignature;
import org.ytterby.core.proof.ProofRefused;

/// Asks one witness for a cosignature (C2SP tlog-witness). Safe for use by several threads.
final class WitnessClient {
    /// For each of at most two requests.
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private static final long ANSWER_BYTES_MAX = 1 << 16;
    private static final int SHOWN = 200;
    private static final int OK = 200;
    private static final int CONFLICT = 409;
    private static final int UNPROCESSABLE = 422;
    private static final String SIZE = "text/x.tlog.size";

    private final HttpClient http;
    private final WitnessAddress witness;

    WitnessClient(HttpClient http, WitnessAddress witness) {
        this.http = http;
        this.witness = witness;
    }

    /// What came of asking.
    sealed interface Reply {
        /// @param forgot size that it had cosigned before and no longer knew; 0 if it knew
        record Cosigned(NoteSignature signature, long forgot) implements Reply {}

        record Failed(WitnessProblem problem) implements Reply {}
    }

    /// Asks; where the witness names the size that it cosigned last, asks once more from there.
    ///
    /// @param size of the checkpoint
    /// @param known size that it cosigned last, as far as we know
    /// @param request makes the request from an old size
    Reply ask(long size, long known, LongFunction<CosignatureRequest> request)
            throws InterruptedException {
        try {
            CosignatureRequest first = request.apply(Math.min(known, size));
            HttpResponse<byte[]> answer = send(first);
            if (!isSize(answer)) {
                return reply(first, answer, 0);
            }
            long told = Long.parseLong(text(answer).strip());
            if (told > size) {
                return rolledBack(told, size);
            }
            CosignatureRequest second = request.apply(told);
            return reply(second, send(second), told < known ? known : 0);
        } catch (IOException | NumberFormatException e) {
            return failed(
                    WitnessProblem.Code.UNREACHABLE,
                    "no answer: " + e.getMessage(),
                    "没有应答：" + e.getMessage());
        }
    }

    private static boolean isSize(HttpResponse<byte[]> answer) {
        return answer.statusCode() == CONFLICT
                && answer.headers().firstValue("Content-Type").orElse("").startsWith(SIZE);
    }

    private Reply reply(CosignatureRequest asked, HttpResponse<byte[]> answer, long forgot) {
        return switch (answer.statusCode()) {
            case OK -> cosigned(asked, answer, forgot);
            case UNPROCESSABLE ->
                    failed(
                            WitnessProblem.Code.HISTORY_DIFFERS,
                            "does not see size %d in this log's history: %s"
                                    .formatted(asked.oldSize(), shown(answer)),
                            "认为大小 %d 不属于本日志的历史：%s".formatted(asked.oldSize(), shown(answer)));
            default ->
                    failed(
                            WitnessProblem.Code.REFUSED,
                            "answered %d: %s".formatted(answer.statusCode(), shown(answer)),
                            "应答 %d：%s".formatted(answer.statusCode(), shown(answer)));
        };
    }

    private Reply cosigned(CosignatureRequest asked, HttpResponse<byte[]> answer, long forgot) {
        try {
            return new Reply.Cosigned(asked.cosignature(answer.body(), witness.key()), forgot);
        } catch (ProofRefused refused) {
            return failed(
                    WitnessProblem.Code.COSIGNATURE_WRONG,
                    refused.refusal().en(),
                    refused.refusal().zh());
        }
    }

    private static Reply rolledBack(long told, long size) {
        return failed(
                WitnessProblem.Code.LOG_ROLLED_BACK,
                "cosigned %d entries of this log, which now has %d".formatted(told, size),
                "曾会签本日志的 %d 个条目，而日志现有 %d 个".formatted(told, size));
    }

    private static Reply failed(WitnessProblem.Code code, String en, String zh) {
        return new Reply.Failed(new WitnessProblem(code, en, zh));
    }

    private HttpResponse<byte[]> send(CosignatureRequest asked)
            throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(witness.prefix().resolve("add-checkpoint"))
                        .timeout(PATIENCE)
                        .header("Content-Type", "text/plain; charset=utf-8")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(asked.bytes()))
                        .build(),
                HttpResponse.BodyHandlers.limiting(
                        HttpResponse.BodyHandlers.ofByteArray(), ANSWER_BYTES_MAX));
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    /// The beginning of what it said, on one line.
    private static String shown(HttpResponse<byte[]> answer) {
        String line = text(answer).replaceAll("\\p{Cntrl}+", " ").strip();
        return line.substring(0, Math.min(line.length(), SHOWN));
    }
}
