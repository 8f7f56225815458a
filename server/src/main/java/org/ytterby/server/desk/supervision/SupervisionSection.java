package org.ytterby.server.desk.supervision;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.ytterby.core.supervision.Text;
import org.ytterby.server.desk.Section;
import org.ytterby.server.identity.Right;

@Configuration(proxyBeanMethods = false)
class SupervisionSection {
    private static final int ORDER = 30;

    @Bean
    Section supervision() {
        return new Section(
                ORDER, "/supervision", new Text("Supervision", "监管"), Right.SEE_FINDINGS);
    }
}
