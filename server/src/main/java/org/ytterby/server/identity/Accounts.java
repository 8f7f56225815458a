package org.ytterby.server.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/// The built-in accounts as administrators keep them: those of the nation all, those of an
/// enterprise its own people. Safe for use by several threads.
public final class Accounts {
    private static final String SELECT =
            "SELECT name, organisation, roles, jurisdiction, temporary, disabled"
                    + " FROM identity.person";

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final ScopedReads reads;

    Accounts(JdbcClient jdbc, TransactionOperations transactions, ScopedReads reads) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.reads = reads;
    }

    /// @param isTemporary whether the password was drawn for them and still holds
    public record Account(Caller person, boolean isTemporary, boolean isDisabled) {}

    /// Those that the reader sees, by name.
    ///
    /// @param after name of the last one of the page before
    public List<Account> list(String after, int count) {
        return reads.read(() ->
                jdbc.sql(SELECT + " WHERE name > ? ORDER BY name LIMIT ?")
                        .params(after, count)
                        .query((row, _) -> account(row))
                        .list());
    }

    /// An account that the reader sees.
    public Optional<Account> find(String name) {
        return reads.read(() ->
                jdbc.sql(SELECT + " WHERE name = ?")
                        .param(name)
                        .query((row, _) -> account(row))
                        .optional());
    }

    private static Account account(ResultSet row) throws SQLException {
        return new Account(Tokens.caller(row), row.getBoolean(5), row.getBoolean(6));
    }

    /// What comes of a change.
    public enum Changed {
        DONE,
        NO_SUCH_PERSON,
        /// Not the keeper's to keep, as they are or as they are to be.
        OUT_OF_REACH,
        /// An enterprise's administrator leaves the own account to another.
        ONESELF,
        /// Nobody would be left to administer.
        LAST_ADMINISTRATOR
    }

    /// Whether an account is there, and is somebody else's or an administrator's of the nation, and
    /// the keeper's to keep.
    public Changed mayKeep(Caller keeper, String name) {
        Optional<Account> found = find(name);
        if (found.isEmpty()) {
            return Changed.NO_SUCH_PERSON;
        }
        if (!Keeping.reaches(keeper, found.get().person())) {
            return Changed.OUT_OF_REACH;
        }
        return !Keeping.isOfAll(keeper) && keeper.name().equals(name)
                ? Changed.ONESELF
                : Changed.DONE;
    }

    /// Changes what somebody is; it holds at once, for tokens that are out as well.
    public Changed change(Caller keeper, Caller person, boolean isDisabled) {
        Changed may = mayKeep(keeper, person.name());
        if (may != Changed.DONE) {
            return may;
        }
        if (!Keeping.reaches(keeper, person)) {
            return Changed.OUT_OF_REACH;
        }
        Changed outcome =
                transactions.execute(status -> {
                    // one change at a time, or two administrators could remove each other
                    jdbc.sql("LOCK TABLE identity.person IN SHARE ROW EXCLUSIVE MODE").update();
                    boolean wereThere = areAdministratorsThere();
                    int changed =
                            jdbc.sql(
                                            """
                                            UPDATE identity.person SET organisation = ?, roles = ?,
                                              jurisdiction = ?, disabled = ? WHERE name = ?
                                              AND (? OR (organisation = ? AND roles <@ ?::text[]))\
                                            """)
                                    .params(
                                            person.organisation(),
                                            Tokens.codes(person.roles()),
                                            person.jurisdiction().region(),
                                            isDisabled,
                                            person.name(),
                                            Keeping.isOfAll(keeper),
                                            keeper.organisation(),
                                            Tokens.codes(Keeping.roles(keeper)))
                                    .update();
                    if (changed != 1) {
                        return Changed.NO_SUCH_PERSON;
                    }
                    if (wereThere && !areAdministratorsThere()) {
                        status.setRollbackOnly();
                        return Changed.LAST_ADMINISTRATOR;
                    }
                    return Changed.DONE;
                });
        return outcome == null ? Changed.NO_SUCH_PERSON : outcome;
    }

    private boolean areAdministratorsThere() {
        return jdbc.sql(
                        """
                        SELECT EXISTS (SELECT FROM identity.person
                        WHERE ? = ANY (roles) AND jurisdiction = '' AND NOT disabled)\
                        """)
                .param(Role.ADMINISTRATOR.code())
                .query(Boolean.class)
                .single();
    }

    /// Why somebody cannot be made so, beginning with what is wrong; empty if they can.
    public static Optional<String> flaw(Caller person) {
        return flaw(person.name(), person.organisation(), person.roles(), person.jurisdiction());
    }

    static Optional<String> flaw(
            String name, String organisation, Set<Role> roles, Jurisdiction jurisdiction) {
        if (!name.matches("[\\p{L}\\p{N}][\\p{L}\\p{N}._@-]{0,63}")) {
            return Optional.of(
                    "name: 1 to 64 letters, digits and . _ @ - / 用户名：1 至 64 个字母、数字或 . _ @ -");
        }
        if (organisation.isBlank() || organisation.length() > 100) {
            return Optional.of("organisation: 1 to 100 characters / 单位代码：1 至 100 个字符");
        }
        if (roles.isEmpty()) {
            return Optional.of("roles: at least one / 至少一个角色");
        }
        return !jurisdiction.isNational() && roles.stream().noneMatch(Role::isOfAuthority)
                ? Optional.of("jurisdiction: for roles of an authority only / 管辖范围仅适用于主管部门角色")
                : Optional.empty();
    }
}
