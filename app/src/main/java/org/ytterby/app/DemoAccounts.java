package org.ytterby.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.identity.People;
import org.ytterby.server.identity.Role;

/// The people of the demonstration. Their password is drawn at the first start and stays in the
/// data folder.
///
/// @param password the same for all of them
record DemoAccounts(String password) {
    private static final int PASSWORD_BYTES = 8;

    /// Organisation of the authorities' people.
    private static final String AUTHORITY = "authority";

    static final String ENTERPRISE = "enterprise";

    static final String ADMINISTRATOR = "admin";

    /// What stands in a line of the list.
    ///
    /// @param purpose in English and Chinese
    record Account(String name, Role role, String purpose, String purposeZh) {}

    static final List<Account> ALL =
            List.of(
                    new Account(
                            "supervisor",
                            Role.SUPERVISOR,
                            "sees findings, balances, traces of the whole nation",
                            "查看全国的线索、平衡与追溯"),
                    new Account(
                            ENTERPRISE,
                            Role.ENTERPRISE_REPORTER,
                            "reports for one plant and sees its own matters only",
                            "为一家企业申报，只看本企业事项"),
                    new Account("plan", Role.PLAN_OFFICER, "sees use against plans", "查看计划使用"),
                    new Account("customs", Role.CUSTOMS, "confirms draws on licences", "确认许可证核销"),
                    new Account(
                            "auditor", Role.AUDITOR, "reads all, checks the log", "查阅全部记录，核验日志"),
                    new Account(
                            ADMINISTRATOR,
                            Role.ADMINISTRATOR,
                            "declares for everybody",
                            "可为所有单位申报"));

    /// The password of this data folder, drawn if there is none yet.
    static DemoAccounts in(Path data) {
        Path file = data.resolve("demo-password");
        try {
            if (!Files.exists(file)) {
                byte[] bytes = new byte[PASSWORD_BYTES];
                new SecureRandom().nextBytes(bytes);
                Files.createFile(
                        file,
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
                Files.writeString(file, HexFormat.of().formatHex(bytes) + "\n");
            }
            return new DemoAccounts(Files.readString(file).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Makes the account that hands the example in.
    void makeAdministrator(People people) {
        make(people, new Caller(ADMINISTRATOR, AUTHORITY, Set.of(Role.ADMINISTRATOR)));
    }

    /// Makes the accounts that are not there yet.
    ///
    /// @param enterprise party code of the enterprise's reporter
    void make(People people, String enterprise) {
        for (Account account : ALL) {
            String organisation = account.name.equals(ENTERPRISE) ? enterprise : AUTHORITY;
            make(people, new Caller(account.name, organisation, Set.of(account.role)));
        }
    }

    private void make(People people, Caller person) {
        if (!people.has(person)) {
            people.put(person, password);
        }
    }
}
