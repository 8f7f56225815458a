package org.ytterby.benchmarks.restart;

import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;

/// A Spring Boot web application that holds nothing: what any such service costs to start.
@SpringBootApplication(proxyBeanMethods = false)
public class EmptyService {
    /// Ends at once after the start: for the run from which the JVM learns its class cache.
    static final String END = "--end";

    /// Serves on the port that `server.port` names.
    public static void main(String[] args) {
        ConfigurableApplicationContext context = SpringApplication.run(EmptyService.class, args);
        if (List.of(args).contains(END)) {
            context.close();
        }
    }
}
