package org.ytterby.server;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;

/// The service as one application; [LedgerService] starts it.
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class) // our own people
class LedgerServer {}
