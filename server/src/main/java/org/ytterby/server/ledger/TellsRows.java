package org.ytterby.server.ledger;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Describes the refusal of an operation that takes rows: by the ledger's verdict, or before it
/// with the problems of each row. Beside [TellsVerdict], in whose place it then stands.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@ApiResponse(
        responseCode = "422",
        description = "refused, and recorded as such; or problems by row / 已拒绝并记录；或逐行列出的问题",
        content =
                @Content(
                        schema =
                                @Schema(
                                        anyOf = {
                                            Submitter.Receipted.class,
                                            SubmissionController.Intaken.class
                                        })))
@interface TellsRows {}
