package org.ytterby.server.proof;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.ytterby.core.proof.Receipt;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.identity.Jurisdiction;
import org.ytterby.server.identity.ReadNote;
import org.ytterby.server.ledger.LedgerReader;
import org.ytterby.server.ledger.Submissions;

/// Receipts for those who may have them.
@Component
public class Receipts {
    private final TransparencyLog log;
    private final LedgerReader ledger;
    private final Submissions submissions;

    Receipts(TransparencyLog log, LedgerReader ledger, Submissions submissions) {
        this.log = log;
        this.ledger = ledger;
        this.submissions = submissions;
    }

    /// The receipt of an entry; empty if there is no such entry, its sender's matters are not for
    /// the caller to see, or the newest checkpoint does not cover it yet.
    public Optional<Receipt> find(Caller caller, long position) {
        return submissions
                .senderOf(position)
                .filter(sender -> sees(caller, sender))
                .flatMap(sender -> {
                    ReadNote.about(sender);
                    return log.receipt(position);
                });
    }

    private boolean sees(Caller caller, String sender) {
        if (caller.seesAll() || sender.equals(caller.organisation())) {
            return true;
        }
        Jurisdiction region = caller.overseen();
        return region != null && ledger.organisationsIn(region::covers).contains(sender);
    }
}
