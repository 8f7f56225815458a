package org.ytterby.server.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.ytterby.core.ledger.entry.Account;
import org.ytterby.core.ledger.entry.Command;
import org.ytterby.core.ledger.entry.DeclaredRow;
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
                    verdict.entries() == 0 ? List.of() : following(verdict);
            assertThat(verdict.entries()).isEqualTo(expected.size());
            for (Map<String, Object> one : expected) {
                assertThat(text(position)).isEqualTo(canonical(one));
                twin.add(entry(position));
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
            return new Command.Expire(verdict.key().substring("expiry/".length()));
        }
        return Objects.requireNonNull(commands.get(verdict.digest()), "what was never sent");
    }

    private List<Map<String, Object>> following(Entry.Verdict verdict) {
        return switch (command(verdict)) {
            case Command.Declare(List<DeclaredRow> rows) -> {
                List<Map<String, Object>> all = new ArrayList<>();
                rows.forEach(row -> all.add(declared(row)));
                yield all;
            }
            case Command.Grant g ->
                    List.of(
                            declared(g.document()),
                            Map.of(
                                    "kind", "granted",
                                    "account", g.account().toString(),
                                    "holder", holder(g.document()),
                                    "amount", g.amount()));
            case Command.Split s ->
                    List.of(
                            declared(s.document()),
                            Map.of(
                                    "kind", "passed",
                                    "from", s.from().toString(),
                                    "to", s.to().toString(),
                                    "holder", holder(s.document()),
                                    "amount", s.amount()));
            case Command.Reserve r ->
                    List.of(
                            Map.of(
                                    "kind", "reserved",
                                    "account", r.account().toString(),
                                    "hold", r.hold(),
                                    "organisation", verdict.sender().organisation(),
                                    "amount", r.amount(),
                                    "until", r.untilMicros()));
            case Command.Confirm(String hold, long amount) ->
                    List.of(Map.of("kind", "confirmed", "hold", hold, "amount", amount));
            case Command.Release(String hold) -> List.of(Map.of("kind", "released", "hold", hold));
            case Command.Expire(String hold) -> List.of(Map.of("kind", "expired", "hold", hold));
            case Command.Propose _,
                    Command.Approve _,
                    Command.Reject _,
                    Command.Withdraw _,
                    Command.Lapse _,
                    Command.Act _,
                    Command.Penalise _,
                    Command.Enact _,
                    Command.Award _ ->
                    throw new AssertionError("nobody sends " + command(verdict));
        };
    }

    private static Map<String, Object> declared(DeclaredRow row) {
        return Map.of("kind", "declared", "table", row.table(), "row", new TreeMap<>(row.cells()));
    }

    private static String holder(DeclaredRow document) {
        return document.cell(document.table().equals("licences") ? "exporter" : "holder");
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
    }
}
