package org.ytterby.server.desk.planning;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.ytterby.core.supervision.Text;
import org.ytterby.server.desk.Section;
import org.ytterby.server.identity.Right;

@Configuration(proxyBeanMethods = false)
class PlanningSection {
    private static final int ORDER = 35;

    @Bean
    Section planning() {
        return new Section(ORDER, "/planning", new Text("Plan", "计划"), Right.SEE_BALANCES);
    }
}
