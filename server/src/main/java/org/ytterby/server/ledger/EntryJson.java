package org.ytterby.server.ledger;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ytterby.core.ledger.entry.AccountId;
import org.ytterby.core.ledger.entry.DeclaredRow;
import org.ytterby.core.ledger.entry.Entry;
import org.ytterby.core.ledger.entry.Refusal;
import org.ytterby.core.ledger.entry.Sender;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// Entries as the canonical bytes that are stored and hashed, and back.
final class EntryJson {
    private static final JsonFactory JSON = new JsonFactory();

    private EntryJson() {}

    /// What an entry is found by: the table of what is declared, else its kind.
    static String topic(Entry entry) {
        return switch (entry) {
            case Entry.Verdict _ -> "verdict";
            case Entry.Declared(DeclaredRow row) -> row.table();
            case Entry.Granted _ -> "granted";
            case Entry.Passed _ -> "passed";
            case Entry.Reserved _ -> "reserved";
            case Entry.Confirmed _ -> "confirmed";
            case Entry.Released _ -> "released";
            case Entry.Expired _ -> "expired";
        };
    }

    static byte[] bytes(Entry entry) {
        return switch (entry) {
            case Entry.Verdict verdict -> verdict(verdict);
            case Entry.Declared(DeclaredRow row) ->
                    of("declared").with("table", row.table()).with("row", row.cells()).bytes();
            case Entry.Granted(AccountId account, String holder, long amount) ->
                    of("granted")
                            .with("account", account.toString())
                            .with("holder", holder)
                            .with("amount", amount)
                            .bytes();
            case Entry.Passed(AccountId from, AccountId to, String holder, long amount) ->
                    of("passed")
                            .with("from", from.toString())
                            .with("to", to.toString())
                            .with("holder", holder)
                            .with("amount", amount)
                            .bytes();
            case Entry.Reserved reserved ->
                    of("reserved")
                            .with("account", reserved.account().toString())
                            .with("hold", reserved.hold())
                            .with("organisation", reserved.organisation())
                            .with("amount", reserved.amount())
                            .with("until", reserved.untilMicros())
                            .bytes();
            case Entry.Confirmed(String hold, long amount) ->
                    of("confirmed").with("hold", hold).with("amount", amount).bytes();
            case Entry.Released(String hold) -> of("released").with("hold", hold).bytes();
            case Entry.Expired(String hold) -> of("expired").with("hold", hold).bytes();
        };
    }

    private static byte[] verdict(Entry.Verdict verdict) {
        CanonicalJson json =
                of("verdict")
                        .with("organisation", verdict.sender().organisation())
                        .with("person", verdict.sender().person())
                        .with("standing", verdict.sender().standing().name())
                        .with("key", verdict.key())
                        .with("digest", verdict.digest())
                        .with("at", verdict.atMicros())
                        .with("entries", verdict.entries());
        return switch (verdict.outcome()) {
            case Entry.Outcome.Accepted() -> json.with("outcome", "accepted").bytes();
            case Entry.Outcome.Refused(Refusal refusal) ->
                    json.with("outcome", "refused")
                            .with("code", refusal.code().text())
                            .with("subject", refusal.subject())
                            .with("value", refusal.value())
                            .bytes();
        };
    }

    private static CanonicalJson of(String kind) {
        return new CanonicalJson().with("kind", kind);
    }

    /// @throws IllegalArgumentException unless the bytes are exactly those of an entry
    static Entry parse(byte[] bytes) {
        Members members = Members.read(bytes);
        return switch (members.text("kind")) {
            case "verdict" -> verdict(members);
            case "declared" ->
                    new Entry.Declared(new DeclaredRow(members.text("table"), members.object));
            case "granted" ->
                    new Entry.Granted(
                            members.account("account"),
                            members.text("holder"),
                            members.number("amount"));
            case "passed" ->
                    new Entry.Passed(
                            members.account("from"),
                            members.account("to"),
                            members.text("holder"),
                            members.number("amount"));
            case "reserved" ->
                    new Entry.Reserved(
                            members.account("account"),
                            members.text("hold"),
                            members.text("organisation"),
                            members.number("amount"),
                            members.number("until"));
            case "confirmed" -> new Entry.Confirmed(members.text("hold"), members.number("amount"));
            case "released" -> new Entry.Released(members.text("hold"));
            case "expired" -> new Entry.Expired(members.text("hold"));
            case String other -> throw new IllegalArgumentException("no kind of entry: " + other);
        };
    }

    private static Entry verdict(Members members) {
        Entry.Outcome outcome =
                members.text("outcome").equals("accepted")
                        ? new Entry.Outcome.Accepted()
                        : new Entry.Outcome.Refused(
                                new Refusal(
                                        Refusal.Code.parse(members.text("code")),
                                        members.text("subject"),
                                        members.text("value")));
        return new Entry.Verdict(
                new Sender(
                        members.text("organisation"),
                        members.text("person"),
                        Sender.Standing.valueOf(members.text("standing"))),
                members.text("key"),
                members.text("digest"),
                members.number("at"),
                Math.toIntExact(members.number("entries")),
                outcome);
    }

    /// What an entry's object holds: texts and numbers by name, and the cells of its one object.
    private record Members(
            Map<String, String> texts,
            Map<String, Long> numbers,
            SortedMap<String, String> object) {
        static Members read(byte[] bytes) {
            Members members = new Members(new HashMap<>(), new HashMap<>(), new TreeMap<>());
            try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), bytes)) {
                json.nextToken();
                for (String name = json.nextName(); name != null; name = json.nextName()) {
                    JsonToken value = json.nextToken();
                    if (value == JsonToken.VALUE_STRING) {
                        members.texts.put(name, json.getString());
                    } else if (value == JsonToken.VALUE_NUMBER_INT) {
                        members.numbers.put(name, json.getLongValue());
                    } else {
                        members.readObject(json);
                    }
                }
            }
            return members;
        }

        private void readObject(JsonParser json) {
            for (String name = json.nextName(); name != null; name = json.nextName()) {
                json.nextToken();
                object.put(name, json.getString());
            }
        }

        String text(String name) {
            String text = texts.get(name);
            if (text == null) {
                throw new IllegalArgumentException("an entry without " + name);
            }
            return text;
        }

        long number(String name) {
            Long number = numbers.get(name);
            if (number == null) {
                throw new IllegalArgumentException("an entry without " + name);
            }
            return number;
        }

        AccountId account(String name) {
            return AccountId.parse(text(name));
        }
    }
}
