package org.ytterby.server.faults;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// What a ledger's entries come to: a second opinion that shares no code with the service, in
/// numbers of any size, checked at every entry.
final class Fold {
    private static final String RESERVED = "reserved";

    /// What binds stands behind its approval and its document.
    private static final int APPROVED_WITHIN = 2;

    private final boolean takesTwo;
    private final Map<String, String> proposers = new HashMap<>();
    private final Set<String> ended = new HashSet<>();
    private long approvedAt = -1;

    private final Map<String, Account> accounts = new HashMap<>();
    private final Map<String, Hold> holds = new HashMap<>();
    private final SortedMap<String, String> facilities = new TreeMap<>();
    private final Map<String, BigInteger> root = new HashMap<>();
    private final Map<String, BigInteger> drawn = new HashMap<>();

    /// @param takesTwo whether what binds takes two persons, as it does over HTTP
    Fold(boolean takesTwo) {
        this.takesTwo = takesTwo;
    }

    private static final class Account {
        final String holder;
        BigInteger granted;
        BigInteger reserved = BigInteger.ZERO;
        BigInteger posted = BigInteger.ZERO;

        Account(String holder, BigInteger granted) {
            this.holder = holder;
            this.granted = granted;
        }

        BigInteger available() {
            return granted.subtract(reserved).subtract(posted);
        }
    }

    private record Hold(
            String account,
            String organisation,
            BigInteger amount,
            long until,
            String state,
            BigInteger drawn) {
        Hold ended(String as, BigInteger amountDrawn) {
            return new Hold(account, organisation, amount, until, as, amountDrawn);
        }
    }

    /// Adds an entry that is no verdict.
    ///
    /// @throws AssertionError if it breaks I1 or I9
    void add(JsonNode entry, long position) {
        switch (entry.path("kind").asString()) {
            case "declared" -> {
                if (entry.path("table").asString().equals("facilities")) {
                    facilities.put(
                            entry.path("row").path("facility").asString(""),
                            entry.path("row").path("party").asString(""));
                }
            }
            case "proposed" ->
                    require(
                            proposers.putIfAbsent(text(entry, "proposal"), text(entry, "person"))
                                    == null,
                            "I8: proposed twice at " + position);
            case "approved" -> approve(entry, position);
            case "rejected", "withdrawn", "lapsed" ->
                    require(ended.add(text(entry, "proposal")), "I8: ended twice at " + position);
            case "enacted", "awarded", "revoked" -> mustBeApproved(position);
            case "case" -> {}
            case "granted" -> {
                mustBeApproved(position);
                open(entry, text(entry, "account"));
                count(root, text(entry, "account"), amount(entry));
            }
            case "changed" -> change(entry, position);
            case "passed" -> {
                mustBeApproved(position);
                Account from = account(text(entry, "from"), position);
                from.posted = from.posted.add(amount(entry));
                open(entry, text(entry, "to"));
                mustCover(from, text(entry, "from"), position);
            }
            case RESERVED -> {
                Account account = account(text(entry, "account"), position);
                account.reserved = account.reserved.add(amount(entry));
                require(
                        holds.putIfAbsent(text(entry, "hold"), reserved(entry)) == null,
                        "I9: reserved twice at " + position);
                mustCover(account, text(entry, "account"), position);
            }
            case "confirmed" -> end(entry, "confirmed", amount(entry), position);
            case "released" -> end(entry, "released", BigInteger.ZERO, position);
            case "expired" -> end(entry, "expired", BigInteger.ZERO, position);
            case String other ->
                    throw new AssertionError("unknown entry " + other + " at " + position);
        }
    }

    /// A transfer goes from one account to another, any other change from or to nothing.
    private void change(JsonNode entry, long position) {
        mustBeApproved(position);
        String name = text(entry, "account");
        Account account = account(name, position);
        if (text(entry, "change").equals("transfer")) {
            Account to = account(text(entry, "to"), position);
            account.granted = account.granted.subtract(amount(entry));
            to.granted = to.granted.add(amount(entry));
        } else {
            account.granted = account.granted.add(amount(entry));
            count(root, name, amount(entry));
        }
        mustCover(account, name, position);
    }

