package org.ytterby.server.desk.audit;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.ytterby.core.supervision.Text;
import org.ytterby.server.desk.Section;
import org.ytterby.server.identity.Right;

@Configuration(proxyBeanMethods = false)
class AuditSection {
    private static final int ORDER = 80;

    @Bean
    Section audit() {
        return new Section(ORDER, "/audit", new Text("Audit", "审计"), Right.AUDIT);
    }
}
