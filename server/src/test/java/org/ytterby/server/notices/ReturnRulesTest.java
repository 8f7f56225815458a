package org.ytterby.server.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ytterby.core.ledger.Ledger;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.testing.LedgerText;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.identity.Jurisdiction;
import org.ytterby.server.identity.Role;

/// Environmental returns of February 2024, due before 11 March: of a mine and a plant at work.
class ReturnRulesTest {
    private static final long LEAD = 3 * LedgerTime.DAY;
    private static final Ledger LEDGER =
            LedgerText.ledger(
                    """
                    S0 extraction 2024-02-04 M1  C conc 30
                    P1 processing 2024-02-10 SEP in  A conc 5
                    P1 processing 2024-02-10 SEP out O oxide 4
                    S1 extraction 2024-03-04 M2  D conc 30
                    """);
    private static final Caller NATIONAL =
            new Caller("green", "ministry", Set.of(Role.ENVIRONMENT_OFFICER));
    private static final Caller ELSEWHERE =
            new Caller(
                    "green-2",
                    "bureau",
                    Set.of(Role.ENVIRONMENT_OFFICER),
                    new Jurisdiction("Nowhere"));
    private static final List<Caller> EVERYBODY = List.of(NATIONAL, ELSEWHERE);

    private static List<Draft> drafts(String day) {
        return ReturnRules.drafts(LEDGER, LedgerTime.parseDate(day).orElseThrow(), LEAD, EVERYBODY);
    }

    private static List<String> told(String day) {
        return drafts(day).stream()
                .map(draft -> draft.kind().code() + " " + draft.subject())
                .toList();
    }

    @Test
    void whoHasNotReturnedIsToldShortlyBeforeAndOnceItIsLateTheDeskToo() {
        assertThat(told("2024-03-07")).isEmpty();
        assertThat(told("2024-03-08")).containsExactlyInAnyOrder("return-due M1", "return-due SEP");
        assertThat(told("2024-03-11"))
                .containsExactlyInAnyOrder(
                        "return-overdue M1", "return-overdue SEP", "returns-missing 2");
    }

    @Test
    void itLeadsToTheFormAndTheDeskToTheMonth() {
        assertThat(drafts("2024-03-11"))
                .extracting(Draft::link)
                .containsExactlyInAnyOrder(
                        "/environment/report?month=2024-02&facility=M1",
                        "/environment/report?month=2024-02&facility=SEP",
                        "/environment?month=2024-02");
    }

    @Test
    void anOfficerOfAnotherRegionIsNotTold() {
        Draft desk = drafts("2024-03-11").getLast();
        assertThat(EVERYBODY.stream().filter(desk.to().includes())).containsExactly(NATIONAL);
    }

    @Test
    void aPlantThatBeganLaterOwesNothingYet() {
        assertThat(told("2024-04-11")).contains("return-overdue M2");
        assertThat(told("2024-03-31")).doesNotContain("return-overdue M2");
    }
}
