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
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/// Keeping the built-in accounts of others.
@RestController
@RequestMapping(path = "/api/v1/people", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "people", description = "Keeping people and machines / 人员与客户端管理")
class PeopleController {
    private final People people;
    private final Accounts accounts;
    private final Rescue rescue;

    PeopleController(People people, Accounts accounts, Rescue rescue) {
        this.people = people;
        this.accounts = accounts;
        this.rescue = rescue;
    }

    /// @param jurisdiction `national`, or a region
    /// @param temporary whether they have yet to replace the password that was drawn for them
    @Schema(name = "ShownPerson")
    record Shown(
            String name,
            String organisation,
            List<String> roles,
            String jurisdiction,
            boolean temporary,
            boolean disabled) {
        static Shown of(Accounts.Account account) {
            Caller person = account.person();
            return new Shown(
                    person.name(),
                    person.organisation(),
                    List.of(Tokens.codes(person.roles())),
                    person.jurisdiction().code(),
                    account.isTemporary(),
                    account.isDisabled());
        }
    }

    @Allowed(Right.KEEP_PEOPLE)
    @GetMapping("")
    @Operation(summary = "The built-in accounts by name")
    Listed<Shown> list(
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "100") int limit) {
        return Listed.of(
                accounts.list(Listed.cursor(after), Listed.bounded(limit) + 1),
                limit,
                Shown::of,
                account -> account.person().name());
    }

    @Allowed(Right.KEEP_PEOPLE)
    @GetMapping("/{name}")
    @Operation(summary = "A built-in account")
    Shown one(@PathVariable String name) {
        return accounts.find(name).map(Shown::of).orElseThrow(() -> missing(name));
    }

    /// What somebody is to be.
    ///
    /// @param jurisdiction `national`, or a region; for roles of an authority
    @Schema(name = "WantedPerson")
    record Wanted(
            @Nullable String name,
            @Nullable String organisation,
            @Nullable List<String> roles,
            @Nullable String jurisdiction,
            boolean disabled) {
        /// @throws ResponseStatusException if they cannot be so
        Caller person(String name) {
            try {
                Set<Role> wanted = EnumSet.noneOf(Role.class);
                Objects.requireNonNullElse(roles, List.<String>of())
                        .forEach(code -> wanted.add(role(code)));
                Jurisdiction where =
                        jurisdiction == null
                                ? Jurisdiction.NATIONAL
                                : Jurisdiction.parse(jurisdiction);
                String whose = Objects.requireNonNullElse(organisation, "");
                Accounts.flaw(name, whose, wanted, where)
                        .ifPresent(flaw -> {
                            throw new IllegalArgumentException(flaw);
                        });
                return new Caller(name, whose, wanted, where);
            } catch (IllegalArgumentException e) {
                throw new ResponseStatusException(
                        HttpStatus.UNPROCESSABLE_CONTENT, e.getMessage(), e);
            }
        }
    }

    static Role role(String code) {
        for (Role role : Role.values()) {
            if (role.code().equals(code)) {
                return role;
            }
        }
        throw new IllegalArgumentException("no such role / 没有该角色: " + code);
    }

    /// @param password to be replaced at the first sign-in
    @Schema(name = "AddedPerson")
    record Added(String name, String password) {}

    @Allowed(Right.KEEP_PEOPLE)
    @PostMapping(path = "", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Add somebody; their temporary password is told once")
    ResponseEntity<Added> add(Caller caller, @RequestBody Wanted wanted) {
        Caller person = wanted.person(Objects.requireNonNullElse(wanted.name(), ""));
        Keeping.refusal(caller, person)
                .ifPresent(reason -> {
                    throw new ResponseStatusException(HttpStatus.FORBIDDEN, reason);
                });
        String password =
                people.add(person)
                        .orElseThrow(() ->
                                new ResponseStatusException(
                                        HttpStatus.CONFLICT,
                                        "there is somebody of this name / 该用户名已存在: "
                                                + person.name()));
        return ResponseEntity.status(HttpStatus.CREATED).body(new Added(person.name(), password));
    }

    @Allowed(Right.KEEP_PEOPLE)
    @PutMapping(path = "/{name}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Change organisation, roles, jurisdiction; disable or enable. At once")
    Shown change(Caller caller, @PathVariable String name, @RequestBody Wanted wanted) {
        require(accounts.change(caller, wanted.person(name), wanted.disabled()), name);
        return one(name);
    }

    private static void require(Accounts.Changed changed, String name) {
        switch (changed) {
            case DONE -> {}
            case NO_SUCH_PERSON -> throw missing(name);
            case OUT_OF_REACH ->
                    throw new ResponseStatusException(
                            HttpStatus.FORBIDDEN,
                            "not yours to keep: people of your own organisation in its roles are"
                                    + " / 超出管理范围：仅可管理本单位人员及本单位角色");
            case ONESELF ->
                    throw new ResponseStatusException(
                            HttpStatus.CONFLICT,
                            "another administrator keeps your own account / 本人账户须由其他管理员管理");
            case LAST_ADMINISTRATOR ->
                    throw new ResponseStatusException(
                            HttpStatus.CONFLICT, "nobody would be left to administer / 将不再有可用的管理员");
        }
    }

    @Allowed(Right.KEEP_PEOPLE)
    @PostMapping("/{name}/password")
    @Operation(summary = "Draw another temporary password; all tokens of the person end")
    Added resetPassword(Caller caller, @PathVariable String name) {
        require(accounts.mayKeep(caller, name), name);
        return rescue.resetPassword(name)
                .map(password -> new Added(name, password))
                .orElseThrow(() -> missing(name));
    }

    @Allowed(Right.KEEP_PEOPLE)
    @DeleteMapping("/{name}/second-factor")
    @Operation(summary = "Remove somebody's second factor")
    @ApiResponse(responseCode = "204", description = "done / 已完成")
    ResponseEntity<Void> removeSecondFactor(Caller caller, @PathVariable String name) {
        require(accounts.mayKeep(caller, name), name);
        if (!rescue.removeSecondFactor(name)) {
            throw new ResponseStatusException(
                    HttpStatus.NOT_FOUND, "no such second factor / 未设置双因素验证: " + name);
        }
        return ResponseEntity.noContent().build();
    }

    private static ResponseStatusException missing(String name) {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "no such person / 没有该用户: " + name);
    }
}
