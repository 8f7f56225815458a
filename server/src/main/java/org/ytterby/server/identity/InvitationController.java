package org.ytterby.server.identity;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/// Inviting people. They accept on a page.
@RestController
@RequestMapping(path = "/api/v1/invitations", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "people", description = "Keeping people and machines / 人员与客户端管理")
class InvitationController {
    private static final int WAITING_MAX = 1_000;

    private final Invitations invitations;

    InvitationController(Invitations invitations) {
        this.invitations = invitations;
    }

    /// @param state `open` or `expired`
    @Schema(name = "ShownInvitation")
    record Shown(
            String id,
            String name,
            String organisation,
            List<String> roles,
            String jurisdiction,
            String invitedBy,
            String expires,
            String state) {
        static Shown of(Invitations.Invitation invitation) {
            Caller person = invitation.person();
            return new Shown(
                    invitation.id().toString(),
                    person.name(),
                    person.organisation(),
                    List.of(Tokens.codes(person.roles())),
                    person.jurisdiction().code(),
                    invitation.by(),
                    invitation.expires().toString(),
                    invitation.state().code());
        }
    }

    @Allowed(Right.KEEP_PEOPLE)
    @GetMapping("")
    @Operation(summary = "Invitations that wait, by name; at most 1,000")
    List<Shown> waiting() {
        List<Shown> shown = invitations.waiting(WAITING_MAX).stream().map(Shown::of).toList();
        ReadNote.rows(shown.size());
        return shown;
    }

    /// @param path of the page on which they choose a password; below the service's address
    record Link(String id, String path, String expires) {
        static Link of(Invitations.Made made) {
            return new Link(
                    made.id().toString(),
                    "/invitation/" + made.secret(),
                    made.expires().toString());
        }
    }

    @Allowed(Right.KEEP_PEOPLE)
    @PostMapping(path = "", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Invite somebody; the link, good once and for seven days, is told once")
    ResponseEntity<Link> invite(Caller caller, @RequestBody PeopleController.Wanted wanted) {
        Caller person = wanted.person(Objects.requireNonNullElse(wanted.name(), ""));
        return switch (invitations.invite(caller, person)) {
            case Invitations.Outcome.Invited(Invitations.Made made) ->
                    ResponseEntity.status(HttpStatus.CREATED)
                            .header(HttpHeaders.CACHE_CONTROL, "no-store")
                            .body(Link.of(made));
            case Invitations.Outcome.NameIsTaken _ ->
                    throw new ResponseStatusException(
                            HttpStatus.CONFLICT,
                            "somebody has this name, or is invited under it / 该用户名已存在或已被邀请: "
                                    + person.name());
            case Invitations.Outcome.OutOfReach(String reason) ->
                    throw new ResponseStatusException(HttpStatus.FORBIDDEN, reason);
        };
    }

    @Allowed(Right.KEEP_PEOPLE)
    @PostMapping("/{id}/renewal")
    @Operation(summary = "Make another link in place of the one before")
    Link renew(Caller caller, @PathVariable UUID id) {
        return invitations.renew(caller, id).map(Link::of).orElseThrow(() -> missing(id));
    }

    @Allowed(Right.KEEP_PEOPLE)
    @DeleteMapping("/{id}")
    @Operation(summary = "Take an invitation back")
    @ApiResponse(responseCode = "204", description = "done / 已完成")
    ResponseEntity<Void> revoke(Caller caller, @PathVariable UUID id) {
        if (!invitations.revoke(caller, id)) {
            throw missing(id);
        }
        return ResponseEntity.noContent().build();
    }

    private static ResponseStatusException missing(UUID id) {
        return new ResponseStatusException(
                HttpStatus.NOT_FOUND, "no such invitation waits / 没有该待处理的邀请: " + id);
    }
}
