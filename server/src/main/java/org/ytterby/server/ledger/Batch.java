package org.ytterby.server.ledger;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.ytterby.core.ledger.entry.Account;
import org.ytterby.core.ledger.entry.AccountId;
import org.ytterby.core.ledger.entry.CaseFile;
import org.ytterby.core.ledger.entry.Entry;
import org.ytterby.core.ledger.entry.Hold;
import org.ytterby.core.ledger.entry.Proposal;

/// What one transaction records: entries, and what they make of the tables that acceptance reads.
///
/// @param accounts as they are afterwards, those that the batch touched
/// @param holders of these accounts
/// @param facilities by id, those that the batch registered
record Batch(
        Taken taken,
        List<Decided> submissions,
        Collection<Account> accounts,
        Map<AccountId, String> holders,
        Collection<Hold> holds,
        Collection<Proposal> proposals,
        Collection<CaseFile> cases,
        Map<String, Facility> facilities) {
    /// Who runs a facility, and where it lies.
    ///
    /// @param region empty where it was not declared
    record Facility(String party, String region) {}

    /// A submission and where its verdict stands.
    record Decided(Entry.Verdict verdict, long position) {}
}
