package org.ytterby.server.desk.administration;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.ytterby.core.supervision.Text;
import org.ytterby.server.desk.Section;
import org.ytterby.server.identity.Right;

@Configuration(proxyBeanMethods = false)
class AdministrationSection {
    private static final int ORDER = 90;

    @Bean
    Section administration() {
        return new Section(
                ORDER, "/administration", new Text("Administration", "系统管理"), Right.ADMINISTER);
    }
}
