package org.ytterby.server;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/// Each capability keeps its borders.
class ModulesTest {
    @Test
    void noModuleReachesIntoAnother() {
        ApplicationModules.of(LedgerServer.class).verify();
    }
}
