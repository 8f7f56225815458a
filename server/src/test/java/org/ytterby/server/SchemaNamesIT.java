package org.ytterby.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// The description of the API calls a type by its simple name, so that of two types with one name
/// it would describe only one. What is answered and sent is followed from the handlers here.
@ExtendWith(ExampleService.class)
class SchemaNamesIT {
    private static final int FOLLOWED_MIN = 100;
    private static final Map<String, Set<String>> TYPES_BY_NAME = new TreeMap<>();
    private static final Set<String> SEEN = new HashSet<>();
    private static Set<String> described = Set.of();

    @BeforeAll
    static void follow(TestService service) throws Exception {
        described =
                service.nobody()
                        .get("/api/openapi")
                        .json()
                        .path("components")
                        .path("schemas")
                        .propertyStream()
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet());
        service.service()
                .bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((at, of) -> {
                    if (at.getPatternValues().stream().anyMatch(path -> path.startsWith("/api/"))) {
                        follow(of);
                    }
                });
    }

    private static void follow(HandlerMethod handler) {
        Method method = handler.getMethod();
        follow(ResolvableType.forMethodReturnType(method));
        for (MethodParameter parameter : handler.getMethodParameters()) {
            if (parameter.hasParameterAnnotation(RequestBody.class)) {
                follow(ResolvableType.forMethodParameter(parameter));
            }
        }
    }

    /// A type, what it is of, and what its components are.
    private static void follow(ResolvableType type) {
        if (!SEEN.add(type.toString())) {
            return;
        }
        if (type.isArray()) {
            follow(type.getComponentType());
        }
        Arrays.stream(type.getGenerics()).forEach(SchemaNamesIT::follow);
        @Nullable Class<?> raw = type.resolve();
        if (raw == null || !raw.isRecord() || !raw.getName().startsWith("org.ytterby.")) {
            return;
        }
        TYPES_BY_NAME.computeIfAbsent(name(type, raw), _ -> new TreeSet<>()).add(type.toString());
        Arrays.stream(raw.getRecordComponents())
                .forEach(component ->
                        follow(ResolvableType.forType(component.getGenericType(), type)));
    }

    /// As it is called in the description.
    private static String name(ResolvableType type, Class<?> raw) {
        @Nullable Schema schema = raw.getAnnotation(Schema.class);
        String own =
                schema == null || schema.name().isEmpty() ? raw.getSimpleName() : schema.name();
        return own
                + Arrays.stream(type.getGenerics())
                        .map(of -> name(of, of.resolve(Object.class)))
                        .collect(Collectors.joining());
    }

    @Test
    void noTwoTypesShareAName() {
        assertThat(TYPES_BY_NAME).allSatisfy((_, types) -> assertThat(types).hasSize(1));
    }

    /// What is followed here is most of what is described there.
    @Test
    void theNamesAreThoseOfTheDescription() {
        assertThat(described)
                .filteredOn(TYPES_BY_NAME::containsKey)
                .hasSizeGreaterThan(FOLLOWED_MIN);
    }
}
