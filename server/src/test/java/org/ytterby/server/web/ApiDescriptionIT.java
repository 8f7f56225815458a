package org.ytterby.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.ytterby.server.ExampleService;
import org.ytterby.server.TestService;
import tools.jackson.databind.JsonNode;

/// The description of the API says of every operation what it is, what it answers and how it is
/// refused.
@ExtendWith(ExampleService.class)
class ApiDescriptionIT {
    private static JsonNode api;

    @BeforeAll
    static void read(TestService service) throws Exception {
        api = service.nobody().get("/api/openapi").json();
    }

    @TestFactory
    Stream<DynamicTest> everyOperationIsDescribed() {
        return api.path("paths")
                .propertyStream()
                .flatMap(path ->
                        path.getValue()
                                .propertyStream()
                                .map(operation ->
                                        DynamicTest.dynamicTest(
                                                operation.getKey() + " " + path.getKey(),
                                                () -> check(path.getKey(), operation.getValue()))));
    }

    private static void check(String path, JsonNode operation) {
        assertThat(operation.path("summary").asString("")).isNotEmpty();
        JsonNode answers = operation.path("responses");
        List<String> good =
                answers.propertyNames().stream().filter(status -> status.startsWith("2")).toList();
        assertThat(good).isNotEmpty();
        boolean hasBody =
                good.stream().anyMatch(status -> !answers.path(status).path("content").isEmpty());
        if (path.startsWith("/api/v1") || path.startsWith("/log")) {
            assertThat(hasBody || good.equals(List.of("204")))
                    .as("an answer of %s %s", path, operation)
                    .isTrue();
            for (String status : good) {
                for (JsonNode content : answers.path(status).path("content")) {
                    assertThat(content.path("schema").isEmpty()).as(status).isFalse();
                }
            }
        }
        boolean isOpen = operation.has("security") && operation.path("security").isEmpty();
        checkProblem(answers, "400");
        checkProblem(answers, "429");
        checkProblem(answers, "503");
        assertThat(answers.path("429").path("headers").has("Retry-After")).isTrue();
        if (!isOpen) {
            checkProblem(answers, "401");
            checkProblem(answers, "403");
        }
        if (path.contains("{")) {
            assertThat(answers.has("404")).isTrue();
        }
    }

    private static void checkProblem(JsonNode answers, String status) {
        assertThat(
                        answers.path(status)
                                .path("content")
                                .path("application/problem+json")
                                .path("schema")
                                .path("$ref")
                                .asString(""))
                .as(status)
                .isEqualTo("#/components/schemas/ProblemDocument");
    }

    @TestFactory
    Stream<DynamicTest> whatIsReferredToIsThere() {
        return api.findValuesAsString("$ref").stream()
                .distinct()
                .map(reference ->
                        DynamicTest.dynamicTest(
                                reference,
                                () ->
                                        assertThat(api.at(reference.substring(1)).isMissingNode())
                                                .isFalse()));
    }
}
