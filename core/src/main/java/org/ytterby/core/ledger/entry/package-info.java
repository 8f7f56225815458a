/// What binds somebody: the commands that ask for it, the entries that record it, the accounts that
/// are never overdrawn, and the pure function that decides between them.
///
/// The state is the fold of [LedgerState#apply] over all entries. [Decider#decide] only reads it.
/// Declared facts are refused for form, identity or authority and for nothing else; entitlements
/// are refused where an account does not cover them. What grants or punishes takes two persons.
///
/// Commands and entries of cases are here too, so that every switch over them is complete.
@NullMarked
package org.ytterby.core.ledger.entry;

import org.jspecify.annotations.NullMarked;
