package org.ytterby.core.ledger.entry;

import org.ytterby.core.ledger.entry.AccountId.Kind;

/// What alters a plan that was granted. What was drawn or set aside stays as it is.
public sealed interface Change {
    /// More, or less of what is left.
    ///
    /// @param amount kg REO; below 0 for less, never 0
    /// @param clause of the law, notice or decision that it rests on
    record Amend(AccountId account, long amount, String clause, String reason) implements Change {
        /// @throws IllegalArgumentException if it is of no plan, alters nothing, or a text or the
        ///   amount has another form
        public Amend {
            requirePlan(account);
            Texts.requireExact(amount);
            Texts.requireText(clause);
            Texts.requireText(reason);
            if (amount == 0) {
                throw new IllegalArgumentException(
                        "amount: above 0 for more, below 0 for less / 追加填正数，核减填负数，不得为 0");
            }
        }
    }

    /// All that is left, whatever that is when it is decided.
    record Recall(AccountId account, String clause, String reason) implements Change {
        /// @throws IllegalArgumentException if it is of no plan, or a text has another form
        public Recall {
            requirePlan(account);
            Texts.requireText(clause);
            Texts.requireText(reason);
        }
    }

    /// Part of what is left goes to another plan of the same group, year and kind.
    ///
    /// @param group party code of the group that decides it
    /// @param amount kg REO, `> 0`
    record Transfer(AccountId account, AccountId to, String group, long amount, String reason)
            implements Change {
        /// @throws IllegalArgumentException unless it is from one plan to another, or if a text or
        ///   the amount has another form
        public Transfer {
            requirePlan(account);
            requirePlan(to);
            Texts.requireText(group);
            Texts.requireExact(amount);
            Texts.requireText(reason);
            if (account.equals(to)) {
                throw new IllegalArgumentException(
                        "to: another plan than the one it comes from / 调入计划须与调出计划不同: " + to);
            }
        }
    }

    /// The account that it alters first.
    AccountId account();

    private static void requirePlan(AccountId account) {
        if (account.kind() != Kind.PLAN) {
            throw new IllegalArgumentException(
                    "account: only plans are altered / 仅总量控制计划可调整: " + account);
        }
    }
}
