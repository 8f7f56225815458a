package org.ytterby.server.identity;

import java.util.Optional;
import org.springframework.stereotype.Component;

/// For people who forgot their password or lost their second factor. Whoever asks for it must be
/// their keeper, see [Accounts#mayKeep].
@Component
public class Rescue {
    private final People people;
    private final SecondFactor factors;

    Rescue(People people, SecondFactor factors) {
        this.people = people;
        this.factors = factors;
    }

    /// Draws a temporary password, to be told once; all sessions of the person end.
    ///
    /// @return empty if there is no such person
    public Optional<String> resetPassword(String name) {
        return people.resetPassword(name);
    }

    /// @return whether there was one
    public boolean removeSecondFactor(String name) {
        return factors.remove(name);
    }
}
