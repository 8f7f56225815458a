package org.ytterby.core.ledger.entry;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ytterby.core.ledger.entry.Refusal.Code;

/// The slow obvious twin of the decider: a list of what happened, read from the beginning for every
/// question, with numbers of any size.
public final class NaiveLedger {
    private static final Set<String> OF_ENTERPRISES =
            Set.of("flows", "assays", "methods", "environmental_returns", "reserves");
    private static final Set<String> TABLES =
            Set.of(
                    "flows",
                    "assays",
                    "methods",
                    "parties",
                    "memberships",
                    "facilities",
                    "permits",
                    "products",
                    "plans",
                    "licences",
                    "deposits",
                    "partner_imports",
                    "environmental_returns",
                    "capacities",
                    "reserves",
                    "stockpile");

    private final List<Entry> happened = new ArrayList<>();

    public void add(Entry entry) {
        happened.add(entry);
    }

    public Optional<BigInteger> available(AccountId id) {
        boolean isOpen = happened.stream().anyMatch(entry -> opens(entry, id));
        return isOpen
                ? Optional.of(
                        happened.stream()
                                .map(entry -> change(entry, id))
                                .reduce(BigInteger.ZERO, BigInteger::add))
                : Optional.empty();
    }

    private static boolean opens(Entry entry, AccountId id) {
        return switch (entry) {
            case Entry.Granted g -> g.account().equals(id);
            case Entry.Passed p -> p.to().equals(id);
            default -> false;
        };
    }

    private static boolean ends(Entry entry, String hold) {
        return switch (entry) {
            case Entry.Confirmed c -> c.hold().equals(hold);
            case Entry.Released r -> r.hold().equals(hold);
            case Entry.Expired e -> e.hold().equals(hold);
            default -> false;
        };
    }

    private BigInteger change(Entry entry, AccountId id) {
        return switch (entry) {
            case Entry.Granted g when g.account().equals(id) -> big(g.amount());
            case Entry.Passed p when p.to().equals(id) -> big(p.amount());
            case Entry.Passed p when p.from().equals(id) -> big(p.amount()).negate();
            case Entry.Changed c when c.change().account().equals(id) -> big(c.amount());
            case Entry.Changed c
                    when c.change() instanceof Change.Transfer t && t.to().equals(id) ->
                    big(t.amount());
            case Entry.Reserved r when r.account().equals(id) -> big(r.amount()).negate();
            case Entry.Confirmed c when isOf(c.hold(), id) ->
                    big(reserved(c.hold()).amount()).subtract(big(c.amount()));
            case Entry.Released r when isOf(r.hold(), id) -> big(reserved(r.hold()).amount());
            case Entry.Expired e when isOf(e.hold(), id) -> big(reserved(e.hold()).amount());
            default -> BigInteger.ZERO;
        };
    }

    private static BigInteger big(long amount) {
        return BigInteger.valueOf(amount);
    }

    private boolean isOf(String hold, AccountId id) {
        return reserved(hold).account().equals(id);
    }

    private Entry.Reserved reserved(String hold) {
        return find(hold).orElseThrow();
    }

    private Optional<Entry.Reserved> find(String hold) {
        return happened.stream()
                .filter(Entry.Reserved.class::isInstance)
                .map(Entry.Reserved.class::cast)
                .filter(r -> r.hold().equals(hold))
                .findFirst();
    }

    private boolean isEnded(String hold) {
        return happened.stream().anyMatch(entry -> ends(entry, hold));
    }

    String holder(AccountId id) {
        for (Entry entry : happened) {
            if (entry instanceof Entry.Granted g && g.account().equals(id)) {
                return g.holder();
            }
            if (entry instanceof Entry.Passed p && p.to().equals(id)) {
                return p.holder();
            }
        }
        return "";
    }

