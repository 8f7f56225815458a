package org.ytterby.server.desk.audit;

import java.nio.charset.StandardCharsets;
import org.ytterby.core.ledger.entry.Entry;
import org.ytterby.core.proof.SaltedEntry;
import org.ytterby.server.ledger.LedgerReader;
import org.ytterby.server.ledger.PlanChanges;
import org.ytterby.server.web.Language;

/// An entry of the ledger as a row.
///
/// @param what kind of entry, in words
/// @param about what it names: a sender, a table, an account, a reservation
/// @param content as it is hashed, without its salt
public record EntryView(long position, String what, String about, String content) {
    static EntryView of(long position, SaltedEntry salted, Language language) {
        Entry entry = LedgerReader.parse(salted);
        return new EntryView(
                position,
                what(entry, language),
                about(entry),
                new String(salted.content(), StandardCharsets.UTF_8));
    }

    private static String what(Entry entry, Language language) {
        return switch (entry) {
            case Entry.Verdict verdict ->
                    verdict.outcome() instanceof Entry.Outcome.Accepted
                            ? language.pick("Taken", "受理")
                            : language.pick("Refused", "拒绝");
            case Entry.Declared _ -> language.pick("Declared", "申报");
            case Entry.Granted _ -> language.pick("Granted", "下达");
            case Entry.Passed _ -> language.pick("Passed on", "分解");
            case Entry.Changed _ -> language.pick("Altered", "调整");
            case Entry.Proposed _ -> language.pick("Proposed", "提案");
            case Entry.Approved _ -> language.pick("Approved", "批准");
            case Entry.Rejected _ -> language.pick("Rejected", "驳回");
            case Entry.Withdrawn _ -> language.pick("Withdrawn", "撤回");
            case Entry.Lapsed _ -> language.pick("Lapsed", "失效");
            case Entry.Stepped _ -> language.pick("Case", "案件");
            case Entry.Enacted _ -> language.pick("Enacted", "生效");
            case Entry.Awarded _ -> language.pick("Rewarded", "奖励");
            case Entry.Revoked _ -> language.pick("Reward revoked", "撤销奖励");
            case Entry.Reserved _ -> language.pick("Reserved", "预留");
            case Entry.Confirmed _ -> language.pick("Drawn", "核销");
            case Entry.Released _ -> language.pick("Released", "释放");
            case Entry.Expired _ -> language.pick("Expired", "到期");
        };
    }

    private static String about(Entry entry) {
        return switch (entry) {
            case Entry.Verdict verdict -> verdict.sender().organisation() + " · " + verdict.key();
            case Entry.Declared declared -> declared.row().table();
            case Entry.Granted granted -> granted.account() + " · " + granted.holder();
            case Entry.Passed passed -> passed.from() + " → " + passed.to();
            case Entry.Changed changed ->
                    changed.change().account() + " · " + PlanChanges.code(changed.change());
            case Entry.Proposed proposed -> proposed.proposal() + " · " + proposed.person();
            case Entry.Approved approved -> approved.proposal() + " · " + approved.person();
            case Entry.Rejected rejected -> rejected.proposal() + " · " + rejected.person();
            case Entry.Withdrawn withdrawn -> withdrawn.proposal() + " · " + withdrawn.person();
            case Entry.Lapsed lapsed -> lapsed.proposal();
            case Entry.Stepped stepped -> stepped.name() + " · " + stepped.step().code();
            case Entry.Enacted enacted -> enacted.row().table() + " · " + enacted.person();
            case Entry.Awarded awarded ->
                    awarded.reward().party() + " · " + awarded.reward().kind().code();
            case Entry.Revoked revoked ->
                    revoked.revocation().party() + " · " + revoked.revocation().reward();
            case Entry.Reserved reserved -> reserved.account() + " · " + reserved.hold();
            case Entry.Confirmed confirmed -> confirmed.hold();
            case Entry.Released released -> released.hold();
            case Entry.Expired expired -> expired.hold();
        };
    }
}
