package org.ytterby.server.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.ytterby.core.ledger.entry.Account;
import org.ytterby.core.ledger.entry.Command;
import org.ytterby.core.ledger.entry.Entry;
import org.ytterby.core.ledger.entry.Hold;
import org.ytterby.core.ledger.entry.LedgerState;
import org.ytterby.core.ledger.entry.NaiveLedger;
import org.ytterby.core.ledger.entry.Refusal;
import org.ytterby.server.faults.LedgerCopy;
import tools.jackson.databind.json.JsonMapper;

/// Decides everything that is recorded once more, by the decider's naive twin, and holds what
/// follows each verdict against what was asked.
final class TwinCheck {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern ESCAPE = Pattern.compile("\\\\(u00[0-9A-F]{2})");

    private final SimulatedDisk disk;
    private final Map<String, Command> commands;
    private final NaiveLedger twin = new NaiveLedger();
    private final Map<String, Command.FourEyes> proposed = new HashMap<>();
    private final LedgerState refolded = new LedgerState();

    TwinCheck(SimulatedDisk disk, Map<String, Command> commands) {
        this.disk = disk;
        this.commands = commands;
    }

    void check() {
        long position = 0;
        while (position < disk.size()) {
            Entry.Verdict verdict = (Entry.Verdict) entry(position);
            position++;
            judge(verdict);
            List<Map<String, Object>> expected =
                    verdict.entries() == 0
                            ? List.of()
                            : ExpectedEntries.of(
                                    command(verdict),
                                    verdict,
                                    proposed,
                                    id -> twin.available(id).orElseThrow());
            assertThat(verdict.entries()).isEqualTo(expected.size());
            for (Map<String, Object> one : expected) {
                assertThat(text(position)).isEqualTo(canonical(one));
                Entry entry = entry(position);
                twin.add(entry);
                if (entry instanceof Entry.Proposed first) {
                    proposed.put(first.proposal(), first.command());
                }
                position++;
            }
        }
        compareState();
    }

    private void judge(Entry.Verdict verdict) {
        Optional<Refusal.Code> expected =
                twin.refusal(verdict.sender(), command(verdict), verdict.atMicros());
        Optional<Refusal.Code> was =
                switch (verdict.outcome()) {
                    case Entry.Outcome.Accepted() -> Optional.empty();
                    case Entry.Outcome.Refused(Refusal refusal) -> Optional.of(refusal.code());
                };
        assertThat(was).as("verdict %s on %s", verdict, command(verdict)).isEqualTo(expected);
        boolean isAccepted = expected.isEmpty();
        assertThat(verdict.entries() > 0).as("entries follow").isEqualTo(isAccepted);
    }

    private Command command(Entry.Verdict verdict) {
        if (verdict.sender().organisation().equals("ledger")) {
            String[] what = verdict.key().split("/", 2);
            return what[0].equals("lapse")
                    ? new Command.Lapse(what[1])
                    : new Command.Expire(what[1]);
        }
        return Objects.requireNonNull(commands.get(verdict.digest()), "what was never sent");
    }

    private String text(long position) {
        return new String(disk.entry(position).content(), StandardCharsets.UTF_8);
    }

    /// RFC 8785 differs from what the library writes in the digits of escapes alone.
    private static String canonical(Map<String, Object> entry) {
        return ESCAPE.matcher(JSON.writeValueAsString(new TreeMap<>(entry)))
                .replaceAll(found -> "\\\\" + found.group(1).toLowerCase(Locale.ROOT));
    }

    private Entry entry(long position) {
        byte[] content = disk.entry(position).content();
        Entry entry = EntryJson.parse(content);
        assertThat(new String(EntryJson.bytes(entry), StandardCharsets.UTF_8))
                .as("read and written again")
                .isEqualTo(new String(content, StandardCharsets.UTF_8));
        refolded.apply(entry);
        return entry;
    }

    /// The service's own fold of the entries, as an audit makes it.
    private void compareState() {
        LedgerCopy copy = disk.copy();
        for (Account account : refolded.accounts()) {
            assertThat(copy.accounts().get(account.id().toString()))
                    .isEqualTo(
                            "%s %d %d %d"
                                    .formatted(
                                            refolded.holderOf(account.id()).orElseThrow(),
                                            account.granted(),
                                            account.reserved(),
                                            account.posted()));
        }
        assertThat(refolded.accounts()).hasSize(copy.accounts().size());
        for (Hold hold : refolded.holds()) {
            assertThat(copy.holds()).containsEntry(hold.name(), SimulatedDisk.row(hold));
        }
        assertThat(refolded.holds()).hasSize(copy.holds().size());
        assertThat(refolded.facilities()).isEqualTo(copy.facilities());
        assertThat(refolded.proposals()).containsExactlyInAnyOrderElementsOf(disk.proposals());
        assertThat(refolded.cases()).containsExactlyInAnyOrderElementsOf(disk.cases());
    }
}
