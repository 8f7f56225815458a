package org.ytterby.server.desk.ledger;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.ytterby.core.supervision.Text;
import org.ytterby.server.desk.Section;
import org.ytterby.server.identity.Right;

@Configuration(proxyBeanMethods = false)
class LedgerSection {
    private static final int ORDER = 10;

    @Bean
    Section ledger() {
        return new Section(ORDER, "/ledger", new Text("Ledger", "台账"), Right.DECLARE);
    }
}
