package org.ytterby.server.identity;

import org.ytterby.core.proof.ProofRefused;

/// Thrown where a request is not signed as it should be.
public final class SignatureRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// What a signature is to cover, as a request for one (RFC 9421, section 5).
    public static final String WANTED =
            "sig=(\"@method\" \"@path\" \"@query\" \"content-digest\" \"idempotency-key\");created;keyid";

    SignatureRefused(String en, String zh) {
        super(en + " / " + zh);
    }

    SignatureRefused(ProofRefused refused) {
        super(refused.getMessage(), refused);
    }

    /// Why, in both languages.
    public String reason() {
        return String.valueOf(getMessage());
    }
}