    /// Why a command on facts, accounts and proposals is refused; empty if it is taken.
    public Optional<Code> refusal(Sender sender, Command command, long now) {
        boolean alone = sender.standing() == Sender.Standing.EVERYBODY;
        return switch (command) {
            case Command.Declare(List<DeclaredRow> rows) ->
                    first(rows.stream().map(row -> declared(sender, row)).toList());
            case Command.Grant g ->
                    first(
                                    List.of(
                                            when(isOwnOnly(sender), Code.TABLE_RESERVED),
                                            when(!alone, Code.APPROVAL_NEEDED)))
                            .or(() -> binding(sender, g, now));
            case Command.Split s ->
                    when(!alone, Code.APPROVAL_NEEDED).or(() -> binding(sender, s, now));
            case Command.Propose p ->
                    first(
                                    List.of(
                                            when(
                                                    proposed(p.proposal()).isPresent(),
                                                    Code.PROPOSAL_EXISTS),
                                            when(
                                                    p.untilMicros() <= now
                                                            || p.untilMicros() - now
                                                                    > 7_776_000_000_000L,
                                                    Code.PROPOSAL_SPAN)))
                            .or(() -> binding(sender, p.command(), now));
            case Command.Approve(String name) ->
                    second(sender, name, now)
                            .or(() -> binding(sender, proposed(name).orElseThrow().command(), now));
            case Command.Reject(String name, String _) -> second(sender, name, now);
            case Command.Withdraw(String name) ->
                    proposal(name, now).or(() -> when(!isOf(sender, name), Code.NOT_PROPOSER));
            case Command.Lapse(String name) -> lapsing(name, now, alone);
            case Command.Act _, Command.Penalise _ ->
                    new NaiveCases(happened).refusal(sender, command, now);
            case Command.Enact _, Command.Award _, Command.Revoke _ ->
                    when(isOwnOnly(sender), Code.NOT_ALLOWED)
                            .or(() -> when(!alone, Code.APPROVAL_NEEDED))
                            .or(() -> binding(sender, (Command.FourEyes) command, now));
            case Command.Alter(Change change) ->
                    when(
                                    isOwnOnly(sender) && !(change instanceof Change.Transfer),
                                    Code.NOT_ALLOWED)
                            .or(() -> when(!alone, Code.APPROVAL_NEEDED))
                            .or(() -> altering(sender, change, now));
            case Command.Reserve r -> reserving(sender, r, now);
            case Command.Confirm(String hold, long amount) -> confirming(sender, hold, amount, now);
            case Command.Release(String hold) -> ending(sender, hold);
            case Command.Expire(String hold) ->
                    ending(sender, hold)
                            .or(() ->
                                    when(
                                            reserved(hold).untilMicros() > now,
                                            Code.HOLD_NOT_EXPIRED));
        };
    }

    private Optional<Code> lapsing(String name, long now, boolean alone) {
        return proposal(name, Long.MIN_VALUE)
                .or(() ->
                        first(
                                List.of(
                                        when(
                                                now < proposed(name).orElseThrow().untilMicros(),
                                                Code.PROPOSAL_NOT_EXPIRED),
                                        when(!alone, Code.NOT_ALLOWED))));
    }

    private Optional<Code> confirming(Sender sender, String hold, long amount, long now) {
        return amount <= 0
                ? Optional.of(Code.AMOUNT_NOT_POSITIVE)
                : ending(sender, hold)
                        .or(() ->
                                first(
                                        List.of(
                                                when(
                                                        reserved(hold).untilMicros() <= now,
                                                        Code.HOLD_EXPIRED),
                                                when(
                                                        amount > reserved(hold).amount(),
                                                        Code.ABOVE_HOLD))));
    }

    static boolean isOwnOnly(Sender sender) {
        return sender.standing() == Sender.Standing.OWN_FACILITIES;
    }

    private Optional<Code> reserving(Sender sender, Command.Reserve r, long now) {
        return first(
                List.of(
                        when(r.amount() <= 0, Code.AMOUNT_NOT_POSITIVE),
                        when(available(r.account()).isEmpty(), Code.ACCOUNT_UNKNOWN),
                        when(!isOwner(sender, r.account()), Code.ACCOUNT_OF_ANOTHER),
                        when(find(r.hold()).isPresent(), Code.HOLD_EXISTS),
                        when(r.untilMicros() <= now, Code.UNTIL_IN_THE_PAST),
                        when(isMore(r.amount(), r.account()), Code.OVERDRAFT)));
    }

    private boolean isOwner(Sender sender, AccountId account) {
        return !isOwnOnly(sender) || holder(account).equals(sender.organisation());
    }

