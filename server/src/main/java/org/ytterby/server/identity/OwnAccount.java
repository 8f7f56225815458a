package org.ytterby.server.identity;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What people keep of their own built-in account: password, second factor, sessions. Whoever
/// guesses is slowed down. Safe for use by several threads.
@Component
public class OwnAccount {
    private final People people;
    private final SecondFactor factors;
    private final Attempts attempts;
    private final Tokens tokens;

    OwnAccount(People people, SecondFactor factors, Attempts attempts, Tokens tokens) {
        this.people = people;
        this.factors = factors;
        this.attempts = attempts;
        this.tokens = tokens;
    }

    /// What became of a change.
    public sealed interface Outcome {
        /// @param recoveryCodes that were drawn, to be told once; none where none were
        record Done(List<String> recoveryCodes) implements Outcome {
            public Done {
                recoveryCodes = List.copyOf(recoveryCodes);
            }
        }

        /// The present password or the code is wrong, or there is nothing that it could be for.
        record Wrong() implements Outcome {}

        /// The new password is too short or too long, or holds the name.
        record Unfit() implements Outcome {}

        /// @param left time until the next attempt is taken
        record TooOften(Duration left) implements Outcome {}
    }

    /// What an app that makes codes needs to know.
    ///
    /// @param secret in base 32
    /// @param uri the same with the names, as a picture tells it to the app
    public record Setup(String secret, String uri) {
        private static Setup of(SecondFactor.Enrolment enrolment) {
            return new Setup(enrolment.secret(), enrolment.uri());
        }
    }

    /// How things stand with the second factor.
    ///
    /// @param begun what was begun and not confirmed yet; null for nothing
    public record Factor(boolean isSet, int recoveryLeft, @Nullable Setup begun) {}

    /// Whether the account is kept here, and not at an issuer, and is no machine's.
    public boolean isHere(Caller caller) {
        return people.isAccount(caller.name());
    }

    /// Replaces the password; all sessions end but one.
    ///
    /// @param kept token of the session that goes on; empty for none
    public Outcome changePassword(Caller caller, String present, String next, String kept) {
        String name = caller.name();
        Duration wait = attempts.wait(name);
        if (wait.isPositive()) {
            return new Outcome.TooOften(wait);
        }
        return Passwords.isGood(next, name)
                ? judged(name, people.changePassword(name, present, next, kept), List::of)
                : new Outcome.Unfit();
    }

    private Outcome judged(String name, boolean isRight, Supplier<List<String>> codes) {
        if (!isRight) {
            attempts.failed(name);
            return new Outcome.Wrong();
        }
        attempts.succeeded(name);
        return new Outcome.Done(codes.get());
    }

    public Factor factor(Caller caller) {
        String name = caller.name();
        return new Factor(
                factors.isSet(name),
                factors.recoveryLeft(name),
                factors.begun(name).map(Setup::of).orElse(null));
    }

    /// Begins to set one-time codes up; nothing is asked for before a code confirms it.
    ///
    /// @return empty if they are set up already
    public Optional<Setup> begin(Caller caller) {
        return factors.enrol(caller.name()).map(Setup::of);
    }

    /// Sets up what was begun.
    public Outcome confirm(Caller caller, String code) {
        String name = caller.name();
        Duration wait = attempts.wait(name);
        if (wait.isPositive()) {
            return new Outcome.TooOften(wait);
        }
        if (factors.begun(name).isEmpty()) {
            return new Outcome.Wrong();
        }
        Optional<List<String>> codes = factors.confirm(name, code);
        return judged(name, codes.isPresent(), codes::orElseThrow);
    }

    /// Takes the second factor away, for one of its codes.
    public Outcome remove(Caller caller, String code) {
        return byCode(
                caller,
                code,
                () -> {
                    factors.remove(caller.name());
                    return List.of();
                });
    }

    /// Draws other recovery codes, for a code of the second factor.
    public Outcome renewRecovery(Caller caller, String code) {
        return byCode(caller, code, () -> factors.renewRecovery(caller.name()));
    }

    private Outcome byCode(Caller caller, String code, Supplier<List<String>> then) {
        String name = caller.name();
        Duration wait = attempts.wait(name);
        if (wait.isPositive()) {
            return new Outcome.TooOften(wait);
        }
        return factors.isSet(name)
                ? judged(name, factors.accepts(name, code), then)
                : new Outcome.Wrong();
    }

    /// The caller's sessions, the one used last first.
    ///
    /// @param current token of the one that asks
    public List<Session> sessions(Caller caller, String current) {
        return tokens.sessions(caller.name(), current);
    }

    /// @return whether there was such a session
    public boolean end(Caller caller, UUID session) {
        return tokens.revokeSession(caller.name(), session);
    }

    /// Ends all sessions but one.
    ///
    /// @param current token of the one that goes on
    /// @return how many ended
    public int endOthers(Caller caller, String current) {
        return tokens.revokeOthers(caller.name(), current);
    }
}
