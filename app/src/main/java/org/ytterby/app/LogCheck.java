package org.ytterby.app;

import java.util.List;
import org.ytterby.core.proof.Checkpoint;
import org.ytterby.core.proof.LogSource;
import org.ytterby.core.proof.Monitor;
import org.ytterby.core.proof.ProofRefused;
import org.ytterby.core.proof.Receipt;
import org.ytterby.core.proof.SignedNote;
import org.ytterby.core.proof.TrustPolicy;

/// Rebuilds a log, wherever it is read, up to a checkpoint that has to be believed first.
///
/// @param policy whose signatures are asked for
/// @param earlier checkpoints that were kept, not always cosigned
record LogCheck(TrustPolicy policy, List<SignedNote> earlier) {
    /// @param source makes the source once the size is known
    /// @param reader hears of the entries
    Verification of(SignedNote newest, Source source, Monitor.EachEntry reader) {
        try {
            TrustPolicy.Trusted latest = policy.trusted(newest);
            TrustPolicy logAlone = new TrustPolicy(policy.log(), policy.witnesses(), 0);
            List<Checkpoint> kept =
                    earlier.stream().map(note -> logAlone.trusted(note).checkpoint()).toList();
            LogSource read = source.upTo(latest.checkpoint().size());
            return switch (Monitor.rebuild(read, latest.checkpoint(), kept, reader)) {
                case Monitor.Outcome.Whole _ -> new Verification.Log(latest, kept.size());
                case Monitor.Outcome.Different(var first) -> new Verification.Differs(first);
            };
        } catch (ProofRefused refused) {
            return new Verification.Refused(refused.refusal());
        }
    }

    /// Where the log is read.
    @FunctionalInterface
    interface Source {
        LogSource upTo(long size);
    }

    /// The checkpoint in a file of its own or in a receipt.
    ///
    /// @throws ProofRefused if it is neither
    static SignedNote note(byte[] bytes) {
        return Receipt.isReceipt(bytes) ? Receipt.parse(bytes).note() : SignedNote.parse(bytes);
    }
}
