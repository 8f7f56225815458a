package org.ytterby.app;

import org.ytterby.core.proof.Difference;
import org.ytterby.core.proof.Receipt;
import org.ytterby.core.proof.Refusal;
import org.ytterby.core.proof.TrustPolicy;
import org.ytterby.server.backup.DatabaseCheck;

/// What `ytterby verify` and `ytterby monitor` answer.
sealed interface Verification {
    /// The entry of a receipt stands in its log.
    record Entry(Receipt receipt, TrustPolicy.Trusted trusted) implements Verification {}

    /// A whole log is as it was signed.
    ///
    /// @param kept number of earlier checkpoints that it agrees with
    record Log(TrustPolicy.Trusted trusted, int kept) implements Verification {}

    /// A log is as it was signed, and the tables of its ledger follow from the first entries.
    ///
    /// @param position entries before it are in the tables
    record Ledger(Log log, long position) implements Verification {}

    /// A receipt or a checkpoint is not believed.
    record Refused(Refusal refusal) implements Verification {}

    /// A log is not as it was signed.
    record Differs(Difference difference) implements Verification {}

    /// A log is as it was signed, its ledger is not what follows from the entries.
    ///
    /// @param difference table and row
    record LedgerDiffers(String difference) implements Verification {
        static final String CODE = "ledger-differs";
    }

    /// A witness has something against the log, or cannot be relied upon.
    ///
    /// @param en what it is, in English
    /// @param zh the same in Chinese
    record WitnessObjects(String witness, String code, String en, String zh)
            implements Verification {}

    /// A whole database, log and tables.
    record Database(DatabaseCheck.Outcome outcome) implements Verification {}

    default boolean holds() {
        return switch (this) {
            case Entry _, Log _, Ledger _ -> true;
            case Refused _, Differs _, LedgerDiffers _, WitnessObjects _ -> false;
            case Database(DatabaseCheck.Outcome outcome) -> outcome.holds();
        };
    }
}
