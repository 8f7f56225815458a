package org.ytterby.server.ledger;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.ytterby.formats.intake.KeptRows;
import org.ytterby.server.identity.Allowed;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.identity.Right;

/// Taking down what was declared.
@RestController
@Tag(name = "ledger", description = "Declaring and drawing / 申报与核销")
class PackageController {
    /// The position of the ledger that an answer without JSON was made from.
    static final String POSITION = "Ledger-Position";

    private static final String ZIP = "application/zip";

    private final LedgerReader ledger;

    PackageController(LedgerReader ledger) {
        this.ledger = ledger;
    }

    /// Written to a file first: what cannot be read is refused before anything is sent.
    @Allowed(Right.TAKE_PACKAGE)
    @GetMapping(path = "/api/v1/package", produces = ZIP)
    @Operation(
            summary = "What was declared, as a ledger package; an enterprise gets its own rows",
            description =
                    "The header Ledger-Position names the position that it was made from."
                            + " / 响应头 Ledger-Position 为所依据的台账位置。")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = ZIP, schema = @Schema(type = "string", format = "binary")))
    void take(Caller caller, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        long position = ledger.size();
        boolean seesAll = caller.seesAll();
        String tag =
                PositionTag.of(position, seesAll ? "all" : "own " + caller.organisation(), request);
        if (PositionTag.isKnown(tag, request)) {
            response.setStatus(HttpStatus.NOT_MODIFIED.value());
            tag(response, tag);
            return;
        }
        Path folder = Files.createTempDirectory("ytterby-package");
        Path file = folder.resolve("package.zip");
        try {
            KeptRows rows = ledger.declared(position);
            PackageDownload.write(
                    rows,
                    seesAll ? null : new OwnRows(rows, caller.organisation()),
                    position,
                    file);
            response.setContentType(ZIP);
            response.setContentLengthLong(Files.size(file));
            tag(response, tag);
            response.setHeader(POSITION, Long.toString(position));
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    "attachment; filename=\"ledger-" + position + ".zip\"");
            Files.copy(file, response.getOutputStream());
        } finally {
            Files.deleteIfExists(file);
            Files.delete(folder);
        }
    }

    private static void tag(HttpServletResponse response, String tag) {
        response.setHeader(HttpHeaders.ETAG, tag);
        response.setHeader(HttpHeaders.CACHE_CONTROL, PositionTag.caching().getHeaderValue());
    }
}
