package org.ytterby.core.ledger.entry;

import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.ytterby.core.ledger.entry.Refusal.Code;

/// The slow obvious twin of what is decided on changes of plans.
record NaiveChanges(NaiveLedger ledger, List<Entry> happened) {
    private static final BigInteger MOST = BigInteger.valueOf(Command.NUMBER_MAX);

    Optional<Code> refusal(Sender sender, Change change, long now) {
        boolean isOwnOnly = NaiveLedger.isOwnOnly(sender);
        return switch (change) {
            case Change.Amend a ->
                    NaiveLedger.first(
                            List.of(
                                    NaiveLedger.when(isOwnOnly, Code.NOT_ALLOWED),
                                    unknown(a.account()),
                                    NaiveLedger.when(
                                            ledger.isMore(-a.amount(), a.account()),
                                            Code.OVERDRAFT),
                                    above(a.account(), a.amount())));
            case Change.Recall r ->
                    NaiveLedger.first(
                            List.of(
                                    NaiveLedger.when(isOwnOnly, Code.NOT_ALLOWED),
                                    unknown(r.account()),
                                    NaiveLedger.when(
                                            ledger.isMore(1, r.account()), Code.NOTHING_LEFT)));
            case Change.Transfer t ->
                    NaiveLedger.first(
                            List.of(
                                    NaiveLedger.when(t.amount() <= 0, Code.AMOUNT_NOT_POSITIVE),
                                    unknown(t.account()),
                                    unknown(t.to()),
                                    NaiveLedger.when(
                                            isOwnOnly && !t.group().equals(sender.organisation()),
                                            Code.ACCOUNT_OF_ANOTHER),
                                    strange(t.account(), t.group(), now),
                                    strange(t.to(), t.group(), now),
                                    NaiveLedger.when(
                                            !terms(t.account()).equals(terms(t.to())),
                                            Code.PLAN_DIFFERS),
                                    NaiveLedger.when(
                                            ledger.isMore(t.amount(), t.account()), Code.OVERDRAFT),
                                    above(t.to(), t.amount())));
        };
    }

    private Optional<Code> unknown(AccountId id) {
        return NaiveLedger.when(ledger.available(id).isEmpty(), Code.ACCOUNT_UNKNOWN);
    }

    private Optional<Code> above(AccountId id, long amount) {
        BigInteger granted = BigInteger.valueOf(amount);
        for (Entry entry : happened) {
            granted =
                    granted.add(
                            switch (entry) {
                                case Entry.Granted g when g.account().equals(id) ->
                                        BigInteger.valueOf(g.amount());
                                case Entry.Passed p when p.to().equals(id) ->
                                        BigInteger.valueOf(p.amount());
                                case Entry.Changed c when c.change().account().equals(id) ->
                                        BigInteger.valueOf(c.amount());
                                case Entry.Changed c
                                        when c.change() instanceof Change.Transfer t
                                                && t.to().equals(id) ->
                                        BigInteger.valueOf(t.amount());
                                default -> BigInteger.ZERO;
                            });
        }
        return NaiveLedger.when(granted.compareTo(MOST) > 0, Code.ABOVE_ACCOUNT);
    }

    private Optional<Code> strange(AccountId id, String group, long now) {
        String holder = ledger.holder(id);
        String of = "";
        LocalDate latest = LocalDate.MIN;
        LocalDate today =
                LocalDate.ofInstant(
                        Instant.EPOCH.plus(now, ChronoUnit.MICROS), ZoneOffset.ofHours(8));
        for (DeclaredRow row : rows("memberships")) {
            LocalDate from = LocalDate.parse(row.cell("from"));
            boolean isNow =
                    row.cell("party").equals(holder)
                            && !from.isAfter(today)
                            && (row.cell("until").isEmpty()
                                    || !LocalDate.parse(row.cell("until")).isBefore(today));
            if (isNow && !from.isBefore(latest)) {
                of = row.cell("group");
                latest = from;
            }
        }
        return NaiveLedger.when(!holder.equals(group) && !of.equals(group), Code.GROUP_DIFFERS);
    }

    private String terms(AccountId id) {
        String terms = "";
        for (DeclaredRow row : rows("plans")) {
            if (row.cell("plan").equals(id.name())) {
                boolean isMining = row.cell("kind").equals("mining");
                terms =
                        row.cell("year")
                                + " "
                                + row.cell("kind")
                                + " "
                                + (isMining ? row.cell("ore_type") : "");
            }
        }
        return terms;
    }

    private List<DeclaredRow> rows(String table) {
        return happened.stream()
                .filter(Entry.Declared.class::isInstance)
                .map(entry -> ((Entry.Declared) entry).row())
                .filter(row -> row.table().equals(table))
                .toList();
    }
}
