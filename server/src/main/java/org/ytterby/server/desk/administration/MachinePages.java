package org.ytterby.server.desk.administration;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.ytterby.core.proof.SenderKey;
import org.ytterby.server.desk.PageController;
import org.ytterby.server.desk.RoleWords;
import org.ytterby.server.identity.Allowed;
import org.ytterby.server.identity.Clients;
import org.ytterby.server.identity.ReadNote;
import org.ytterby.server.identity.Right;
import org.ytterby.server.identity.Role;
import org.ytterby.server.web.Language;

/// The machines that may ask: a list, registering one, and ending one.
@PageController
@RequestMapping("/administration/machines")
class MachinePages {
    private static final int LIST_MAX = 1_000;

    private final Clients clients;

    MachinePages(Clients clients) {
        this.clients = clients;
    }

    /// A machine as a row.
    public record Row(String id, String organisation, String roles, boolean signs, String created) {
        static Row of(Clients.Client client, Language language) {
            return new Row(
                    client.id(),
                    client.organisation(),
                    RoleWords.of(client.roles(), language),
                    !client.key().isEmpty(),
                    language.moment(Language.micros(client.created())));
        }
    }

    /// A role to choose.
    public record Choice(String code, String words, boolean isChosen) {}

    /// What was written into the form.
    ///
    /// @param field that is wrong; empty if none is
    public record Form(
            String id,
            String organisation,
            Set<String> roles,
            String key,
            String field,
            String error) {
        static final Form EMPTY = new Form("", "", Set.of(), "", "", "");

        public Form {
            roles = Set.copyOf(roles);
        }

        Form wrong(String why, Language language) {
            String place = why.substring(0, Math.max(0, why.indexOf(':')));
            String here = place.equals("name") || place.equals("client_id") ? "id" : place;
            return new Form(id, organisation, roles, key, here, language.half(why));
        }
    }

    @Allowed(Right.ADMINISTER)
    @GetMapping
    ModelAndView list(
            Model model, Language language, @RequestParam(defaultValue = "") String done) {
        model.addAttribute("done", done.equals("ended") ? done : "");
        return page(model, language, Form.EMPTY);
    }

    private ModelAndView page(Model model, Language language, Form form) {
        List<Row> rows = clients.list("", LIST_MAX).stream().map(c -> Row.of(c, language)).toList();
        ReadNote.rows(rows.size());
        ModelAndView page =
                new ModelAndView(
                        "machines",
                        form.error.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        page.addObject("done", "");
        page.addAllObjects(model.asMap());
        page.addObject("rows", rows);
        page.addObject("form", form);
        page.addObject(
                "choices",
                Clients.ROLES.stream()
                        .map(role ->
                                new Choice(
                                        role.code(),
                                        language.say(RoleWords.of(role)),
                                        form.roles.contains(role.code())))
                        .toList());
        return page;
    }

    @Allowed(Right.ADMINISTER)
    @PostMapping
    ModelAndView add(
            Model model,
            Language language,
            @RequestParam(defaultValue = "") String id,
            @RequestParam(defaultValue = "") String organisation,
            @RequestParam(defaultValue = "") Set<String> roles,
            @RequestParam(defaultValue = "") String key) {
        Form form = new Form(id.strip(), organisation.strip(), roles, key.strip(), "", "");
        Set<Role> known =
                Clients.ROLES.stream()
                        .filter(role -> roles.contains(role.code()))
                        .collect(Collectors.toSet());
        Optional<String> flaw = Clients.flaw(form.id, form.organisation, known, form.key);
        if (flaw.isPresent()) {
            return page(model, language, form.wrong(flaw.get(), language));
        }
        Optional<String> secret = clients.add(form.id, form.organisation, known, form.key);
        if (secret.isEmpty()) {
            return page(
                    model,
                    language,
                    form.wrong("id: there is a machine of this name / 该标识的机器客户端已存在", language));
        }
        ModelAndView page = new ModelAndView("machine-added");
        page.addAllObjects(model.asMap());
        page.addObject("id", form.id);
        page.addObject("secret", secret.get());
        page.addObject("keyId", form.key.isEmpty() ? "" : SenderKey.parse(form.key).id());
        return page;
    }

    /// Asked for once more, then done; tokens of the machine end at once.
    ///
    /// @param sure whether it was confirmed
    @Allowed(Right.ADMINISTER)
    @PostMapping("/end")
    ModelAndView end(
            Model model,
            Language language,
            @RequestParam(defaultValue = "") String id,
            @RequestParam(defaultValue = "") String sure) {
        Row row =
                clients.list("", LIST_MAX).stream()
                        .filter(client -> client.id().equals(id))
                        .map(client -> Row.of(client, language))
                        .findFirst()
                        .orElseThrow(() -> missing(id, language));
        if (sure.isEmpty()) {
            ModelAndView page = new ModelAndView("machine-end");
            page.addAllObjects(model.asMap());
            page.addObject("row", row);
            return page;
        }
        if (!clients.revoke(id)) {
            throw missing(id, language);
        }
        return new ModelAndView("redirect:/administration/machines?done=ended");
    }

    private static ResponseStatusException missing(String id, Language language) {
        return new ResponseStatusException(
                HttpStatus.NOT_FOUND,
                language.pick("There is no machine %s.", "没有机器客户端 %s。").formatted(id));
    }
}
