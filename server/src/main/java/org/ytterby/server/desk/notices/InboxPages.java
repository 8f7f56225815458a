package org.ytterby.server.desk.notices;

import java.time.Clock;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.ytterby.server.desk.PageController;
import org.ytterby.server.identity.Allowed;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.identity.Right;
import org.ytterby.server.identity.Roster;
import org.ytterby.server.notices.Inbox;
import org.ytterby.server.notices.NoticeRow;
import org.ytterby.server.web.Language;

/// One's own notices, unread ones first.
@PageController
@RequestMapping("/notices")
class InboxPages {
    private static final int PAGE = 50;
    private static final String LIST = "/notices";

    private final Inbox inbox;
    private final Roster roster;
    private final Clock clock;

    InboxPages(Inbox inbox, Roster roster, Clock clock) {
        this.inbox = inbox;
        this.roster = roster;
        this.clock = clock;
    }

    /// @param after where the page before ended; empty for the first
    @Allowed(Right.KNOW_ONESELF)
    @GetMapping
    String list(
            Model model,
            Caller caller,
            Language language,
            @RequestParam(defaultValue = "") String after) {
        roster.remember(caller);
        Inbox.Page page = inbox.page(caller, language, cursor(after), PAGE);
        long now = Language.micros(clock.instant());
        model.addAttribute(
                "rows",
                page.items().stream().map(row -> NoticeView.of(row, now, language)).toList());
        model.addAttribute("unread", page.unread());
        model.addAttribute("next", page.next());
        return "notices";
    }

    private static Inbox.Cursor cursor(String after) {
        try {
            return Inbox.Cursor.parse(after);
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, e.getMessage(), e);
        }
    }

    /// Opens what a notice is about; it is read from then on.
    @Allowed(Right.KNOW_ONESELF)
    @GetMapping("/{id}")
    ResponseEntity<Void> open(Caller caller, Language language, @PathVariable long id) {
        NoticeRow row =
                inbox.find(caller, language, id)
                        .orElseThrow(() ->
                                new ResponseStatusException(
                                        HttpStatus.NOT_FOUND,
                                        language.pick(
                                                "You have no notice of that number.",
                                                "没有该编号的通知。")));
        inbox.read(caller, List.of(id));
        return to(row.link().isEmpty() ? LIST : row.link());
    }

    /// Marks some as read without opening them: one, or all up to the newest that was shown.
    @Allowed(Right.KNOW_ONESELF)
    @PostMapping("/read")
    ResponseEntity<Void> read(
            Caller caller,
            @RequestParam(defaultValue = "0") long id,
            @RequestParam(defaultValue = "0") long upTo) {
        inbox.read(caller, List.of(id));
        inbox.readUpTo(caller, upTo);
        return to(LIST);
    }

    private static ResponseEntity<Void> to(String address) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER).header("Location", address).build();
    }
}
