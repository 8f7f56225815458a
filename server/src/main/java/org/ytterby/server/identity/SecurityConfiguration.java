package org.ytterby.server.identity;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Tokens in, marks checked, nothing remembered between requests.
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration implements WebMvcConfigurer {
    private final ObjectProvider<ReadAudit> audit;

    /// @param audit asked for late: it needs the database
    SecurityConfiguration(ObjectProvider<ReadAudit> audit) {
        this.audit = audit;
    }

    @Bean
    Tokens tokens(JdbcClient jdbc, Clock clock) {
        return new Tokens(jdbc, clock);
    }

    @Bean
    Attempts attempts(Clock clock) {
        return new Attempts(clock);
    }

    @Bean
    SecondFactor secondFactor(JdbcClient jdbc, TransactionOperations transactions, Clock clock) {
        return new SecondFactor(jdbc, transactions, clock);
    }

    @Bean
    Challenges challenges(JdbcClient jdbc, Clock clock) {
        return new Challenges(jdbc, clock);
    }

    @Bean
    People people(JdbcClient jdbc, SecondFactor factors, Tokens tokens) {
        return new People(jdbc, factors, tokens);
    }

    @Bean
    Accounts accounts(JdbcClient jdbc, TransactionOperations transactions, ScopedReads reads) {
        return new Accounts(jdbc, transactions, reads);
    }

    @Bean
    Invitations invitations(
            JdbcClient jdbc,
            TransactionOperations transactions,
            ScopedReads reads,
            People people,
            Clock clock) {
        return new Invitations(jdbc, transactions, reads, people, clock);
    }

    @Bean
    Clients clients(JdbcClient jdbc, ScopedReads reads, Tokens tokens, Clock clock) {
        return new Clients(jdbc, reads, tokens, clock);
    }

    @Bean
    Roster roster(JdbcClient jdbc, Clock clock) {
        return new Roster(jdbc, clock);
    }

    @Bean
    ReadLog readLog(JdbcClient jdbc, ScopedReads reads, Clock clock) {
        return new ReadLog(jdbc, reads, clock);
    }

    /// Only where an issuer knows this service as one of its clients.
    @Bean
    @ConditionalOnBean(Issuer.Client.class)
    IssuedSignIn issuedSignIn(Issuer issuer, Issuer.Client client, Tokens tokens, Clock clock) {
        return new IssuedSignIn(issuer, client, tokens, clock);
    }

    /// @param role that row-level security binds
    @Bean
    ScopedReads scopedReads(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            @Value("${ytterby.reader}") String role) {
        TransactionTemplate reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
        return new ScopedReads(jdbc, reading, role);
    }

    /// @param issuer whose tokens count; absent for none
    @Bean
    SecurityFilterChain requests(
            HttpSecurity http, Tokens tokens, ObjectProvider<Issuer> issuer, Clock clock)
            throws Exception {
        Issuer trusted = issuer.getIfAvailable();
        IssuedTokens issued = trusted == null ? null : new IssuedTokens(trusted, clock);
        return http.csrf(AbstractHttpConfigurer::disable) // no cookie says who somebody is
                .sessionManagement(
                        sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests ->
                        requests.requestMatchers("/actuator/health/**")
                                .permitAll()
                                .requestMatchers("/actuator/**")
                                .denyAll()
                                .anyRequest()
                                .permitAll()) // each handler's own mark decides
                .exceptionHandling(refusals ->
                        refusals.authenticationEntryPoint(
                                new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED)))
                .addFilterBefore(
                        new CallerFilter(tokens, issued, CallerFilter::bearer, clock),
                        UsernamePasswordAuthenticationFilter.class)
                .build();
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new AllowedInterceptor());
        registry.addInterceptor(audit.getObject());
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CallerResolver());
    }

    /// Gives a handler its caller.
    private static final class CallerResolver implements HandlerMethodArgumentResolver {
        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Caller.class;
        }

        @Override
        public @Nullable Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer page,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            return Caller.current().orElseThrow();
        }
    }
}
