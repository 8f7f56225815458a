package org.ytterby.server.desk.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.ledger.entry.AppealStep;
import org.ytterby.core.ledger.entry.CaseFile;
import org.ytterby.core.ledger.entry.CaseStep;
import org.ytterby.core.ledger.entry.Entry;
import org.ytterby.formats.intake.Law;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.identity.Role;
import org.ytterby.server.web.Language;

class CaseViewTest {
    private static final Caller JUDGE = new Caller("judge", "A", Set.of(Role.SUPERVISOR));
    private static final long APPEALED = day("2026-03-01");

    private static long day(String day) {
        return LedgerTime.parseDate(day).orElseThrow();
    }

    private static CaseView on(String day, CaseStep... more) {
        List<CaseStep> steps =
                List.of(
                        new CaseStep.Decided(true, "r", "c"),
                        new CaseStep.Penalised("c", 5, "r"),
                        new AppealStep.Appealed("1", "g", day("2026-04-30")));
        CaseFile file =
                CaseFile.of(
                        new Entry.Stepped(
                                "C-1",
                                new CaseStep.Opened("f", "r", "P", "F", "x"),
                                "A",
                                "x",
                                APPEALED),
                        null);
        for (CaseStep step : steps) {
            file = CaseFile.of(new Entry.Stepped("C-1", step, "A", "x", APPEALED), file);
        }
        for (CaseStep step : more) {
            file = CaseFile.of(new Entry.Stepped("C-1", step, "A", "judge", APPEALED + 1), file);
        }
        CaseView.Now now = new CaseView.Now(Law.shipped(), day(day));
        return CaseView.of(file, JUDGE, true, Language.EN, now);
    }

    @Test
    void anAppealIsOverdueAfterTheLastDayOfItsRuling() {
        CaseView last = on("2026-04-30");
        assertThat(last.ruling()).isEqualTo(new CaseView.Due("Thu 30 Apr 2026", "today"));
        assertThat(last.isOverdue()).isFalse();
        CaseView after = on("2026-05-01");
        assertThat(after.isOverdue()).isTrue();
        assertThat(after.ruling()).isEqualTo(new CaseView.Due("Thu 30 Apr 2026", "1 days overdue"));
    }

    @Test
    void oneThatIsRuledOnIsAwaitedNoMore() {
        CaseView ruled =
                on("2026-05-01", new AppealStep.Ruled("1", AppealStep.Outcome.UPHELD, 0, "r"));
        assertThat(ruled.ruling()).isNull();
        assertThat(ruled.isOverdue()).isFalse();
    }
}