    private void approve(JsonNode entry, long position) {
        String name = text(entry, "proposal");
        require(ended.add(name), "I8: ended twice at " + position);
        String proposer = proposers.get(name);
        require(
                proposer != null && !proposer.equals(text(entry, "person")),
                "I8: approved by who proposed it, or never proposed, at " + position);
        approvedAt = position;
    }

    /// I8: what binds follows its approval, behind the document that it comes with.
    private void mustBeApproved(long position) {
        require(
                !takesTwo || (approvedAt >= 0 && position - approvedAt <= APPROVED_WITHIN),
                "I8: binds without approval at " + position);
    }

    private void open(JsonNode entry, String name) {
        require(
                accounts.putIfAbsent(name, new Account(text(entry, "holder"), amount(entry)))
                        == null,
                "I1: account opened twice: " + name);
    }

    private static Hold reserved(JsonNode entry) {
        return new Hold(
                text(entry, "account"),
                text(entry, "organisation"),
                amount(entry),
                entry.path("until").asLong(),
                RESERVED,
                BigInteger.ZERO);
    }

    private void end(JsonNode entry, String as, BigInteger amountDrawn, long position) {
        String name = text(entry, "hold");
        Hold hold = holds.get(name);
        if (hold == null || !hold.state.equals(RESERVED)) {
            throw new AssertionError("I9: ends what is not reserved at " + position);
        }
        require(
                amountDrawn.compareTo(hold.amount) <= 0,
                "I9: draws more than was reserved at " + position);
        Account account = account(hold.account, position);
        account.reserved = account.reserved.subtract(hold.amount);
        account.posted = account.posted.add(amountDrawn);
        count(drawn, hold.account, amountDrawn);
        holds.put(name, hold.ended(as, amountDrawn));
        mustCover(account, hold.account, position);
    }

    private Account account(String name, long position) {
        return Optional.ofNullable(accounts.get(name))
                .orElseThrow(
                        () -> new AssertionError("I1: no account " + name + " at " + position));
    }

    private static void mustCover(Account account, String name, long position) {
        require(
                account.available().signum() >= 0
                        && account.reserved.signum() >= 0
                        && account.posted.signum() >= 0,
                "I1: " + name + " is overdrawn at " + position);
    }

    private static void count(Map<String, BigInteger> sums, String account, BigInteger amount) {
        String kind = account.substring(0, account.indexOf(':'));
        sums.merge(kind, amount, BigInteger::add);
    }

    /// I2: per kind, what was granted at the root is what is left, set aside or drawn.
    void mustBalance() {
        for (Map.Entry<String, BigInteger> kind : root.entrySet()) {
            BigInteger left =
                    accounts.entrySet().stream()
                            .filter(a -> a.getKey().startsWith(kind.getKey() + ":"))
                            .map(a -> a.getValue().available().add(a.getValue().reserved))
                            .reduce(BigInteger.ZERO, BigInteger::add);
            BigInteger out = drawn.getOrDefault(kind.getKey(), BigInteger.ZERO);
            require(
                    kind.getValue().equals(left.add(out)),
                    "I2: %s: granted %s, left %s, drawn %s"
                            .formatted(kind.getKey(), kind.getValue(), left, out));
        }
    }

    SortedMap<String, String> accounts() {
        SortedMap<String, String> rows = new TreeMap<>();
        accounts.forEach((name, a) ->
                rows.put(name, a.holder + " " + a.granted + " " + a.reserved + " " + a.posted));
        return rows;
    }

    SortedMap<String, String> holds() {
        SortedMap<String, String> rows = new TreeMap<>();
        holds.forEach((name, h) ->
                rows.put(
                        name,
                        String.join(
                                " ",
                                h.account,
                                h.organisation,
                                h.amount.toString(),
                                Long.toString(h.until),
                                h.state,
                                h.drawn.toString())));
        return rows;
    }

    SortedMap<String, String> facilities() {
        return facilities;
    }

    private static String text(JsonNode entry, String member) {
        return entry.path(member).asString();
    }

    private static BigInteger amount(JsonNode entry) {
        return entry.path("amount").bigIntegerValue();
    }

    private static void require(boolean holds, String claim) {
        if (!holds) {
            throw new AssertionError(claim);
        }
    }
}
