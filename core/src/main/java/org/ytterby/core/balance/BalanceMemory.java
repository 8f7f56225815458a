package org.ytterby.core.balance;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.ytterby.core.material.Composition;

/// Remembers balances and what was judged of them from one state of a ledger to the next: most
/// facilities have no new line, and their tests are most of the work.
///
/// What is remembered equals what would be computed, to the last digit: it is found again by
/// everything that it depends on. Safe for use by several threads, but for [#forgetOthers].
public final class BalanceMemory {
    private final boolean remembers;
    private final Map<BalanceKey, FacilityBalance> earlierBalances = new HashMap<>();
    private final Map<Question, Tested> earlierTests = new HashMap<>();
    private final Map<BalanceKey, FacilityBalance> balances = new ConcurrentHashMap<>();
    private final Map<Question, Tested> tests = new ConcurrentHashMap<>();

    private BalanceMemory(boolean remembers) {
        this.remembers = remembers;
    }

    /// What the inventory test and the check of scatter say of a balance.
    public record Tested(InventoryTest.Verdict verdict, Optional<Scatter> scatter) {
        static Tested of(FacilityBalance balance, List<Composition> deposits, double level) {
            InventoryTest test = new InventoryTest(balance, deposits);
            InventoryTest.Verdict verdict = test.verdict(level);
            return new Tested(verdict, test.scatter(verdict));
        }
    }

    private record Question(BalanceKey balance, List<Composition> deposits, double level) {}

    /// A memory without anything in it.
    public static BalanceMemory empty() {
        return new BalanceMemory(true);
    }

    /// For one state of a ledger alone: nothing is kept, and nothing is spent on keeping it.
    public static BalanceMemory none() {
        return new BalanceMemory(false);
    }

    /// The balances of a facility that has at least two stocktakes.
    public Optional<FacilityBalance> balance(ErrorModel model, int facility) {
        if (!remembers) {
            return FacilityBalance.of(model, facility);
        }
        BalanceKey key = BalanceKey.of(model, facility);
        FacilityBalance known = earlierBalances.get(key);
        Optional<FacilityBalance> found =
                known == null
                        ? FacilityBalance.of(model, facility).map(balance -> balance.named(key))
                        : Optional.of(known.of(model));
        found.ifPresent(balance -> balances.put(key, balance));
        return found;
    }

    /// What is judged of a balance.
    ///
    /// @param balance one that this memory gave
    /// @param level see [InventoryTest#verdict]
    public Tested tested(FacilityBalance balance, List<Composition> deposits, double level) {
        BalanceKey key = balance.key();
        if (!remembers || key == null) {
            return Tested.of(balance, deposits, level);
        }
        Question question = new Question(key, deposits, level);
        Tested known = earlierTests.get(question);
        Tested tested = known == null ? Tested.of(balance, deposits, level) : known;
        tests.put(question, tested);
        return tested;
    }

    /// Forgets what was not asked for since the last call: the ledger has gone on.
    public void forgetOthers() {
        earlierBalances.clear();
        earlierBalances.putAll(balances);
        balances.clear();
        earlierTests.clear();
        earlierTests.putAll(tests);
        tests.clear();
    }
}
