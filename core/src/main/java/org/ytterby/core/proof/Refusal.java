package org.ytterby.core.proof;

import java.util.Locale;

/// Why something is not believed.
///
/// @param en what is wrong, in English
/// @param zh the same in Chinese
public record Refusal(Code code, String en, String zh) {
    /// Stable names of reasons.
    public enum Code {
        /// No base64 of 32 bytes.
        HASH_MALFORMED,
        /// A verifier key or signing key that cannot be read or does not fit its own id.
        KEY_MALFORMED,
        /// No signed note.
        NOTE_MALFORMED,
        /// A known key's signature does not fit the text.
        SIGNATURE_WRONG,
        /// No known key signed.
        SIGNATURE_MISSING,
        /// The text of a note is no checkpoint.
        CHECKPOINT_MALFORMED,
        /// The checkpoint is of another log than the one that is trusted.
        ORIGIN_UNKNOWN,
        /// Too few of the trusted witnesses cosigned.
        COSIGNATURE_MISSING,
        /// Index or size outside the tree.
        OUT_OF_RANGE,
        /// Longer or shorter than index and size demand.
        PROOF_LENGTH,
        /// The proof leads to another root.
        PROOF_WRONG,
        /// No salted entry.
        ENTRY_MALFORMED,
        /// No receipt.
        RECEIPT_MALFORMED,
        /// No path of a tile or of an entry bundle.
        PATH_MALFORMED,
        /// A tile or an entry bundle that cannot be read.
        TILE_MALFORMED,
        /// No signature under a request, or one that covers too little of it.
        SIGNATURE_MALFORMED,
        /// A tile or an entry bundle that is not there.
        TILE_MISSING,
        /// No request to a witness.
        REQUEST_MALFORMED,
        /// The witness knows another size of the log than the request says.
        SIZE_CONFLICT,
        /// The witness knows another root of the log at this size.
        ROOT_CONFLICT;

        /// The name in files, such as `proof-wrong`.
        public String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