    private Optional<Code> binding(Sender sender, Command.FourEyes command, long now) {
        return switch (command) {
            case Command.Grant g ->
                    first(
                            List.of(
                                    when(isOwnOnly(sender), Code.TABLE_RESERVED),
                                    when(g.amount() <= 0, Code.AMOUNT_NOT_POSITIVE),
                                    when(available(g.account()).isPresent(), Code.ACCOUNT_EXISTS)));
            case Command.Penalise penalise ->
                    new NaiveCases(happened).binding(sender, penalise, now);
            case Command.Enact(DeclaredRow row) -> enacting(sender, row);
            case Command.Award(Reward reward) -> awarding(sender, reward);
            case Command.Revoke(Revocation revocation) -> revoking(sender, revocation);
            case Command.Alter(Change change) -> altering(sender, change, now);
            case Command.Split s ->
                    first(
                            List.of(
                                    when(s.amount() <= 0, Code.AMOUNT_NOT_POSITIVE),
                                    when(available(s.to()).isPresent(), Code.ACCOUNT_EXISTS),
                                    when(available(s.from()).isEmpty(), Code.ACCOUNT_UNKNOWN),
                                    when(!isOwner(sender, s.from()), Code.ACCOUNT_OF_ANOTHER),
                                    when(s.from().kind() != s.to().kind(), Code.KIND_DIFFERS),
                                    when(isMore(s.amount(), s.from()), Code.OVERDRAFT)));
        };
    }

    private Optional<Code> altering(Sender sender, Change change, long now) {
        return new NaiveChanges(this, happened).refusal(sender, change, now);
    }

    private Optional<Code> enacting(Sender sender, DeclaredRow row) {
        List<String> key =
                switch (row.table()) {
                    case "limits" -> List.of("limit");
                    case "penalties" -> List.of("clause");
                    case "duties" -> List.of("duty");
                    case "split-deadlines" -> List.of("year", "batch");
                    default -> List.of();
                };
        return first(
                List.of(
                        when(isOwnOnly(sender), Code.NOT_ALLOWED),
                        when(key.isEmpty(), Code.TABLE_UNKNOWN),
                        when(
                                happened.stream()
                                        .anyMatch(e ->
                                                e instanceof Entry.Enacted was
                                                        && begins(was.row(), row, key)),
                                Code.ROW_EXISTS)));
    }

    private static boolean begins(DeclaredRow one, DeclaredRow other, List<String> key) {
        return one.table().equals(other.table())
                && one.cell("from").equals(other.cell("from"))
                && key.stream().allMatch(c -> one.cell(c).equals(other.cell(c)));
    }

    private Optional<Code> awarding(Sender sender, Reward reward) {
        boolean names = !reward.facility().isEmpty();
        Optional<String> party = party(reward.facility());
        return first(
                List.of(
                        when(isOwnOnly(sender), Code.NOT_ALLOWED),
                        when(names && party.isEmpty(), Code.FACILITY_UNKNOWN),
                        when(
                                names && !party.equals(Optional.of(reward.party())),
                                Code.FACILITY_OF_ANOTHER),
                        when(
                                !reward.caseName().isEmpty()
                                        && happened.stream()
                                                .noneMatch(e ->
                                                        e instanceof Entry.Stepped s
                                                                && s.name()
                                                                        .equals(reward.caseName())),
                                Code.CASE_UNKNOWN)));
    }

    private Optional<Code> revoking(Sender sender, Revocation asked) {
        boolean isGiven =
                happened.stream()
                                .anyMatch(e ->
                                        e instanceof Entry.Approved a
                                                && a.proposal().equals(asked.reward()))
                        && proposed(asked.reward()).orElseThrow().command()
                                instanceof Command.Award award
                        && award.reward().party().equals(asked.party());
        return first(
                List.of(
                        when(isOwnOnly(sender), Code.NOT_ALLOWED),
                        when(!isGiven, Code.REWARD_UNKNOWN),
                        when(
                                happened.stream()
                                        .anyMatch(e ->
                                                e instanceof Entry.Revoked r
                                                        && r.revocation()
                                                                .reward()
                                                                .equals(asked.reward())),
                                Code.REWARD_REVOKED)));
    }

