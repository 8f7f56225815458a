package org.ytterby.server.desk.people;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.ytterby.server.desk.Addresses;
import org.ytterby.server.desk.PageController;
import org.ytterby.server.desk.RoleWords;
import org.ytterby.server.identity.Allowed;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.identity.Invitations;
import org.ytterby.server.identity.Keeping;
import org.ytterby.server.identity.OpenToAll;
import org.ytterby.server.identity.Right;
import org.ytterby.server.identity.SessionCookie;
import org.ytterby.server.web.Language;
import org.ytterby.server.web.PublicAddress;

/// Inviting people by a link, and what the link leads to.
@PageController
class InvitationPages {
    private final Invitations invitations;
    private final PublicAddress address;

    InvitationPages(Invitations invitations, PublicAddress address) {
        this.invitations = invitations;
        this.address = address;
    }

    @Allowed(Right.KEEP_PEOPLE)
    @GetMapping("/people/invitation")
    ModelAndView begin(
            Model model,
            Caller caller,
            Language language,
            @RequestParam MultiValueMap<String, String> given) {
        return form(model, caller, language, PersonForm.of(given));
    }

    private static ModelAndView form(
            Model model, Caller caller, Language language, PersonForm form) {
        ModelAndView page =
                new ModelAndView(
                        "invite",
                        form.error().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        page.addAllObjects(model.asMap());
        page.addObject("form", form);
        page.addObject("choices", form.choices(caller, language));
        page.addObject("ofAll", Keeping.isOfAll(caller));
        page.addObject("organisation", caller.organisation());
        return page;
    }

    /// Shows the form again, or who will be invited, or invites them.
    ///
    /// @param go `check`, `change` or `enter`
    @Allowed(Right.KEEP_PEOPLE)
    @PostMapping("/people/invitation")
    ModelAndView invite(
            Model model,
            Caller caller,
            Language language,
            @RequestParam(defaultValue = "check") String go,
            @RequestParam MultiValueMap<String, String> given) {
        PersonForm form = PersonForm.of(given);
        return switch (form.read(caller, language)) {
            case PersonForm.Read.Wrong(PersonForm wrong) -> form(model, caller, language, wrong);
            case PersonForm.Read.Person(Caller person) ->
                    switch (go) {
                        case "change" -> form(model, caller, language, form);
                        case "enter" -> invited(model, caller, language, form, person);
                        default -> confirmation(model, language, form, person);
                    };
        };
    }

    private static ModelAndView confirmation(
            Model model, Language language, PersonForm form, Caller person) {
        ModelAndView page = new ModelAndView("invite-confirm");
        page.addAllObjects(model.asMap());
        page.addObject("form", form);
        page.addObject("person", person);
        page.addObject("roles", RoleWords.of(person.roles(), language));
        return page;
    }

    private ModelAndView invited(
            Model model, Caller caller, Language language, PersonForm form, Caller person) {
        return switch (invitations.invite(caller, person)) {
            case Invitations.Outcome.Invited(Invitations.Made made) ->
                    link(model, language, person.name(), made);
            case Invitations.Outcome.NameIsTaken _ ->
                    form(
                            model,
                            caller,
                            language,
                            form.wrong(
                                    "name",
                                    language.pick(
                                            "Somebody has this name, or is invited under it.",
                                            "该用户名已存在，或已被邀请。")));
            case Invitations.Outcome.OutOfReach(String reason) ->
                    form(model, caller, language, form.wrong("roles", language.half(reason)));
        };
    }

    private ModelAndView link(Model model, Language language, String name, Invitations.Made made) {
        ModelAndView page = new ModelAndView("invited");
        page.addAllObjects(model.asMap());
        page.addObject("name", name);
        page.addObject("until", PersonView.moment(made.expires(), language));
        page.addObject(
                "link", address.ofLinks() + "/invitation/" + Addresses.segment(made.secret()));
        return page;
    }

    @Allowed(Right.KEEP_PEOPLE)
    @PostMapping("/people/invitations/{id}/{action:renewal|revocation}")
    ModelAndView keep(
            Model model,
            Caller caller,
            Language language,
            @PathVariable UUID id,
            @PathVariable String action,
            @RequestParam(defaultValue = "") String name) {
        if (action.equals("renewal")) {
            Optional<Invitations.Made> made = invitations.renew(caller, id);
            return link(model, language, name, made.orElseThrow(() -> missing(language)));
        }
        if (!invitations.revoke(caller, id)) {
            throw missing(language);
        }
        return new ModelAndView("redirect:/people?done=revoked");
    }

    private static ResponseStatusException missing(Language language) {
        return new ResponseStatusException(
                HttpStatus.NOT_FOUND,
                language.pick(
                        "This invitation no longer waits: it was accepted or taken back.",
                        "该邀请已被接受或撤回。"));
    }

    /// What somebody finds who follows the link.
    @OpenToAll
    @GetMapping("/invitation/{secret}")
    ModelAndView follow(Model model, Language language, @PathVariable String secret) {
        return door(model, language, secret, "", "");
    }

    private ModelAndView door(
            Model model, Language language, String secret, String field, String error) {
        Optional<Invitations.Invitation> found = invitations.ofLink(secret);
        String state = found.map(invitation -> invitation.state().code()).orElse("unknown");
        boolean isOpen = state.equals(Invitations.State.OPEN.code());
        HttpStatus good = error.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
        HttpStatus bad = found.isEmpty() ? HttpStatus.NOT_FOUND : HttpStatus.GONE;
        ModelAndView page = new ModelAndView("invitation", isOpen ? good : bad);
        page.addAllObjects(model.asMap());
        page.addObject("secret", secret);
        page.addObject("state", state);
        page.addObject("field", field);
        page.addObject("error", error);
        page.addObject(
                "person",
                found.filter(_ -> isOpen).map(i -> PersonView.of(i, language)).orElse(null));
        page.addObject(
                "until", found.map(i -> PersonView.moment(i.expires(), language)).orElse(""));
        return page;
    }

    @OpenToAll
    @PostMapping("/invitation/{secret}")
    Object accept(
            Model model,
            HttpServletRequest request,
            Language language,
            @PathVariable String secret,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String again) {
        if (!password.equals(again)) {
            return door(
                    model,
                    language,
                    secret,
                    "again",
                    language.pick("The two do not agree. Type it twice alike.", "两次输入不一致，请重新输入。"));
        }
        String device = Objects.requireNonNullElse(request.getHeader(HttpHeaders.USER_AGENT), "");
        return switch (invitations.accept(secret, password, device)) {
            case Invitations.Accepted.Known(String token) ->
                    ResponseEntity.status(HttpStatus.SEE_OTHER)
                            .header(
                                    HttpHeaders.SET_COOKIE,
                                    SessionCookie.of(token, request).toString())
                            .header(
                                    HttpHeaders.SET_COOKIE,
                                    SessionCookie.noForms(request).toString())
                            .header(HttpHeaders.LOCATION, "/")
                            .build();
            case Invitations.Accepted.NotOpen _ -> door(model, language, secret, "", "");
            case Invitations.Accepted.Unfit _ ->
                    door(
                            model,
                            language,
                            secret,
                            "password",
                            language.pick(
                                    "Too short, or it holds your name: 12 to 200 characters.",
                                    "密码过短或包含用户名：应为 12 至 200 个字符。"));
            case Invitations.Accepted.NameIsTaken _ ->
                    door(
                            model,
                            language,
                            secret,
                            "password",
                            language.pick(
                                    "Somebody was given this user name in the meantime. Ask for another invitation.",
                                    "该用户名已被他人使用，请申请新的邀请。"));
        };
    }
}
