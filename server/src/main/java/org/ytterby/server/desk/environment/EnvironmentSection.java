package org.ytterby.server.desk.environment;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.ytterby.core.supervision.Text;
import org.ytterby.server.desk.Section;
import org.ytterby.server.identity.Right;

@Configuration(proxyBeanMethods = false)
class EnvironmentSection {
    private static final int ORDER = 40;

    @Bean
    Section returns() {
        return new Section(
                ORDER, "/environment", new Text("Environment", "环保"), Right.SEE_ENVIRONMENT);
    }
}
