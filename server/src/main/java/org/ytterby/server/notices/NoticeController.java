package org.ytterby.server.notices;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.ytterby.server.identity.Allowed;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.identity.Right;
import org.ytterby.server.identity.Roster;
import org.ytterby.server.ledger.Given;
import org.ytterby.server.ledger.Submitter;
import org.ytterby.server.web.Language;

/// One's own notices.
@RestController
@RequestMapping(path = "/api/v1/notices", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "notices", description = "What one should know of / 通知")
class NoticeController {
    private static final int LIMIT_MAX = 1_000;

    private final Inbox inbox;
    private final NoticeSettings settings;
    private final Roster roster;

    NoticeController(Inbox inbox, NoticeSettings settings, Roster roster) {
        this.inbox = inbox;
        this.settings = settings;
        this.roster = roster;
    }

    @Allowed(Right.KNOW_ONESELF)
    @GetMapping
    @Operation(summary = "Own notices, unread ones first, then the newest first")
    Inbox.Page notices(
            Caller caller,
            Locale locale,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "100") int limit) {
        if (limit < 1 || limit > LIMIT_MAX) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST, "limit: 1 to 1000 / 每页 1 至 1000 条");
        }
        roster.remember(caller);
        return inbox.page(
                caller, settings.language(caller, Language.of(locale)), cursor(after), limit);
    }

    private static Inbox.Cursor cursor(String after) {
        try {
            return Inbox.Cursor.parse(after);
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, e.getMessage(), e);
        }
    }

    /// Either some notices or all up to one.
    ///
    /// @param ids at most 1,000
    /// @param upTo the newest that was read
    record Reading(@Nullable List<Long> ids, @Nullable Long upTo) {
        Reading {
            if (ids != null) {
                Given.all(ids);
            }
        }
    }

    /// @param unread how many are left
    record Left(long unread) {}

    @Allowed(Right.KNOW_ONESELF)
    @PostMapping(path = "/read", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Mark own notices as read: some, or all up to one")
    Left read(Caller caller, @RequestBody Reading asked) {
        List<Long> ids = asked.ids();
        Long upTo = asked.upTo();
        if (ids != null && upTo == null && ids.size() <= LIMIT_MAX) {
            inbox.read(caller, ids);
        } else if (ids == null && upTo != null) {
            inbox.readUpTo(caller, upTo);
        } else {
            throw Submitter.unprocessable(
                    "either ids, at most 1000, or up_to / ids（不超过 1000 个）与 up_to 须且仅须提供一项");
        }
        return new Left(inbox.unread(caller));
    }
}
