package org.ytterby.server.identity;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/// Who read what.
@RestController
@RequestMapping(path = "/api/v1/reads", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "people", description = "Keeping people and machines / 人员与客户端管理")
class ReadController {
    private final ReadLog log;

    ReadController(ReadLog log) {
        this.log = log;
    }

    @Allowed(Right.SEE_READS)
    @GetMapping("")
    @Operation(summary = "Reads of other organisations' data, the newest first")
    Listed<ReadLog.Logged> reads(
            @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "100") int limit) {
        return Listed.of(
                log.newest(before(after), Listed.cursor(person), Listed.bounded(limit) + 1),
                limit,
                Function.identity(),
                read -> Long.toString(read.id()));
    }

    private static long before(String after) {
        if (after.isEmpty()) {
            return Long.MAX_VALUE;
        }
        if (!after.matches("[0-9]{1,18}")) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST, "after: no cursor of this list / 不是本列表的游标: " + after);
        }
        return Long.parseLong(after);
    }
}
