package org.ytterby.server.ledger;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.ytterby.server.identity.Allowed;
import org.ytterby.server.identity.Right;

/// Having the ledger audited.
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "proof", description = "Transparency log and receipts / 透明日志与收据")
class AuditController {
    private final DataSource source;

    AuditController(DataSource source) {
        this.source = source;
    }

    /// @param entries read
    /// @param difference the first difference, table and row; absent if there is none
    record Audited(long entries, @Nullable String difference) {}

    @Allowed(Right.AUDIT)
    @GetMapping("/audit")
    @Operation(summary = "Make every table anew from the entries and name the first difference")
    Audited audit() {
        LedgerAudit.Outcome outcome = LedgerAudit.of(source);
        return new Audited(outcome.entries(), outcome.difference().orElse(null));
    }

    @Allowed(Right.AUDIT)
    @GetMapping(path = "/audit/tables", produces = MediaType.APPLICATION_NDJSON_VALUE)
    @Operation(
            summary = "The tables made of the entries: the position, then a line for each row",
            description = "For monitors that make them anew from the log's entries.")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_NDJSON_VALUE,
                            schema = @Schema(type = "string")))
    void tables(HttpServletResponse answer) throws IOException {
        LedgerTables tables = LedgerAudit.tables(source);
        answer.setContentType(MediaType.APPLICATION_NDJSON_VALUE);
        answer.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        Writer out = new OutputStreamWriter(answer.getOutputStream(), StandardCharsets.UTF_8);
        tables.write(out);
        out.flush();
    }
}
