package org.ytterby.server.desk.people;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.ytterby.server.desk.PageController;
import org.ytterby.server.desk.RoleWords;
import org.ytterby.server.identity.Accounts;
import org.ytterby.server.identity.Allowed;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.identity.Invitations;
import org.ytterby.server.identity.Keeping;
import org.ytterby.server.identity.ReadNote;
import org.ytterby.server.identity.Rescue;
import org.ytterby.server.identity.Right;
import org.ytterby.server.web.Language;

/// The accounts that somebody keeps: a list, and a page of each to change or end it.
@PageController
@RequestMapping("/people")
class PeoplePages {
    private static final int PAGE = 100;
    private static final int WAITING_MAX = 1_000;

    private final Accounts accounts;
    private final Invitations invitations;
    private final Rescue rescue;

    PeoplePages(Accounts accounts, Invitations invitations, Rescue rescue) {
        this.accounts = accounts;
        this.invitations = invitations;
        this.rescue = rescue;
    }

    /// @param after name of the last one of the page before
    @Allowed(Right.KEEP_PEOPLE)
    @GetMapping
    String list(
            Model model,
            Caller caller,
            Language language,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "") String done) {
        List<Accounts.Account> found = accounts.list(after.replace("\0", ""), PAGE + 1);
        boolean isCut = found.size() > PAGE;
        List<PersonView> rows =
                found.stream().limit(PAGE).map(a -> PersonView.of(a, language)).toList();
        ReadNote.rows(rows.size());
        model.addAttribute("rows", rows);
        model.addAttribute("next", isCut ? rows.getLast().name() : "");
        model.addAttribute("isFirst", after.isEmpty());
        model.addAttribute(
                "invited",
                invitations.waiting(WAITING_MAX).stream()
                        .map(i -> PersonView.of(i, language))
                        .toList());
        model.addAttribute("done", done.equals("revoked") ? done : "");
        model.addAttribute("ofAll", Keeping.isOfAll(caller));
        model.addAttribute("organisation", caller.organisation());
        return "people";
    }

    /// @param done what was just changed: a key of the texts, or empty
    @Allowed(Right.KEEP_PEOPLE)
    @GetMapping("/person")
    ModelAndView person(
            Model model,
            Caller caller,
            Language language,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String done) {
        Accounts.Account account = account(name, language);
        model.addAttribute("done", List.of("changed", "factor").contains(done) ? done : "");
        return page(model, caller, language, PersonForm.of(account), account);
    }

    private Accounts.Account account(String name, Language language) {
        return accounts.find(name.replace("\0", ""))
                .orElseThrow(() ->
                        new ResponseStatusException(
                                HttpStatus.NOT_FOUND,
                                language.pick("There is nobody called %s.", "没有用户 %s。")
                                        .formatted(name)));
    }

    private ModelAndView page(
            Model model,
            Caller caller,
            Language language,
            PersonForm form,
            Accounts.Account account) {
        Accounts.Changed may = accounts.mayKeep(caller, account.person().name());
        ModelAndView page =
                new ModelAndView(
                        "person",
                        form.error().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        page.addAllObjects(model.asMap());
        page.addObject("form", form);
        page.addObject("person", PersonView.of(account, language));
        page.addObject("choices", form.choices(caller, language));
        page.addObject("ofAll", Keeping.isOfAll(caller));
        page.addObject("mayKeep", may == Accounts.Changed.DONE);
        page.addObject("isOneself", may == Accounts.Changed.ONESELF);
        if (!page.getModel().containsKey("done")) {
            page.addObject("done", "");
        }
        return page;
    }

    /// Shows the form again, or what will be changed, or changes it.
    ///
    /// @param go `check`, `change` or `enter`
    @Allowed(Right.KEEP_PEOPLE)
    @PostMapping("/person")
    ModelAndView change(
            Model model,
            Caller caller,
            Language language,
            @RequestParam(defaultValue = "check") String go,
            @RequestParam MultiValueMap<String, String> given) {
        PersonForm form = PersonForm.of(given);
        Accounts.Account account = account(form.name(), language);
        return switch (form.read(caller, language)) {
            case PersonForm.Read.Wrong(PersonForm wrong) ->
                    page(model, caller, language, wrong, account);
            case PersonForm.Read.Person(Caller person) ->
                    switch (go) {
                        case "change" -> page(model, caller, language, form, account);
                        case "enter" -> changed(model, caller, language, form, person);
                        default -> confirmation(model, language, form, person, account);
                    };
        };
    }

    private ModelAndView changed(
            Model model, Caller caller, Language language, PersonForm form, Caller person) {
        Accounts.Changed changed = accounts.change(caller, person, form.ended());
        if (changed == Accounts.Changed.DONE) {
            ModelAndView done = new ModelAndView("redirect:/people/person");
            done.addObject("name", person.name());
            done.addObject("done", "changed");
            return done;
        }
        PersonForm wrong = form.wrong("roles", why(changed, language));
        return page(model, caller, language, wrong, account(form.name(), language));
    }

    private static String why(Accounts.Changed changed, Language language) {
        return switch (changed) {
            case DONE -> "";
            case NO_SUCH_PERSON -> language.pick("There is no such person.", "没有该用户。");
            case OUT_OF_REACH ->
                    language.pick(
                            "You keep people of your own organisation only, in its own roles.",
                            "您只能管理本单位人员及本单位角色。");
            case ONESELF ->
                    language.pick(
                            "Your own account is kept by another administrator.", "本人账户须由其他管理员管理。");
            case LAST_ADMINISTRATOR ->
                    language.pick("Nobody would be left to administer.", "将不再有可用的管理员。");
        };
    }

    private static ModelAndView confirmation(
            Model model,
            Language language,
            PersonForm form,
            Caller person,
            Accounts.Account before) {
        ModelAndView page = new ModelAndView("person-confirm");
        page.addAllObjects(model.asMap());
        page.addObject("form", form);
        page.addObject("before", PersonView.of(before, language));
        page.addObject(
                "after",
                PersonView.of(
                        new Accounts.Account(person, before.isTemporary(), form.ended()),
                        language));
        page.addObject("roles", RoleWords.of(person.roles(), language));
        return page;
    }

    /// For who forgot the password or lost the second factor: asked for once more, then done.
    ///
    /// @param sure whether it was confirmed
    @Allowed(Right.KEEP_PEOPLE)
    @PostMapping("/person/{action:password|factor}")
    ModelAndView rescue(
            Model model,
            Caller caller,
            Language language,
            @PathVariable String action,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String sure) {
        Accounts.Account account = account(name, language);
        Accounts.Changed may = accounts.mayKeep(caller, name);
        if (may != Accounts.Changed.DONE) {
            PersonForm wrong = PersonForm.of(account).wrong("roles", why(may, language));
            return page(model, caller, language, wrong, account);
        }
        ModelAndView page = new ModelAndView("person-rescue");
        page.addAllObjects(model.asMap());
        page.addObject("person", PersonView.of(account, language));
        page.addObject("action", action);
        page.addObject("password", "");
        if (sure.isEmpty()) {
            return page;
        }
        if (action.equals("password")) {
            page.addObject("password", rescue.resetPassword(name).orElse(""));
            return page;
        }
        rescue.removeSecondFactor(name);
        ModelAndView done = new ModelAndView("redirect:/people/person");
        done.addObject("name", name);
        done.addObject("done", "factor");
        return done;
    }
}
