package org.ytterby.server.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.identity.TooManyRequests;

class RateLimitTest {
    private long nowNs = 5_000_000_000L;

    private RateLimit limit(double perSecond, int burst) {
        return new RateLimit(perSecond, burst, () -> nowNs);
    }

    @Test
    void soManyAtOnceThenSoManyASecond() {
        RateLimit limit = limit(2, 3);
        for (int i = 0; i < 3; i++) {
            assertThat(limit.take("a", 1)).isZero();
        }
        assertThat(limit.take("a", 1)).isEqualTo(Duration.ofMillis(500));
        nowNs += 500_000_000;
        assertThat(limit.take("a", 1)).isZero();
        assertThat(limit.take("a", 1)).isPositive();
    }

    @Test
    void aRefusalCostsNothing() {
        RateLimit limit = limit(1, 1);
        assertThat(limit.take("a", 1)).isZero();
        for (int i = 0; i < 10; i++) {
            assertThat(limit.take("a", 1)).isEqualTo(Duration.ofSeconds(1));
        }
    }

    @Test
    void aFullBucketHoldsNoMoreHoweverLongTheSilence() {
        RateLimit limit = limit(1, 2);
        nowNs += Duration.ofDays(1).toNanos();
        assertThat(limit.take("a", 2)).isZero();
        assertThat(limit.take("a", 1)).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void callersHaveBucketsOfTheirOwn() {
        RateLimit limit = limit(1, 1);
        assertThat(limit.take("a", 1)).isZero();
        assertThat(limit.take("b", 1)).isZero();
        assertThat(limit.take("a", 1)).isPositive();
    }

    @Test
    void whatCostsMoreThanABucketHoldsTakesAllOfIt() {
        RateLimit limit = limit(1, 5);
        assertThat(limit.take("a", 100)).isZero();
        assertThat(limit.take("a", 100)).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void whatIsNoLimitIsRefused() {
        assertThatThrownBy(() -> limit(0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> limit(1, 0)).hasMessageContaining("0");
    }

    @Test
    void whoHasSignedInIsCountedByNameAndWhoHasNotByAddress() {
        RateInterceptor interceptor = new RateInterceptor(limit(1, 1), limit(1, 2));
        ask(interceptor, "a", "192.0.2.1");
        assertThatThrownBy(() -> ask(interceptor, "a", "192.0.2.2"))
                .isInstanceOfSatisfying(
                        TooManyRequests.class,
                        refusal -> {
                            assertThat(refusal.getHeaders().getFirst(HttpHeaders.RETRY_AFTER))
                                    .isEqualTo("1");
                            assertThat(refusal.getBody().getDetail())
                                    .contains("too many requests", "请求过多");
                        });
        ask(interceptor, "", "192.0.2.1");
        ask(interceptor, "", "192.0.2.1");
        assertThatThrownBy(() -> ask(interceptor, "", "192.0.2.1"))
                .isInstanceOf(TooManyRequests.class);
        ask(interceptor, "", "192.0.2.2");
    }

    @Test
    void anIpv6SubscriberIsOneAddress() {
        assertThat(RateInterceptor.network("2001:db8:1:2:3:4:5:6"))
                .isEqualTo(RateInterceptor.network("2001:db8:1:2:ffff:0:0:1"))
                .isNotEqualTo(RateInterceptor.network("2001:db8:1:3:3:4:5:6"));
    }

    private static void ask(RateInterceptor interceptor, String name, String address) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/v1/findings");
        request.setRemoteAddr(address);
        try {
            if (!name.isEmpty()) {
                SecurityContextHolder.getContext()
                        .setAuthentication(
                                UsernamePasswordAuthenticationToken.authenticated(
                                        new Caller(name, "o", Set.of()), null, List.of()));
            }
            assertThat(interceptor.preHandle(request, new MockHttpServletResponse(), new Object()))
                    .isTrue();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }
}
