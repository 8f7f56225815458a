package org.ytterby.server.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/// People who were invited by a link that is good once and for some days. Only the hash of its
/// secret is kept. Safe for use by several threads.
public final class Invitations {
    static final Duration LIFE = Duration.ofDays(7);

    private static final String COLUMNS =
            "id, name, organisation, roles, jurisdiction, invited_by, expires, used, revoked";
    private static final String REACHED = " AND (? OR (organisation = ? AND roles <@ ?::text[]))";

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final ScopedReads reads;
    private final People people;
    private final Clock clock;

    Invitations(
            JdbcClient jdbc,
            TransactionOperations transactions,
            ScopedReads reads,
            People people,
            Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.reads = reads;
        this.people = people;
        this.clock = clock;
    }

    /// How things stand with an invitation.
    public enum State {
        OPEN,
        EXPIRED,
        USED,
        REVOKED;

        /// The name in documents, such as `open`.
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// @param person as they will be
    /// @param by name of whoever invited them
    public record Invitation(UUID id, Caller person, String by, Instant expires, State state) {}

    /// An invitation with its secret, which is told once.
    public record Made(UUID id, String secret, Instant expires) {}

    /// What comes of inviting.
    public sealed interface Outcome {
        record Invited(Made made) implements Outcome {}

        /// Somebody has this name, or is invited under it.
        record NameIsTaken() implements Outcome {}

        /// The inviter may not make anybody so.
        ///
        /// @param reason in both languages
        record OutOfReach(String reason) implements Outcome {}
    }

    /// Invites somebody.
    ///
    /// @param person as they will be, which [Accounts#flaw] has nothing against
    public Outcome invite(Caller inviter, Caller person) {
        Optional<String> refusal = Keeping.refusal(inviter, person);
        if (refusal.isPresent()) {
            return new Outcome.OutOfReach(refusal.get());
        }
        if (people.isNamed(person.name())) {
            return new Outcome.NameIsTaken();
        }
        try {
            return new Outcome.Invited(added(inviter, person));
        } catch (DuplicateKeyException _) { // another invitation of the name is open
            return new Outcome.NameIsTaken();
        }
    }

    private Made added(Caller inviter, Caller person) {
        Instant now = clock.instant();
        Made made = new Made(UUID.randomUUID(), Secret.strong(), now.plus(LIFE));
        transactions.executeWithoutResult(_ -> {
            jdbc.sql(
                            """
                            UPDATE identity.invitation SET revoked = ?
                            WHERE name = ? AND expires <= ? AND used IS NULL AND revoked IS NULL\
                            """)
                    .params(Timestamp.from(now), person.name(), Timestamp.from(now))
                    .update();
            jdbc.sql(
                            """
                            INSERT INTO identity.invitation
                              (id, hash, name, organisation, roles, jurisdiction, invited_by, made, expires)
                            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)\
                            """)
                    .params(
                            made.id,
                            Secret.sha256(made.secret),
                            person.name(),
                            person.organisation(),
                            Tokens.codes(person.roles()),
                            person.jurisdiction().region(),
                            inviter.name(),
                            Timestamp.from(now),
                            Timestamp.from(made.expires))
                    .update();
        });
        return made;
    }

    /// Those that were neither used nor revoked, by name.
    public List<Invitation> waiting(int count) {
        return reads.read(() ->
                jdbc.sql(
                                "SELECT "
                                        + COLUMNS
                                        + " FROM identity.invitation"
                                        + " WHERE used IS NULL AND revoked IS NULL ORDER BY name LIMIT ?")
                        .param(count)
                        .query((row, _) -> invitation(row))
                        .list());
    }

    private Invitation invitation(ResultSet row) throws SQLException {
        Caller person =
                new Caller(
                        row.getString(2),
                        row.getString(3),
                        Tokens.roles(row, 4),
                        new Jurisdiction(row.getString(5)));
        Instant expires = row.getTimestamp(7).toInstant();
        return new Invitation(
                row.getObject(1, UUID.class),
                person,
                row.getString(6),
                expires,
                state(expires, row.getTimestamp(8), row.getTimestamp(9)));
    }

