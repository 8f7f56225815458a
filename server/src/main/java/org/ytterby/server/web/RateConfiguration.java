package org.ytterby.server.web;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// How much anybody may ask for.
///
/// The defaults are far above what an enterprise's system or a person needs, and stop what runs
/// wild.
@Configuration(proxyBeanMethods = false)
class RateConfiguration implements WebMvcConfigurer {
    private final RateLimit callers;
    private final RateLimit addresses;

    RateConfiguration(
            @Value("${ytterby.rate.caller-per-second:3000}") double callerPerSecond,
            @Value("${ytterby.rate.caller-burst:6000}") int callerBurst,
            @Value("${ytterby.rate.address-per-second:200}") double addressPerSecond,
            @Value("${ytterby.rate.address-burst:2000}") int addressBurst) {
        callers = new RateLimit(callerPerSecond, callerBurst, System::nanoTime);
        addresses = new RateLimit(addressPerSecond, addressBurst, System::nanoTime);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new RateInterceptor(callers, addresses))
                .order(Ordered.HIGHEST_PRECEDENCE)
                .addPathPatterns("/**")
                .excludePathPatterns("/assets/**", "/actuator/**");
    }
}
