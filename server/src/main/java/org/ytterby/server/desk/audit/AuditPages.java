package org.ytterby.server.desk.audit;

import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.ytterby.core.proof.SignedNote;
import org.ytterby.server.desk.PageController;
import org.ytterby.server.identity.Allowed;
import org.ytterby.server.identity.ReadNote;
import org.ytterby.server.identity.Right;
import org.ytterby.server.ledger.LedgerAudit;
import org.ytterby.server.ledger.LedgerReader;
import org.ytterby.server.proof.TransparencyLog;
import org.ytterby.server.web.Language;

/// The log explorer: the newest checkpoint, every entry, and an audit at the press of a button.
@PageController
@RequestMapping("/audit")
class AuditPages {
    private static final int PAGE = 50;

    private final TransparencyLog log;
    private final LedgerReader ledger;
    private final DataSource source;

    AuditPages(TransparencyLog log, LedgerReader ledger, DataSource source) {
        this.log = log;
        this.ledger = ledger;
        this.source = source;
    }

    /// @param from position of the first entry shown; below 0 for the newest ones
    @Allowed(Right.AUDIT)
    @GetMapping
    String log(Model model, Language language, @RequestParam(defaultValue = "-1") long from) {
        long size = ledger.size();
        long start = from < 0 ? Math.max(0, size - PAGE) : Math.min(from, Math.max(0, size - 1));
        long end = Math.min(start + PAGE, size);
        List<EntryView> entries = new ArrayList<>();
        ledger.each(
                start,
                end,
                (position, entry) -> entries.add(EntryView.of(position, entry, language)));
        ReadNote.rows(entries.size());
        model.addAttribute("entries", entries);
        model.addAttribute("size", size);
        model.addAttribute("start", start);
        model.addAttribute("end", end);
        model.addAttribute("page", PAGE);
        model.addAttribute("key", log.key().toString());
        model.addAttribute("checkpoint", log.checkpoint().map(SignedNote::toString).orElse(""));
        model.addAttribute("covered", log.size());
        return "audit";
    }

    @Allowed(Right.AUDIT)
    @PostMapping("/run")
    String run(Model model) {
        LedgerAudit.Outcome outcome = LedgerAudit.of(source);
        model.addAttribute("read", outcome.entries());
        model.addAttribute("difference", outcome.difference().orElse(""));
        return "audited";
    }
}
