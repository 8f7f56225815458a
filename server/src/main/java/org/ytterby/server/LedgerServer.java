package org.ytterby.server;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/// The service as one application; [LedgerService] starts it.
@SpringBootApplication
class LedgerServer {}
