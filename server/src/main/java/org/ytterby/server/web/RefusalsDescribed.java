package org.ytterby.server.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.math.BigDecimal;
import java.util.Objects;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.stereotype.Component;

/// Describes for every operation how it is refused: what [Refusals] answers is the same everywhere.
@Component
class RefusalsDescribed implements OpenApiCustomizer {
    private static final String PROBLEM = "ProblemDocument";

    @Override
    public void customise(OpenAPI api) {
        Components components = api.getComponents();
        components.addSchemas(PROBLEM, problem());
        api.getPaths()
                .forEach((path, item) ->
                        item.readOperationsMap()
                                .forEach((method, operation) -> describe(path, method, operation)));
    }

    private static Schema<?> problem() {
        return new ObjectSchema()
                .description("a problem document (RFC 9457) / 问题文档")
                .addProperty("type", new StringSchema().format("uri-reference"))
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema().description("English / Chinese; 英文 / 中文"))
                .addProperty("instance", new StringSchema().format("uri-reference"))
                .addRequiredItem("title")
                .addRequiredItem("status");
    }

    private static void describe(String path, PathItem.HttpMethod method, Operation operation) {
        ApiResponses answers = operation.getResponses();
        boolean isOpen = operation.getSecurity() != null && operation.getSecurity().isEmpty();
        refused(answers, "400", "cannot be understood / 无法理解");
        if (!isOpen) {
            refused(answers, "401", "not signed in / 未登录");
            refused(answers, "403", "none of the caller's roles may / 角色无权");
        }
        if (path.contains("{") || path.contains("*")) {
            refused(answers, "404", "not there, or not the caller's to see / 不存在或无权查看");
        }
        if (method == PathItem.HttpMethod.POST) {
            refused(answers, "415", "no such form of content is taken / 不接受该内容类型");
            refused(answers, "422", "refused / 已拒绝");
        }
        refused(answers, "429", "more than the caller's share; wait / 请求过多，请等待");
        retryAfter(answers, "429");
        refused(answers, "503", "nothing was acknowledged; send the same again / 未受理，请重发");
        retryAfter(answers, "503");
    }

    private static void refused(ApiResponses answers, String status, String what) {
        if (answers.get(status) == null) {
            answers.addApiResponse(
                    status,
                    new ApiResponse()
                            .description(what)
                            .content(
                                    new Content()
                                            .addMediaType(
                                                    "application/problem+json",
                                                    new MediaType()
                                                            .schema(
                                                                    new Schema<>()
                                                                            .$ref(PROBLEM)))));
        }
    }

    private static void retryAfter(ApiResponses answers, String status) {
        Objects.requireNonNull(answers.get(status))
                .addHeaderObject(
                        "Retry-After",
                        new Header()
                                .description("seconds / 秒")
                                .schema(new IntegerSchema().minimum(BigDecimal.ONE)));
    }
}