    private State state(Instant expires, @Nullable Timestamp used, @Nullable Timestamp revoked) {
        if (used != null) {
            return State.USED;
        }
        if (revoked != null) {
            return State.REVOKED;
        }
        return expires.isAfter(clock.instant()) ? State.OPEN : State.EXPIRED;
    }

    /// Makes another link in place of the one before, good for as long again.
    ///
    /// @return empty unless there is such an invitation, and it is the keeper's and still waits
    public Optional<Made> renew(Caller keeper, UUID id) {
        if (!isSeen(id)) {
            return Optional.empty();
        }
        Made made = new Made(id, Secret.strong(), clock.instant().plus(LIFE));
        int changed =
                jdbc.sql(
                                """
                                UPDATE identity.invitation SET hash = ?, expires = ?
                                WHERE id = ? AND used IS NULL AND revoked IS NULL\
                                """
                                        + REACHED)
                        .params(
                                Secret.sha256(made.secret),
                                Timestamp.from(made.expires),
                                id,
                                Keeping.isOfAll(keeper),
                                keeper.organisation(),
                                Tokens.codes(Keeping.roles(keeper)))
                        .update();
        return changed == 1 ? Optional.of(made) : Optional.empty();
    }

    /// Takes an invitation back; its link is good no more.
    ///
    /// @return whether there was such an invitation, the keeper's, that still waited
    public boolean revoke(Caller keeper, UUID id) {
        return isSeen(id)
                && jdbc.sql(
                                        """
                                        UPDATE identity.invitation SET revoked = ?
                                        WHERE id = ? AND used IS NULL AND revoked IS NULL\
                                        """
                                                + REACHED)
                                .params(
                                        Timestamp.from(clock.instant()),
                                        id,
                                        Keeping.isOfAll(keeper),
                                        keeper.organisation(),
                                        Tokens.codes(Keeping.roles(keeper)))
                                .update()
                        == 1;
    }

    /// Whether the database shows it to whoever asks.
    private boolean isSeen(UUID id) {
        return reads.read(() ->
                jdbc.sql("SELECT EXISTS (SELECT FROM identity.invitation WHERE id = ?)")
                        .param(id)
                        .query(Boolean.class)
                        .single());
    }

    /// What a link leads to; empty if nothing is known of it.
    public Optional<Invitation> ofLink(String secret) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM identity.invitation WHERE hash = ?")
                .param(Secret.sha256(secret))
                .query((row, _) -> invitation(row))
                .optional();
    }

    /// What comes of accepting.
    public sealed interface Accepted {
        record Known(String token) implements Accepted {}

        /// The password is too short or too long, or holds the name.
        record Unfit() implements Accepted {}

        /// The link is not, or no longer, good.
        record NotOpen() implements Accepted {}

        /// Somebody was given the name in the meantime.
        record NameIsTaken() implements Accepted {}
    }

    /// Makes the account under a password, and signs its owner in.
    ///
    /// @param device as the program that asks calls itself
    public Accepted accept(String secret, String password, String device) {
        Optional<Invitation> found =
                ofLink(secret).filter(invitation -> invitation.state == State.OPEN);
        if (found.isEmpty()) {
            return new Accepted.NotOpen();
        }
        Caller person = found.get().person;
        if (!Passwords.isGood(password, person.name())) {
            return new Accepted.Unfit();
        }
        String hashed = people.hashed(password);
        Optional<Accepted> refused =
                transactions.execute(status -> {
                    if (!taken(secret)) { // it was used twice at once
                        return Optional.<Accepted>of(new Accepted.NotOpen());
                    }
                    if (!people.insert(person, hashed, false)) {
                        status.setRollbackOnly();
                        return Optional.<Accepted>of(new Accepted.NameIsTaken());
                    }
                    return Optional.<Accepted>empty();
                });
        return Objects.requireNonNull(refused)
                .orElseGet(() -> new Accepted.Known(people.token(person.name(), device)));
    }

    private boolean taken(String secret) {
        Timestamp now = Timestamp.from(clock.instant());
        return jdbc.sql(
                                """
                                UPDATE identity.invitation SET used = ?
                                WHERE hash = ? AND expires > ? AND used IS NULL AND revoked IS NULL\
                                """)
                        .params(now, Secret.sha256(secret), now)
                        .update()
                == 1;
    }
}
