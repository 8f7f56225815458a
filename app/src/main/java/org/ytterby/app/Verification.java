package org.ytterby.app;

import org.ytterby.core.proof.Difference;
import org.ytterby.core.proof.Receipt;
import org.ytterby.core.proof.Refusal;
import org.ytterby.core.proof.TrustPolicy;
import org.ytterby.server.backup.DatabaseCheck;

/// What `ytterby verify` answers.
sealed interface Verification {
    /// The entry of a receipt stands in its log.
    record Entry(Receipt receipt, TrustPolicy.Trusted trusted) implements Verification {}

    /// A whole log is as it was signed.
    ///
    /// @param kept number of earlier checkpoints that it agrees with
    record Log(TrustPolicy.Trusted trusted, int kept) implements Verification {}

    /// A receipt or a checkpoint is not believed.
    record Refused(Refusal refusal) implements Verification {}

    /// A log is not as it was signed.
    record Differs(Difference difference) implements Verification {}

    /// A whole database, log and tables.
    record Database(DatabaseCheck.Outcome outcome) implements Verification {}

    default boolean holds() {
        return switch (this) {
            case Entry _, Log _ -> true;
            case Refused _, Differs _ -> false;
            case Database(DatabaseCheck.Outcome outcome) -> outcome.holds();
        };
    }
}