    private Optional<Entry.Proposed> proposed(String name) {
        return happened.stream()
                .filter(Entry.Proposed.class::isInstance)
                .map(Entry.Proposed.class::cast)
                .filter(p -> p.proposal().equals(name))
                .findFirst();
    }

    private static boolean endsProposal(Entry entry, String name) {
        return switch (entry) {
            case Entry.Approved a -> a.proposal().equals(name);
            case Entry.Rejected r -> r.proposal().equals(name);
            case Entry.Withdrawn w -> w.proposal().equals(name);
            case Entry.Lapsed l -> l.proposal().equals(name);
            default -> false;
        };
    }

    private boolean isOf(Sender sender, String name) {
        return proposed(name).orElseThrow().person().equals(sender.person());
    }

    private Optional<Code> proposal(String name, long now) {
        if (proposed(name).isEmpty()) {
            return Optional.of(Code.PROPOSAL_UNKNOWN);
        }
        return first(
                List.of(
                        when(
                                happened.stream().anyMatch(entry -> endsProposal(entry, name)),
                                Code.PROPOSAL_ENDED),
                        when(
                                proposed(name).orElseThrow().untilMicros() <= now,
                                Code.PROPOSAL_EXPIRED)));
    }

    private Optional<Code> second(Sender sender, String name, long now) {
        return proposal(name, now)
                .or(() ->
                        first(
                                List.of(
                                        when(isOf(sender, name), Code.SAME_PERSON),
                                        when(
                                                !mayBind(sender, proposed(name).orElseThrow()),
                                                Code.NOT_ALLOWED))));
    }

    private boolean mayBind(Sender sender, Entry.Proposed proposed) {
        return switch (proposed.command()) {
            case Command.Grant _ -> !isOwnOnly(sender);
            case Command.Split s -> isOwner(sender, s.from());
            case Command.Penalise _, Command.Enact _, Command.Award _, Command.Revoke _ ->
                    !isOwnOnly(sender);
            case Command.Alter(Change.Transfer t) ->
                    !isOwnOnly(sender) || t.group().equals(sender.organisation());
            case Command.Alter _ -> !isOwnOnly(sender);
        };
    }

    private Optional<Code> declared(Sender sender, DeclaredRow row) {
        boolean all = !isOwnOnly(sender);
        boolean alone = sender.standing() == Sender.Standing.EVERYBODY;
        boolean grants = row.table().equals("plans") || row.table().equals("licences");
        boolean bound =
                !all && Set.of("flows", "environmental_returns", "reserves").contains(row.table());
        Optional<String> party = party(row.cell("facility"));
        return first(
                List.of(
                        when(!TABLES.contains(row.table()), Code.TABLE_UNKNOWN),
                        when(all && !alone && grants, Code.APPROVAL_NEEDED),
                        when(!all && !OF_ENTERPRISES.contains(row.table()), Code.TABLE_RESERVED),
                        when(bound && party.isEmpty(), Code.FACILITY_UNKNOWN),
                        when(
                                bound && !party.equals(Optional.of(sender.organisation())),
                                Code.FACILITY_OF_ANOTHER)));
    }

    private Optional<String> party(String facility) {
        Optional<String> last = Optional.empty();
        for (Entry entry : happened) {
            if (entry instanceof Entry.Declared(DeclaredRow row)
                    && row.table().equals("facilities")
                    && row.cell("facility").equals(facility)) {
                last = Optional.of(row.cell("party"));
            }
        }
        return last;
    }

    boolean isMore(long amount, AccountId account) {
        return available(account).map(left -> big(amount).compareTo(left) > 0).orElse(false);
    }

    private Optional<Code> ending(Sender sender, String hold) {
        if (find(hold).isEmpty()) {
            return Optional.of(Code.HOLD_UNKNOWN);
        }
        return first(
                List.of(
                        when(
                                isOwnOnly(sender)
                                        && !reserved(hold)
                                                .organisation()
                                                .equals(sender.organisation()),
                                Code.HOLD_OF_ANOTHER),
                        when(isEnded(hold), Code.HOLD_ENDED)));
    }

    static Optional<Code> when(boolean holds, Code code) {
        return holds ? Optional.of(code) : Optional.empty();
    }

    static Optional<Code> first(List<Optional<Code>> codes) {
        return codes.stream().flatMap(Optional::stream).findFirst();
    }
}
