package org.ytterby.server.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/// The built-in accounts as administrators keep them. Safe for use by several threads.
final class Accounts {
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
    record Account(Caller person, boolean isTemporary, boolean isDisabled) {}

    List<Account> list(String after, int count) {
        return reads.read(() ->
                jdbc.sql(SELECT + " WHERE name > ? ORDER BY name LIMIT ?")
                        .params(after, count)
                        .query((row, _) -> account(row))
                        .list());
    }

    Optional<Account> find(String name) {
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
    enum Changed {
        DONE,
        NO_SUCH_PERSON,
        /// Nobody would be left to administer.
        LAST_ADMINISTRATOR
    }

    /// Changes what somebody is; it holds at once, for tokens that are out as well.
    Changed change(Caller person, boolean isDisabled) {
        Changed outcome =
                transactions.execute(status -> {
                    // one change at a time, or two administrators could remove each other
                    jdbc.sql("LOCK TABLE identity.person IN SHARE ROW EXCLUSIVE MODE").update();
                    boolean wereThere = areAdministratorsThere();
                    int changed =
                            jdbc.sql(
                                            """
                                            UPDATE identity.person SET organisation = ?, roles = ?,
                                              jurisdiction = ?, disabled = ? WHERE name = ?\
                                            """)
                                    .params(
                                            person.organisation(),
                                            Tokens.codes(person.roles()),
                                            person.jurisdiction().region(),
                                            isDisabled,
                                            person.name())
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

    /// Why somebody cannot be made so; empty if they can.
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
