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

    private static final String LABORATORY = "laboratory";

    static final String ENTERPRISE = "enterprise";

    static final String KEEPER = "keeper";

    static final String ADMINISTRATOR = "admin";

    static final String PLAN_OFFICER = "plan";

    static final String EXPORT_DECIDER = "export";

    private static final Set<String> OF_ENTERPRISE = Set.of(ENTERPRISE, KEEPER);

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
                            "supervisor2",
                            Role.SUPERVISOR,
                            "is the second person that approves penalties",
                            "作为第二人复核处罚"),
                    new Account(
                            ENTERPRISE,
                            Role.ENTERPRISE_REPORTER,
                            "reports for one plant and sees its own matters only",
                            "为一家企业申报，只看本企业事项"),
                    new Account(
                            KEEPER,
                            Role.ENTERPRISE_ADMINISTRATOR,
                            "keeps the people of that plant",
                            "管理该企业的人员"),
                    new Account(
                            PLAN_OFFICER,
                            Role.PLAN_OFFICER,
                            "proposes and approves plans, sees their use",
                            "提出和批准计划，查看计划使用"),
                    new Account(
                            "plan2",
                            Role.PLAN_OFFICER,
                            "is the second person that approves plans",
                            "作为第二人批准计划"),
                    new Account(
                            "environment",
                            Role.ENVIRONMENT_OFFICER,
                            "sees environmental returns, limits and the registers of capacity",
                            "查看环境月报、限值与产能登记"),
                    new Account(
                            EXPORT_DECIDER,
                            Role.EXPORT_DECIDER,
                            "proposes and approves export licences",
                            "提出和批准出口许可证"),
                    new Account("customs", Role.CUSTOMS, "confirms draws on licences", "确认许可证核销"),
                    new Account(
                            LABORATORY,
                            Role.LABORATORY,
                            "receives samples and tells what they are",
                            "接收样品并填报检测结果"),
                    new Account(
                            "auditor", Role.AUDITOR, "reads all, checks the log", "查阅全部记录，核验日志"),
                    new Account(
                            ADMINISTRATOR,
                            Role.ADMINISTRATOR,
                            "keeps people, machines and organisations; declares for everybody",
                            "管理人员、机器客户端与单位，可为所有单位申报"),
                    new Account(
                            "admin2",
                            Role.ADMINISTRATOR,
                            "is the second person that puts dated law into force",
                            "作为第二人批准法规数据生效"));

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

    /// Makes the accounts of the authorities: one hands the example in, others approve its plans
    /// and licences.
    void makeAuthorities(People people) {
        for (Account account : ALL) {
            if (!OF_ENTERPRISE.contains(account.name)) {
                String organisation = account.role == Role.LABORATORY ? LABORATORY : AUTHORITY;
                make(people, new Caller(account.name, organisation, Set.of(account.role)));
            }
        }
    }

    /// Makes the accounts of the enterprise's reporter and administrator.
    ///
    /// @param enterprise party code
    void makeEnterprise(People people, String enterprise) {
        make(people, new Caller(ENTERPRISE, enterprise, Set.of(Role.ENTERPRISE_REPORTER)));
        make(people, new Caller(KEEPER, enterprise, Set.of(Role.ENTERPRISE_ADMINISTRATOR)));
    }

    private void make(People people, Caller person) {
        if (!people.has(person)) {
            people.put(person, password);
        }
    }
}
