package org.ytterby.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ytterby.core.proof.Difference;
import org.ytterby.core.proof.Refusal;
import org.ytterby.server.backup.DatabaseCheck;
import org.ytterby.server.proof.LogAudit;

/// Something in a database that is not as it was recorded.
///
/// @param code the stable name of its kind
record DatabaseFinding(String code, String en, String zh) {
    /// What a check found: the first difference of the log, then that of the tables.
    static List<DatabaseFinding> of(DatabaseCheck.Outcome outcome) {
        List<DatabaseFinding> findings = new ArrayList<>();
        of(outcome.log()).ifPresent(findings::add);
        outcome.ledger()
                .difference()
                .ifPresent(row ->
                        findings.add(
                                new DatabaseFinding(
                                        "ledger-differs",
                                        "not as the entries make it: " + row,
                                        "与由条目重建的结果不符：" + row)));
        return findings;
    }

    private static Optional<DatabaseFinding> of(LogAudit.Outcome log) {
        return Optional.ofNullable(
                switch (log) {
                    case LogAudit.Outcome.Unsigned _, LogAudit.Outcome.Whole _ -> null;
                    case LogAudit.Outcome.Different(Difference first) ->
                            new DatabaseFinding(first.code(), first.en(), first.zh());
                    case LogAudit.Outcome.Refused(Refusal(var code, String en, String zh)) ->
                            new DatabaseFinding(code.text(), en, zh);
                    case LogAudit.Outcome.Misfiled(long size, long under) ->
                            new DatabaseFinding(
                                    "checkpoint-misfiled",
                                    "the checkpoint of size %d is filed under %d"
                                            .formatted(size, under),
                                    "大小为 %d 的检查点被记在 %d 之下".formatted(size, under));
                    case LogAudit.Outcome.CutBack(long covered, long tiled) ->
                            new DatabaseFinding(
                                    "checkpoint-rolled-back",
                                    "the newest checkpoint covers %d entries, but %d were signed for"
                                            .formatted(covered, tiled),
                                    "最新检查点只含 %d 个条目，而曾对 %d 个签名".formatted(covered, tiled));
                });
    }
}
