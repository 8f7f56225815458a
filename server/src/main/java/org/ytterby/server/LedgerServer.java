package org.ytterby.server;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// The service as one application; the command line starts it.
@SpringBootApplication
public class LedgerServer {
    /// An application that is not yet started: whoever starts it adds its settings.
    public static SpringApplication application() {
        return new SpringApplication(LedgerServer.class);
    }
}
