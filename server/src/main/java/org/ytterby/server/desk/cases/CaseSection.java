package org.ytterby.server.desk.cases;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.ytterby.core.supervision.Text;
import org.ytterby.server.desk.Section;
import org.ytterby.server.identity.Right;
import org.ytterby.server.ledger.Proposals;
import org.ytterby.server.supervision.Cases;
import org.ytterby.server.web.Language;

@Configuration(proxyBeanMethods = false)
class CaseSection {
    private static final int CASES = 40;
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
    Section approvalsSection(Proposals proposals) {
        return new Section(
                APPROVALS,
                "/approvals",
                new Text("Proposals", "复核"),
                Right.SEE_PROPOSALS,
                proposals::waiting);
    }
}
