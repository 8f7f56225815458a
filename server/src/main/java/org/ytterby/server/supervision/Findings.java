package org.ytterby.server.supervision;

import org.springframework.stereotype.Component;
import org.ytterby.core.ledger.entry.CaseStep;
import org.ytterby.core.supervision.Finding;
import org.ytterby.server.analysis.AnalysisIndex;
import org.ytterby.server.analysis.Generation;
import org.ytterby.server.ledger.Submitter;

/// What cases are opened on: findings that stand now, by their ids, and tip-offs, by their numbers.
@Component
class Findings {
    private final AnalysisIndex index;
    private final TipOffs tipOffs;

    Findings(AnalysisIndex index, TipOffs tipOffs) {
        this.index = index;
        this.tipOffs = tipOffs;
    }

    /// The first step of a case; later generations may no longer raise its finding.
    CaseStep.Opened opened(CaseController.Opening asked) {
        return TipOffs.isFinding(asked.finding())
                ? ofTipOff(asked)
                : ofFinding(asked.finding(), asked.assigned());
    }

    private CaseStep.Opened ofTipOff(CaseController.Opening asked) {
        String number = asked.finding().substring(TipOffs.RULE.length() + 1);
        if (!number.matches("[1-9][0-9]{0,15}") || tipOffs.find(Long.parseLong(number)).isEmpty()) {
            throw Submitter.unprocessable("no such tip-off / 没有该举报: " + asked.finding());
        }
        if (asked.party() == null || asked.party().isEmpty()) {
            throw Submitter.unprocessable("party: whom the tip-off concerns / party：举报所涉单位，不得为空");
        }
        return new CaseStep.Opened(
                asked.finding(),
                TipOffs.RULE,
                asked.party(),
                asked.facility() == null ? "" : asked.facility(),
                asked.assigned());
    }

    private CaseStep.Opened ofFinding(String id, String assigned) {
        Generation now = index.newest();
        Finding finding =
                now.reconciliation().findings().stream()
                        .filter(f -> f.id().equals(id))
                        .findFirst()
                        .orElseThrow(
                                () -> Submitter.unprocessable("no such finding / 没有该线索: " + id));
        return new CaseStep.Opened(
                id,
                finding.rule().code(),
                now.reconciliation().concerned(finding),
                finding.subject().facility(),
                assigned);
    }
}
