package org.ytterby.server.identity;

import java.time.Duration;
import org.springframework.stereotype.Component;

/// Signing in with a password, slowed down for whoever guesses.
@Component
public class SignIn {
    private final People people;
    private final Tokens tokens;
    private final Attempts attempts;

    SignIn(People people, Tokens tokens, Attempts attempts) {
        this.people = people;
        this.tokens = tokens;
        this.attempts = attempts;
    }

    /// What somebody gives to be let in.
    ///
    /// @param code of the second factor, empty if there is none
    /// @param newPassword in place of the present one; empty to keep it
    public record Asked(String name, String password, String code, String newPassword) {}

    /// What became of it.
    public sealed interface Outcome {
        record Known(String token) implements Outcome {}

        /// Something is wrong; what, is not told.
        record Unknown() implements Outcome {}

        /// All is right, but the password was drawn for them: they must choose another.
        record PasswordIsTemporary() implements Outcome {}

        /// The new password is too short or too long, or holds the name.
        record PasswordUnfit() implements Outcome {}

        /// Too many wrong attempts for this name.
        ///
        /// @param left time until the next one is taken
        record TooOften(Duration left) implements Outcome {}
    }

    public Outcome attempt(Asked asked) {
        String name = asked.name;
        Duration wait = attempts.wait(name);
        if (wait.isPositive()) {
            return new Outcome.TooOften(wait);
        }
        if (!asked.newPassword.isEmpty() && !Passwords.isGood(asked.newPassword, name)) {
            return new Outcome.PasswordUnfit();
        }
        return switch (people.signIn(name, asked.password, asked.code, asked.newPassword)) {
            case People.SignedIn.Wrong() -> {
                attempts.failed(name);
                yield new Outcome.Unknown();
            }
            case People.SignedIn.PasswordIsTemporary() -> new Outcome.PasswordIsTemporary();
            case People.SignedIn.Taken(String token) -> {
                attempts.succeeded(name);
                yield new Outcome.Known(token);
            }
        };
    }

    /// Ends what a token was given for.
    public void end(String token) {
        tokens.revoke(token);
    }
}
