package org.ytterby.server.supervision;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Component;
import org.ytterby.core.ledger.PenaltyClause;
import org.ytterby.server.ledger.LedgerReader;
import org.ytterby.server.ledger.Submitter;

/// The clauses in force by which penalties are imposed.
@Component
class PenaltyClauses {
    private final LedgerReader ledger;
    private final Clock clock;

    PenaltyClauses(LedgerReader ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /// Those in force now.
    List<PenaltyClause> now() {
        return at(ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant()));
    }

    /// Those in force at an instant.
    List<PenaltyClause> at(long micros) {
        return ledger.law().penalties().stream()
                .filter(clause -> clause.span().contains(micros))
                .toList();
    }

    /// Sees to it that a fine lies in the range of the clause that it rests on, where that is one
    /// of those in force; other clauses are taken as they are written.
    void check(String code, long fineYuan) {
        check(code, fineYuan, ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant()));
    }

    /// The same by the clauses in force at another instant.
    void check(String code, long fineYuan, long micros) {
        for (PenaltyClause clause : at(micros)) {
            PenaltyClause.Range range = clause.fine();
            if (clause.code().equals(code) && range != null && !clause.allows(fineYuan)) {
                throw Submitter.unprocessable(
                        "fine_yuan: by %s a fine is CNY %,d to %,d, or 0 for an order to correct alone / 依 %s 罚款幅度为 %,d 至 %,d 元，仅责令改正时填 0"
                                .formatted(
                                        code,
                                        range.least(),
                                        range.most(),
                                        code,
                                        range.least(),
                                        range.most()));
            }
        }
    }
}
