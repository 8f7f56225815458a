package org.ytterby.core.proof;

/// Thrown where something that others sent is not believed.
public final class ProofRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Refusal refusal;

    ProofRefused(Refusal.Code code, String en, String zh) {
        this(new Refusal(code, en, zh));
    }

    ProofRefused(Refusal refusal) {
        super(refusal.en() + " / " + refusal.zh());
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }
}
