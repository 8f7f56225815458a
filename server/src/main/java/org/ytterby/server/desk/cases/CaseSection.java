package org.ytterby.server.desk.cases;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.ytterby.core.supervision.Text;
import org.ytterby.server.desk.Section;
import org.ytterby.server.identity.Right;
import org.ytterby.server.ledger.Proposals;
import org.ytterby.server.supervision.Cases;
import org.ytterby.server.supervision.Duties;
import org.ytterby.server.web.Language;

@Configuration(proxyBeanMethods = false)
class CaseSection {
    private static final int CASES = 40;
    private static final int TASKS = 42;
    private static final int SAMPLES = 44;
    private static final int TIP_OFFS = 46;
    private static final int APPROVALS = 50;

    @Bean
    Section casesSection(Cases cases, Clock clock) {
        return new Section(
                CASES,
                "/cases",
                new Text("Cases", "案件"),
                Right.SEE_CASES,
                caller -> cases.waiting(caller, Language.micros(clock.instant())));
    }

    @Bean
    Section tasksSection(Duties duties) {
        return new Section(
                TASKS, "/tasks", new Text("Tasks", "协助任务"), Right.HELP_IN_CASES, duties::waiting);
    }

    @Bean
    Section samplesSection() {
        return new Section(SAMPLES, "/samples", new Text("Samples", "样品"), Right.HOLD_SAMPLES);
    }

    @Bean
    Section tipOffsSection() {
        return new Section(TIP_OFFS, "/tip-offs", new Text("Tip-offs", "举报"), Right.HEAR_TIP_OFFS);
    }

    @Bean
    Section approvalsSection(Proposals proposals) {
        return new Section(
                APPROVALS,
                "/approvals",
                new Text("Proposals", "复核"),
                Right.SEE_PROPOSALS,
                proposals::waiting);
    }
}
