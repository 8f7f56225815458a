package org.ytterby.server.ledger;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Describes an operation that hands one command to the ledger: what comes back says where its
/// verdict stands, taken or refused.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@ApiResponse(
        responseCode = "200",
        description = "taken, and on the disk / 已受理并落盘",
        content = @Content(schema = @Schema(implementation = Submitter.Receipted.class)))
@ApiResponse(
        responseCode = "409",
        description = "the key was used for another request / 该键已用于其他请求",
        content = @Content(schema = @Schema(implementation = Submitter.Receipted.class)))
@ApiResponse(
        responseCode = "422",
        description = "refused, and recorded as such; or a problem document / 已拒绝并记录；或问题文档",
        content = @Content(schema = @Schema(implementation = Submitter.Receipted.class)))
public @interface TellsVerdict {}
