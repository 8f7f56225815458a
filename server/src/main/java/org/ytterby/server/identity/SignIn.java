package org.ytterby.server.identity;

import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Signing in with a password, slowed down for whoever guesses.
@Component
public class SignIn {
    private final People people;
    private final Tokens tokens;
    private final Attempts attempts;
    private final SecondFactor factors;
    private final Challenges challenges;

    SignIn(
            People people,
            Tokens tokens,
            Attempts attempts,
            SecondFactor factors,
            Challenges challenges) {
        this.people = people;
        this.tokens = tokens;
        this.attempts = attempts;
        this.factors = factors;
        this.challenges = challenges;
    }

    /// What somebody gives to be let in.
    ///
    /// @param code of the second factor, empty if there is none
    /// @param newPassword in place of the present one; empty to keep it
    /// @param device as the program that asks calls itself
    public record Asked(
            String name, String password, String code, String newPassword, String device) {}

    /// What became of it.
    public sealed interface Outcome {
        record Known(String token) implements Outcome {}

        /// The password is right; a code is asked for next.
        ///
        /// @param challenge stands in for name and password for five minutes
        record CodeNeeded(String challenge) implements Outcome {}

        /// Nobody is let in.
        sealed interface Refused extends Outcome {}

        /// Something is wrong; what, is not told.
        record Unknown() implements Refused {}

        /// All is right, but the password was drawn for them: they must choose another.
        record PasswordIsTemporary() implements Refused {}

        /// The new password is too short or too long, or holds the name.
        record PasswordUnfit() implements Refused {}

        /// A code is asked for, and beside a new password it was not given.
        record CodeMissing() implements Refused {}

        /// It took too long to give the code: begin again.
        record ChallengeOver() implements Refused {}

        /// Too many wrong attempts for this name.
        ///
        /// @param left time until the next one is taken
        record TooOften(Duration left) implements Refused {}
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
        People.SignedIn signedIn =
                people.signIn(name, asked.password, asked.code, asked.newPassword, asked.device);
        return switch (signedIn) {
            case People.SignedIn.Wrong() -> {
                attempts.failed(name);
                yield new Outcome.Unknown();
            }
            case People.SignedIn.PasswordIsTemporary() -> new Outcome.PasswordIsTemporary();
            case People.SignedIn.CodeIsMissing() ->
                    asked.newPassword.isEmpty()
                            ? new Outcome.CodeNeeded(challenges.of(name))
                            : new Outcome.CodeMissing();
            case People.SignedIn.Taken(String token) -> {
                attempts.succeeded(name);
                yield new Outcome.Known(token);
            }
        };
    }

    /// Takes the code that was asked for after the password.
    ///
    /// @param device as the program that asks calls itself
    public Outcome answer(String challenge, String code, String device) {
        Optional<String> person = challenges.person(challenge);
        if (person.isEmpty()) {
            return new Outcome.ChallengeOver();
        }
        String name = person.get();
        Duration wait = attempts.wait(name);
        if (wait.isPositive()) {
            return new Outcome.TooOften(wait);
        }
        if (!factors.accepts(name, code)) {
            attempts.failed(name);
            return new Outcome.Unknown();
        }
        if (!challenges.end(challenge)) {
            return new Outcome.ChallengeOver(); // it was answered twice at once
        }
        attempts.succeeded(name);
        return new Outcome.Known(tokens.ofPerson(name, device));
    }

    /// Ends what a token was given for.
    public void end(String token) {
        tokens.revoke(token);
    }
}
