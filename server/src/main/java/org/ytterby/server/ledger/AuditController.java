package org.ytterby.server.ledger;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
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
}
