package org.ytterby.server.epcis;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.ytterby.server.identity.Allowed;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.identity.Right;

/// What became of the captured events that follow the Ytterby profile.
@RestController
@Tag(name = "epcis", description = "EPCIS 2.0 events / EPCIS 2.0 事件")
class EventDeclarationController {
    private static final String LIMIT = "100";
    private static final int LIMIT_MAX = 1_000;

    private final JdbcClient jdbc;

    EventDeclarationController(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// What became of an event.
    ///
    /// @param event its id
    /// @param hash the key under which it was declared
    /// @param isDeclared whether the ledger has it
    /// @param code why not; absent if it has
    @Schema(name = "EventDeclaration")
    record Declaration(
            String event,
            String hash,
            String recordTime,
            boolean isDeclared,
            @Nullable String code,
            @Nullable String detail) {}

    /// @param next cursor of the next page; absent on the last one
    record Declarations(List<Declaration> items, @Nullable String next) {}

    @Schema(name = "EventDeclarationRow")
    private record Row(long number, Declaration shown) {}

    @Allowed(Right.SEE_CAPTURES)
    @GetMapping("/api/v1/events/declarations")
    @Operation(summary = "Whether captured events of the profile reached the ledger, and why not")
    Declarations declarations(
            Caller caller,
            @RequestParam(defaultValue = "") String event,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = LIMIT) int limit) {
        if (limit < 1 || limit > LIMIT_MAX) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST,
                    "limit: 1 to %d, not %d / limit 应为 1 至 %d，而不是 %d"
                            .formatted(LIMIT_MAX, limit, LIMIT_MAX, limit));
        }
        List<Row> rows = new ArrayList<>(rows(Scope.of(caller), event, after, limit + 1));
        String next = null;
        if (rows.size() > limit) {
            rows.removeLast();
            next = Long.toString(rows.getLast().number());
        }
        return new Declarations(rows.stream().map(Row::shown).toList(), next);
    }

    private List<Row> rows(Scope scope, String event, long after, int count) {
        return jdbc.sql(
                        """
                        SELECT d.event, e.event_id, e.hash, e.record_micros, d.code, d.detail
                        FROM epcis.declaration d JOIN epcis.event e ON e.id = d.event
                        WHERE (? OR e.organisation = ?) AND (? = '' OR e.event_id = ?) AND d.event > ?
                        ORDER BY d.event LIMIT ?\
                        """)
                .params(scope.seesAll(), scope.organisation(), event, event, after, count)
                .query((row, _) -> {
                    String code = row.getString(5);
                    Declaration shown =
                            new Declaration(
                                    row.getString(2),
                                    row.getString(3),
                                    Micros.format(row.getLong(4)),
                                    code == null,
                                    code,
                                    row.getString(6));
                    return new Row(row.getLong(1), shown);
                })
                .list();
    }
}
