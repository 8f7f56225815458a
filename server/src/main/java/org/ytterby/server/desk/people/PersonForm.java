package org.ytterby.server.desk.people;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.util.MultiValueMap;
import org.ytterby.server.desk.RoleWords;
import org.ytterby.server.identity.Accounts;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.identity.Jurisdiction;
import org.ytterby.server.identity.Keeping;
import org.ytterby.server.identity.Role;
import org.ytterby.server.web.Language;

/// What somebody wrote of a person, and what is wrong with it.
///
/// @param roles codes
/// @param field that is wrong; empty if none is
/// @param error empty if nothing is wrong
public record PersonForm(
        String name,
        String organisation,
        Set<String> roles,
        String jurisdiction,
        boolean ended,
        String field,
        String error) {
    private static final String NATIONAL = "national";

    public PersonForm {
        roles = Set.copyOf(roles);
    }

    static PersonForm of(MultiValueMap<String, String> given) {
        return new PersonForm(
                first(given, "name"),
                first(given, "organisation"),
                Set.copyOf(given.getOrDefault("roles", List.of())),
                first(given, "jurisdiction"),
                !first(given, "ended").isEmpty(),
                "",
                "");
    }

    private static String first(MultiValueMap<String, String> given, String name) {
        String value = given.getFirst(name);
        return value == null ? "" : value.strip();
    }

    static PersonForm of(Accounts.Account account) {
        Caller person = account.person();
        return new PersonForm(
                person.name(),
                person.organisation(),
                Set.copyOf(person.roles().stream().map(Role::code).toList()),
                person.jurisdiction().region(),
                account.isDisabled(),
                "",
                "");
    }

    PersonForm wrong(String field, String error) {
        return new PersonForm(name, organisation, roles, jurisdiction, ended, field, error);
    }

    /// A role to choose.
    public record Choice(String code, String words, boolean isChosen) {}

    /// The roles that a keeper may give.
    List<Choice> choices(Caller keeper, Language language) {
        return Keeping.roles(keeper).stream()
                .sorted()
                .map(role ->
                        new Choice(
                                role.code(),
                                language.say(RoleWords.of(role)),
                                roles.contains(role.code())))
                .toList();
    }

    /// What was read: somebody, or the form with what is wrong.
    sealed interface Read {
        record Person(Caller person) implements Read {}

        record Wrong(PersonForm form) implements Read {}
    }

    /// Reads it; within the own organisation for whoever keeps no other.
    Read read(Caller keeper, Language language) {
        Set<Role> wanted = EnumSet.noneOf(Role.class);
        for (Role role : Keeping.roles(keeper)) {
            if (roles.contains(role.code())) {
                wanted.add(role);
            }
        }
        if (wanted.size() != roles.size()) {
            return new Read.Wrong(
                    wrong(
                            "roles",
                            language.pick(
                                    "Choose among the roles that you may give.", "请在您可授予的角色中选择。")));
        }
        String whose = Keeping.isOfAll(keeper) ? organisation : keeper.organisation();
        try {
            Jurisdiction where =
                    jurisdiction.isEmpty()
                            ? Jurisdiction.NATIONAL
                            : Jurisdiction.parse(jurisdiction);
            Caller person = new Caller(name, whose, wanted, where);
            Optional<String> flaw = Accounts.flaw(person);
            return flaw.isEmpty()
                    ? new Read.Person(person)
                    : new Read.Wrong(wrong(fieldOf(flaw.get()), language.half(flaw.get())));
        } catch (IllegalArgumentException e) {
            String why = String.valueOf(e.getMessage());
            return new Read.Wrong(wrong("jurisdiction", language.half(why)));
        }
    }

    /// What a flaw begins with.
    private static String fieldOf(String flaw) {
        return flaw.substring(0, Math.max(0, flaw.indexOf(':')));
    }

    /// Whether no region is named.
    public boolean isNational() {
        return jurisdiction.isEmpty() || jurisdiction.equals(NATIONAL);
    }
}
