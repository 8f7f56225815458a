package org.ytterby.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.ytterby.core.ledger.entry.CaseStep;
import org.ytterby.core.ledger.entry.Command;
import org.ytterby.core.ledger.entry.Sender;
import org.ytterby.core.ledger.entry.Submission;
import org.ytterby.server.TestService.Answer;
import org.ytterby.server.TestService.Person;
import org.ytterby.server.identity.Role;
import org.ytterby.server.ledger.LedgerWriter;

/// What the ledger holds of the organisation P-ONE besides facts: a plan, something set aside from
/// it, a proposal, and a case.
final class EntitledParty {
    private EntitledParty() {}

    /// @param one reports for the organisation
    static void make(TestService service, Person one) throws Exception {
        entitle(service, one);
        openCase(service);
    }

    /// Gives the first organisation a plan, of which something is set aside and something is to be
    /// passed on.
    private static void entitle(TestService service, Person one) throws Exception {
        Person officer = service.person("officer", "authority", Role.PLAN_OFFICER);
        Person second = service.person("officer-2", "authority", Role.PLAN_OFFICER);
        Person group = service.person("group", "P-ONE", Role.GROUP_OFFICER);
        done(
                officer.post(
                        "/api/v1/proposals/grants",
                        """
                        {"proposal":"grant-to-one","table":"plans","row":{"plan":"mark-of-one","year":"2026",
                          "batch":"1","kind":"mining","holder":"P-ONE","tonnes_reo":"10","issued_on":"2026-01-01"}}
                        """,
                        "grant-to-one"));
        done(
                second.post(
                        "/api/v1/proposals/approvals",
                        "{\"proposals\":[\"grant-to-one\"]}",
                        "approve-one"));
        done(
                one.post(
                        "/api/v1/reservations",
                        "{\"account\":\"plan:mark-of-one\",\"hold\":\"hold-of-one\",\"amount\":1,\"until_micros\":%d}"
                                .formatted(4_000_000_000_000_000L),
                        "hold-of-one"));
        done(
                group.post(
                        "/api/v1/proposals/splits",
                        """
                        {"proposal":"split-of-one","from":"plan:mark-of-one","plan":"mark-of-one-2",
                          "holder":"P-ONE","tonnes_reo":"1","issued_on":"2026-01-02"}
                        """,
                        "split-of-one"));
    }

    private static void done(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private static void openCase(TestService service) {
        Submission opened =
                new Submission(
                        new Sender("authority", "supervisor", Sender.Standing.AUTHORITY),
                        "case-of-one",
                        "0".repeat(64),
                        new Command.Act(
                                "mine",
                                new CaseStep.Opened(
                                        "inventory-loss-0123456789abcdef",
                                        "inventory-loss",
                                        "P-ONE",
                                        "F-ONE",
                                        "supervisor")));
        assertThat(service.bean(LedgerWriter.class).submit(opened).join().isAccepted()).isTrue();
    }
}
