package org.ytterby.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.ytterby.server.TestService.Person;
import org.ytterby.server.desk.PageController;
import org.ytterby.server.identity.Allowed;
import org.ytterby.server.identity.OpenToAll;
import org.ytterby.server.identity.Role;

/// Every endpoint that the application has, asked for by every role and by nobody.
class AuthorisationMatrixIT {
    private static final int UNAUTHORIZED = 401;
    private static final int FOUND = 302;
    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;
    private static final int NOT_IMPLEMENTED = 501;
    private static final Set<String> SIGN_OUT = Set.of("/api/v1/tokens/current", "/sign-out");

    private static TestService service;
    private static final Map<Role, Person> PEOPLE = new EnumMap<>(Role.class);

    @BeforeAll
    static void start() throws Exception {
        service = new TestService();
        signIn();
    }

    private static void signIn() throws Exception {
        for (Role role : Role.values()) {
            PEOPLE.put(role, service.person(role.code(), "party-of-" + role.code(), role));
        }
    }

    @AfterAll
    static void close() throws Exception {
        service.close();
    }

    /// A handler and one way to ask for it.
    private record Endpoint(String method, String path, String type, HandlerMethod handler) {
        String name() {
            return method + " " + path;
        }
    }

    private static List<Endpoint> endpoints() {
        List<Endpoint> endpoints = new ArrayList<>();
        Map<RequestMappingInfo, HandlerMethod> handlers =
                service.service()
                        .bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                        .getHandlerMethods();
        handlers.forEach((info, handler) -> {
            if (handler.getBeanType().getName().startsWith("org.ytterby.")) {
                for (String pattern : info.getPatternValues()) {
                    Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
                    assertThat(methods).as("methods of %s", pattern).isNotEmpty();
                    for (RequestMethod method : methods) {
                        endpoints.add(
                                new Endpoint(method.name(), filled(pattern), type(info), handler));
                    }
                }
            }
        });
        endpoints.sort(
                Comparator.comparing(e -> SIGN_OUT.contains(e.path))); // they end what others need
        return endpoints;
    }

    /// The form of content that an endpoint takes.
    private static String type(RequestMappingInfo info) {
        return info.getConsumesCondition().getConsumableMediaTypes().stream()
                .map(MediaType::toString)
                .findFirst()
                .orElse(MediaType.APPLICATION_JSON_VALUE);
    }

    /// A pattern with something in place of its variables: of alternatives the first, else 1.
    private static String filled(String pattern) {
        return Pattern.compile("\\{\\w+:?([^}]*)}")
                .matcher(pattern)
                .replaceAll(variable -> one(variable.group(1)))
                .replace("/**", "/000");
    }

    private static String one(String allowed) {
        return switch (allowed) {
            case "" -> "1";
            case "[0-7]" -> "0";
            default -> allowed.replaceFirst("\\|.*", "");
        };
    }

    @Test
    void everyEndpointSaysWhoMayAskForIt() {
        assertThat(endpoints())
                .hasSizeGreaterThan(10)
                .allSatisfy(endpoint ->
                        assertThat(
                                        endpoint.handler.hasMethodAnnotation(Allowed.class)
                                                ^ endpoint.handler.hasMethodAnnotation(
                                                        OpenToAll.class))
                                .as(endpoint.name())
                                .isTrue());
    }

    @TestFactory
    Stream<DynamicTest> everyRoleGetsWhatItsMarkSays() {
        return endpoints().stream()
                .map(endpoint -> DynamicTest.dynamicTest(endpoint.name(), () -> ask(endpoint)));
    }

    private static void ask(Endpoint endpoint) throws Exception {
        Set<Role> refused = new TreeSet<>();
        for (Map.Entry<Role, Person> person : PEOPLE.entrySet()) {
            int status =
                    person.getValue().ask(endpoint.method, endpoint.path, endpoint.type).status();
            assertThat(status == NOT_IMPLEMENTED || status < 500)
                    .as("%s as %s: %d", endpoint.name(), person.getKey(), status)
                    .isTrue();
            assertThat(status)
                    .isNotEqualTo(
                            endpoint.handler.hasMethodAnnotation(OpenToAll.class)
                                    ? FORBIDDEN
                                    : UNAUTHORIZED);
            if (status == FORBIDDEN) {
                refused.add(person.getKey());
            }
        }
        if (SIGN_OUT.contains(endpoint.path)) {
            signIn(); // again: all have just signed out
        }
        Allowed allowed = endpoint.handler.getMethodAnnotation(Allowed.class);
        Set<Role> expected = new TreeSet<>(Arrays.asList(Role.values()));
        expected.removeAll(allowed == null ? expected : allowed.value().roles());
        assertThat(refused).as(endpoint.name()).isEqualTo(expected);
        if (allowed != null) {
            assertThat(service.nobody().ask(endpoint.method, endpoint.path, endpoint.type).status())
                    .as("%s as nobody", endpoint.name())
                    .isIn(isPage(endpoint) ? refusalsOfNobody(endpoint) : Set.of(UNAUTHORIZED));
        }
    }

    private static boolean isPage(Endpoint endpoint) {
        return endpoint.handler.getBeanType().isAnnotationPresent(PageController.class);
    }

    /// A page leads nobody to the sign-in page; a form of nobody's lacks its token, or is no form
    /// that a token could be looked for in.
    private static Set<Integer> refusalsOfNobody(Endpoint endpoint) {
        return endpoint.method.equals("GET") ? Set.of(FOUND) : Set.of(FORBIDDEN, BAD_REQUEST);
    }
}
