package org.ytterby.server.webhook;

import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class WebhookConfiguration {
    /// @param hosts of our own networks that may be called, divided by commas
    @Bean
    Destinations destinations(@Value("${ytterby.webhook-hosts:}") Set<String> hosts) {
        return new Destinations(hosts);
    }
}
