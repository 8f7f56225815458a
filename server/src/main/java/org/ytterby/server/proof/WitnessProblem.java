package org.ytterby.server.proof;

import java.util.Locale;

/// Why a witness did not cosign, or what it betrayed by its answer.
///
/// @param en what happened, in English
/// @param zh the same in Chinese
record WitnessProblem(Code code, String en, String zh) {
    /// Stable names.
    enum Code {
        /// No answer in time.
        UNREACHABLE,
        /// It answers otherwise than the protocol says, or refuses to serve this log.
        REFUSED,
        /// What it signed is not this checkpoint, or the key is another.
        COSIGNATURE_WRONG,
        /// It cosigned a larger size: this log was rolled back, or runs twice.
        LOG_ROLLED_BACK,
        /// It cosigned another history of this log.
        HISTORY_DIFFERS,
        /// It no longer knows what it cosigned.
        WITNESS_ROLLED_BACK;

        String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
