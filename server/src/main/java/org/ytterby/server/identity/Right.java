package org.ytterby.server.identity;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/// What somebody may do, and the roles that may: the whole matrix of the service.
///
/// A right says who may ask. How far they see is a matter of their [Reach]: their own organisation,
/// or, in an authority, a region or all. What no region can be told of is a right of the nation.
public enum Right {
    /// Learn who one is to the service, and keep the own account.
    KNOW_ONESELF(EnumSet.allOf(Role.class)),
    /// Hand in packages and rows.
    DECLARE(EnumSet.of(Role.ENTERPRISE_REPORTER, Role.LABORATORY, Role.ADMINISTRATOR)),
    /// Set amounts of a plan or licence aside.
    RESERVE(EnumSet.of(Role.ENTERPRISE_REPORTER, Role.GROUP_OFFICER)),
    /// Draw or return what was set aside.
    DRAW(EnumSet.of(Role.ENTERPRISE_REPORTER, Role.GROUP_OFFICER, Role.CUSTOMS)),
    /// See findings.
    SEE_FINDINGS(
            EnumSet.of(
                    Role.ENTERPRISE_REPORTER,
                    Role.GROUP_OFFICER,
                    Role.PLAN_OFFICER,
                    Role.SUPERVISOR,
                    Role.ENVIRONMENT_OFFICER,
                    Role.CUSTOMS,
                    Role.AUDITOR,
                    Role.ADMINISTRATOR)),
    /// See balances and the use of plans.
    SEE_BALANCES(
            EnumSet.of(
                    Role.ENTERPRISE_REPORTER,
                    Role.GROUP_OFFICER,
                    Role.PLAN_OFFICER,
                    Role.SUPERVISOR,
                    Role.AUDITOR,
                    Role.ADMINISTRATOR)),
    /// See environmental returns, and what they say beside limits and the ledger.
    SEE_ENVIRONMENT(
            EnumSet.of(
                    Role.ENTERPRISE_REPORTER,
                    Role.GROUP_OFFICER,
                    Role.PLAN_OFFICER,
                    Role.SUPERVISOR,
                    Role.ENVIRONMENT_OFFICER,
                    Role.AUDITOR,
                    Role.ADMINISTRATOR)),
    /// See the registers of capacity, reserves and the state stockpile, and check projects.
    SEE_REGISTERS(
            Of.NATION,
            EnumSet.of(
                    Role.PLAN_OFFICER,
                    Role.SUPERVISOR,
                    Role.ENVIRONMENT_OFFICER,
                    Role.AUDITOR,
                    Role.ADMINISTRATOR)),
    /// Enter capacities and movements of the state stockpile.
    KEEP_REGISTERS(Of.NATION, EnumSet.of(Role.PLAN_OFFICER)),
    /// Follow lots.
    TRACE(
            EnumSet.of(
                    Role.ENTERPRISE_REPORTER,
                    Role.SUPERVISOR,
                    Role.EXPORT_ADVISER,
                    Role.EXPORT_DECIDER,
                    Role.CUSTOMS,
                    Role.AUDITOR,
                    Role.ADMINISTRATOR)),
    /// See where the nation's stock and exports came from.
    SEE_ORIGINS(Of.NATION, EnumSet.of(Role.SUPERVISOR, Role.AUDITOR, Role.ADMINISTRATOR)),
    /// See what of the ledger could not be used.
    SEE_PROBLEMS(Of.NATION, EnumSet.of(Role.SUPERVISOR, Role.AUDITOR, Role.ADMINISTRATOR)),
    /// Take down what was declared, as a package.
    TAKE_PACKAGE(
            EnumSet.of(
                    Role.ENTERPRISE_REPORTER,
                    Role.LABORATORY,
                    Role.SUPERVISOR,
                    Role.AUDITOR,
                    Role.ADMINISTRATOR)),
    /// Get receipts.
    GET_RECEIPTS(
            EnumSet.of(
                    Role.ENTERPRISE_REPORTER, Role.LABORATORY, Role.AUDITOR, Role.ADMINISTRATOR)),
    /// Read every entry with its salt, and have the ledger audited.
    AUDIT(Of.NATION, EnumSet.of(Role.AUDITOR)),
    /// See who read what of other organisations.
    SEE_READS(Of.NATION, EnumSet.of(Role.AUDITOR)),
    /// Keep people: in an enterprise those of the own organisation, in roles that act for it alone.
    KEEP_PEOPLE(Of.NATION, EnumSet.of(Role.ENTERPRISE_ADMINISTRATOR, Role.ADMINISTRATOR)),
    /// Keep people, machines and organisations of all, and look at what the service reckons with.
    ADMINISTER(Of.NATION, EnumSet.of(Role.ADMINISTRATOR)),
    /// Propose rows of dated law, and look at what they would alter.
    ENACT(Of.NATION, EnumSet.of(Role.ADMINISTRATOR)),
    /// See the dated law that the service reckons with.
    SEE_LAW(EnumSet.allOf(Role.class)),
    /// Propose rewards.
    REWARD(Of.NATION, EnumSet.of(Role.SUPERVISOR)),
    /// See rewards: those of the own organisation, in an authority of the nation all.
    SEE_REWARDS(
            EnumSet.of(
                    Role.ENTERPRISE_REPORTER,
                    Role.GROUP_OFFICER,
                    Role.PLAN_OFFICER,
                    Role.SUPERVISOR,
                    Role.AUDITOR,
                    Role.ADMINISTRATOR)),
    /// Capture EPCIS events.
    CAPTURE_EVENTS(EnumSet.of(Role.ENTERPRISE_REPORTER, Role.LABORATORY, Role.ADMINISTRATOR)),
    /// See what became of captured documents.
    SEE_CAPTURES(
            EnumSet.of(
                    Role.ENTERPRISE_REPORTER,
                    Role.LABORATORY,
                    Role.SUPERVISOR,
                    Role.AUDITOR,
                    Role.ADMINISTRATOR)),
    /// Ask for EPCIS events.
    SEE_EVENTS(
            EnumSet.of(
                    Role.ENTERPRISE_REPORTER,
                    Role.LABORATORY,
                    Role.SUPERVISOR,
                    Role.CUSTOMS,
                    Role.AUDITOR,
                    Role.ADMINISTRATOR)),
    /// Keep named queries and subscriptions.
    KEEP_QUERIES(
            EnumSet.of(
                    Role.ENTERPRISE_REPORTER,
                    Role.LABORATORY,
                    Role.SUPERVISOR,
                    Role.CUSTOMS,
                    Role.ADMINISTRATOR)),
    /// See plans and licences with what is left of them, and what is set aside.
    SEE_ACCOUNTS(
            EnumSet.of(
                    Role.ENTERPRISE_REPORTER,
                    Role.GROUP_OFFICER,
                    Role.PLAN_OFFICER,
                    Role.SUPERVISOR,
                    Role.EXPORT_ADVISER,
                    Role.EXPORT_DECIDER,
                    Role.CUSTOMS,
                    Role.AUDITOR,
                    Role.ADMINISTRATOR)),
    /// Propose plans, licences, splits and changes of plans.
    GRANT(EnumSet.of(Role.PLAN_OFFICER, Role.EXPORT_DECIDER, Role.GROUP_OFFICER)),
    /// Approve or reject what another person proposed, or withdraw what oneself did.
    APPROVE(
            EnumSet.of(
                    Role.PLAN_OFFICER,
                    Role.EXPORT_DECIDER,
                    Role.GROUP_OFFICER,
                    Role.SUPERVISOR,
                    Role.ADMINISTRATOR)),
    /// See what was proposed.
    SEE_PROPOSALS(
            EnumSet.of(
                    Role.PLAN_OFFICER,
                    Role.EXPORT_DECIDER,
                    Role.GROUP_OFFICER,
                    Role.SUPERVISOR,
                    Role.AUDITOR,
                    Role.ADMINISTRATOR)),
    /// See drafts of plans, what was published of them, and how enterprises rank.
    SEE_DRAFTS(Of.NATION, EnumSet.of(Role.PLAN_OFFICER, Role.SUPERVISOR, Role.AUDITOR)),
    /// Hand in drafts of plans, keep what is tried on them, publish and approve them, and keep the
    /// calendar.
    PLAN(Of.NATION, EnumSet.of(Role.PLAN_OFFICER)),
    /// See the own published plan, and why it is so.
    SEE_OWN_PLAN(EnumSet.of(Role.ENTERPRISE_REPORTER, Role.GROUP_OFFICER)),
    /// See cases.
    SEE_CASES(
            EnumSet.of(
                    Role.ENTERPRISE_REPORTER, Role.SUPERVISOR, Role.AUDITOR, Role.ADMINISTRATOR)),
    /// Open cases, ask, note, decide, close, and propose penalties.
    WORK_ON_CASES(EnumSet.of(Role.SUPERVISOR)),
    /// Reply in cases that concern the own organisation.
    REPLY_TO_CASES(EnumSet.of(Role.ENTERPRISE_REPORTER)),
    /// Rule on appeals against penalties.
    RULE_ON_APPEALS(Of.NATION, EnumSet.of(Role.SUPERVISOR)),
    /// See and answer what the own department is asked for in cases of others.
    HELP_IN_CASES(
            EnumSet.of(
                    Role.PLAN_OFFICER,
                    Role.SUPERVISOR,
                    Role.ENVIRONMENT_OFFICER,
                    Role.EXPORT_ADVISER,
                    Role.EXPORT_DECIDER,
                    Role.CUSTOMS,
                    Role.SME_OFFICER,
                    Role.LABORATORY)),
    /// Receive, pass on and examine samples of cases.
    HOLD_SAMPLES(EnumSet.of(Role.SUPERVISOR, Role.LABORATORY)),
    /// Read and answer what the public tells.
    HEAR_TIP_OFFS(Of.NATION, EnumSet.of(Role.SUPERVISOR));

    /// Whose people may have a right.
    private enum Of {
        ANYBODY,
        NATION
    }

    private final Of of;
    private final Set<Role> roles;

    Right(EnumSet<Role> roles) {
        this(Of.ANYBODY, roles);
    }

    Right(Of of, EnumSet<Role> roles) {
        this.of = of;
        this.roles = Collections.unmodifiableSet(roles);
    }

    /// Whether somebody has it.
    public boolean isOf(Caller caller) {
        return roles.stream().anyMatch(caller::has)
                && (!isNational() || caller.jurisdiction().isNational());
    }

    /// Whether only people of a national jurisdiction have it.
    public boolean isNational() {
        return of == Of.NATION;
    }

    /// The roles that have it.
    public Set<Role> roles() {
        return roles;
    }

    /// The name in documents, such as `see_findings`.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
