package org.ytterby.server;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;

/// The port for metrics, where one was asked for: whoever reaches it may read them, and there is
/// nothing else. The port that the service listens on never gives them out.
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("management.server.port")
class ManagementConfiguration {
    static final String PORT = "local.management.port";

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    SecurityFilterChain metrics(HttpSecurity http, Environment environment) throws Exception {
        return http.securityMatcher(request ->
                        request.getLocalPort() == environment.getProperty(PORT, Integer.class, -1))
                .csrf(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }
}
