package org.ytterby.server.epcis;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.responses.ApiResponse;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// EPCIS answers are JSON that is written as text: their form is GS1's, and is not described here
/// as a string.
@Configuration(proxyBeanMethods = false)
class EpcisDescription {
    @Bean
    OpenApiCustomizer epcisDescribed() {
        return api ->
                api.getPaths().entrySet().stream()
                        .filter(path -> path.getKey().startsWith("/epcis"))
                        .map(path -> path.getValue())
                        .forEach(EpcisDescription::describe);
    }

    private static void describe(PathItem path) {
        for (Operation operation : path.readOperations()) {
            for (ApiResponse answer : operation.getResponses().values()) {
                if (answer.getContent() != null) {
                    answer.getContent().values().forEach(EpcisDescription::describe);
                }
            }
        }
    }

    private static void describe(MediaType content) {
        boolean isText =
                content.getSchema() != null
                        && content.getSchema().getTypes() != null
                        && content.getSchema().getTypes().contains("string");
        if (isText) {
            content.setSchema(new JsonSchema());
        }
    }
}
