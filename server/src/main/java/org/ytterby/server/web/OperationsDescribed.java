package org.ytterby.server.web;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Arrays;
import java.util.List;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.ytterby.server.analysis.View;
import org.ytterby.server.identity.OpenToAll;

/// Describes of an operation what its handler's marks say: whether it is open to all, and whether
/// it can answer that nothing has changed.
@Component
class OperationsDescribed implements OperationCustomizer {
    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        if (handler.hasMethodAnnotation(OpenToAll.class)) {
            operation.setSecurity(List.of());
        }
        boolean isTagged =
                Arrays.stream(handler.getMethodParameters())
                        .anyMatch(parameter -> parameter.getParameterType() == View.class);
        if (isTagged) {
            operation
                    .getResponses()
                    .addApiResponse(
                            "304",
                            new ApiResponse()
                                    .description(
                                            "nothing has changed since the answer that If-None-Match"
                                                    + " names / 自 If-None-Match 所指应答以来无变化"));
        }
        return operation;
    }
}
