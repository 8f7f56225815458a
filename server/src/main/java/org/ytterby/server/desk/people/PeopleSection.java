package org.ytterby.server.desk.people;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.ytterby.core.supervision.Text;
import org.ytterby.server.desk.Section;
import org.ytterby.server.identity.Right;

@Configuration(proxyBeanMethods = false)
class PeopleSection {
    private static final int ORDER = 85;

    @Bean
    Section keptPeople() {
        return new Section(ORDER, "/people", new Text("People", "人员"), Right.KEEP_PEOPLE);
    }
}
