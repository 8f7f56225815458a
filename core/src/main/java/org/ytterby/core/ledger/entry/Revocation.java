package org.ytterby.core.ledger.entry;

/// That a reward is taken back, and why.
///
/// @param reward name of the proposal by which it was given
/// @param party that it was given to
/// @param basis the clause, notice or decision that the revocation rests on
public record Revocation(String reward, String party, String basis, String reason) {
    /// @throws IllegalArgumentException if a text has another form
    public Revocation {
        Texts.requireName(reward);
        Texts.requireText(party);
        Texts.requireText(basis);
        Texts.requireText(reason);
    }
}
