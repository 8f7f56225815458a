package org.ytterby.server.identity;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.ytterby.core.proof.SenderKey;

/// Keeping the machines that may ask.
@RestController
@RequestMapping(path = "/api/v1/clients", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "people", description = "Keeping people and machines / 人员与客户端管理")
class ClientController {
    private final Clients clients;

    ClientController(Clients clients) {
        this.clients = clients;
    }

    /// @param key that the machine signs with; absent for one with a secret
    @Schema(name = "ShownMachine")
    record Shown(
            String id,
            String organisation,
            List<String> roles,
            @Nullable String key,
            String created) {
        static Shown of(Clients.Client client) {
            return new Shown(
                    client.id(),
                    client.organisation(),
                    List.of(Tokens.codes(client.roles())),
                    client.key().isEmpty() ? null : client.key(),
                    client.created().toString());
        }
    }

    @Allowed(Right.ADMINISTER)
    @GetMapping("")
    @Operation(summary = "The registered machines by id")
    Listed<Shown> list(
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "100") int limit) {
        return Listed.of(
                clients.list(Listed.cursor(after), Listed.bounded(limit) + 1),
                limit,
                Shown::of,
                Clients.Client::id);
    }

    /// @param key Ed25519 public key in base64url, the `x` of its JSON web key; absent for a secret
    @Schema(name = "WantedMachine")
    record Wanted(
            @Nullable String clientId,
            @Nullable String organisation,
            @Nullable List<String> roles,
            @Nullable String key) {}

    /// @param clientSecret absent for a machine with a key
    /// @param keyId what its signatures name the key by; absent for a machine with a secret
    @Schema(name = "AddedMachine")
    record Added(String clientId, @Nullable String clientSecret, @Nullable String keyId) {}

    @Allowed(Right.ADMINISTER)
    @PostMapping(path = "", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Register a machine with its key, or for a secret, which is told once")
    ResponseEntity<Added> add(@RequestBody Wanted wanted) {
        String id = Objects.requireNonNullElse(wanted.clientId(), "");
        String organisation = Objects.requireNonNullElse(wanted.organisation(), "");
        Set<Role> roles = roles(Objects.requireNonNullElse(wanted.roles(), List.of()));
        String key = Objects.requireNonNullElse(wanted.key(), "");
        Clients.flaw(id, organisation, roles, key)
                .ifPresent(flaw -> {
                    throw refused(flaw);
                });
        String secret =
                clients.add(id, organisation, roles, key)
                        .orElseThrow(() ->
                                new ResponseStatusException(
                                        HttpStatus.CONFLICT,
                                        "there is a client of this id / 该客户端已存在: " + id));
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(
                        key.isEmpty()
                                ? new Added(id, secret, null)
                                : new Added(id, null, SenderKey.parse(key).id()));
    }

    private static Set<Role> roles(List<String> codes) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String code : codes) {
            try {
                roles.add(PeopleController.role(code));
            } catch (IllegalArgumentException e) {
                throw refused(String.valueOf(e.getMessage()));
            }
        }
        return roles;
    }

    @Allowed(Right.ADMINISTER)
    @DeleteMapping("/{id}")
    @Operation(summary = "Revoke a machine; its tokens end at once")
    @ApiResponse(responseCode = "204", description = "done / 已完成")
    ResponseEntity<Void> revoke(@PathVariable String id) {
        if (!clients.revoke(id)) {
            throw new ResponseStatusException(
                    HttpStatus.NOT_FOUND, "no such client / 没有该客户端: " + id);
        }
        return ResponseEntity.noContent().build();
    }

    private static ResponseStatusException refused(String reason) {
        return new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT, reason);
    }
}
