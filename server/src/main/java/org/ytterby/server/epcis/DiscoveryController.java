package org.ytterby.server.epcis;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import org.ytterby.server.identity.OpenToAll;

/// What this repository can do, told in headers.
@RestController
@Tag(name = "epcis", description = "EPCIS 2.0 events / EPCIS 2.0 事件")
class DiscoveryController {
    @OpenToAll
    @RequestMapping(
            path = {"/epcis", "/epcis/**"},
            method = RequestMethod.OPTIONS)
    @Operation(summary = "Versions, limits and methods of a resource")
    ResponseEntity<Void> discover(HttpServletRequest request) {
        String resource = request.getRequestURI().replaceFirst("^/epcis/?", "");
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.ALLOW, methods(resource));
        headers.set(Headers.EPCIS_MIN, Headers.VERSION);
        headers.set(Headers.EPCIS_MAX, Headers.VERSION);
        headers.set(Headers.CBV_MIN, Headers.VERSION);
        headers.set(Headers.CBV_MAX, Headers.VERSION);
        headers.set(Headers.EPC_FORMAT, Headers.NEVER_TRANSLATES);
        headers.set(Headers.CBV_XML_FORMAT, Headers.NEVER_TRANSLATES);
        headers.set(Headers.VENDOR_VERSION, "Ytterby");
        Headers.limits(headers);
        headers.set(Headers.ERROR_BEHAVIOUR, "all");
        return ResponseEntity.noContent().headers(headers).build();
    }

    private static String methods(String resource) {
        String[] parts = resource.split("/", -1);
        return switch (parts[0]) {
            case "capture", "events" -> parts.length == 1 ? "OPTIONS, GET, POST" : "OPTIONS, GET";
            case "queries" ->
                    switch (parts.length) {
                        case 1 -> "OPTIONS, GET, POST";
                        case 2 -> "OPTIONS, GET, DELETE";
                        case 3 -> parts[2].equals("events") ? "OPTIONS, GET" : "OPTIONS, GET, POST";
                        default -> "OPTIONS, GET, DELETE";
                    };
            case "nextPageToken" -> "OPTIONS, DELETE";
            default -> "OPTIONS, GET";
        };
    }
}
