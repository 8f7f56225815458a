package org.ytterby.server.desk.supervision;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.ytterby.core.ledger.Printable;
import org.ytterby.core.ledger.entry.Command;
import org.ytterby.server.desk.Addresses;
import org.ytterby.server.desk.FormKeys;
import org.ytterby.server.desk.PageController;
import org.ytterby.server.desk.RewardView;
import org.ytterby.server.identity.Allowed;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.identity.Right;
import org.ytterby.server.ledger.GivenReward;
import org.ytterby.server.ledger.Submitter;
import org.ytterby.server.supervision.Rewards;
import org.ytterby.server.web.Language;

/// Taking a reward back: a form, what will be proposed, and the proposal.
@PageController
class RevocationPages {
    private static final String REVOKING = "/supervision/rewards/revoking";

    private final Rewards rewards;

    RevocationPages(Rewards rewards) {
        this.rewards = rewards;
    }

    /// A field as the page shows it.
    ///
    /// @param name also of its label in the texts
    /// @param error empty if nothing is wrong with it
    public record Field(String name, String value, String error) {}

    /// Somebody about to take a reward back.
    private record Turn(Caller caller, Language language, GivenReward given) {}

    @Allowed(Right.REWARD)
    @GetMapping(REVOKING)
    ModelAndView form(
            Model model,
            Caller caller,
            Language language,
            @RequestParam(defaultValue = "") String reward) {
        Turn turn = new Turn(caller, language, given(reward));
        return form(model, turn, fields(Map.of(), false, language), "", HttpStatus.OK);
    }

    private GivenReward given(String name) {
        return rewards.find(name)
                .orElseThrow(() -> Submitter.unprocessable("no such reward / 没有该奖励: " + name));
    }

    /// Shows the form again, or what will be proposed, or proposes it.
    ///
    /// @param reward name of the one that is taken back
    /// @param go `check`, `change` or `propose`
    /// @param key of the page that was sent: sent twice it counts once
    @Allowed(Right.REWARD)
    @PostMapping(REVOKING)
    ModelAndView propose(
            Model model,
            Caller caller,
            Language language,
            @RequestParam(defaultValue = "") String reward,
            @RequestParam(defaultValue = "check") String go,
            @RequestParam(defaultValue = "") String key,
            @RequestParam Map<String, String> given) {
        Turn turn = new Turn(caller, language, given(reward));
        Map<String, Field> fields = fields(given, true, language);
        if (go.equals("change")) {
            return form(model, turn, fields, "", HttpStatus.OK);
        }
        if (fields.values().stream().anyMatch(f -> !f.error().isEmpty())) {
            return form(model, turn, fields, "", HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return go.equals("propose")
                ? proposed(model, turn, fields, key)
                : page("reward-revoke-confirm", model, turn, fields, HttpStatus.OK);
    }

    private ModelAndView proposed(Model model, Turn turn, Map<String, Field> fields, String key) {
        String name = "revocation-" + key;
        Rewards.Asked asked =
                new Rewards.Asked(
                        turn.given.name(), value(fields, "basis"), value(fields, "reason"));
        Submitter.Receipted told =
                Objects.requireNonNull(
                        rewards.revoke(turn.caller, key, name, asked, null).getBody());
        Submitter.Reason reason = told.reason();
        return reason == null
                ? new ModelAndView(
                        "redirect:/approvals/%s?entered=%d"
                                .formatted(Addresses.segment(name), told.position()))
                : form(
                        model,
                        turn,
                        fields,
                        turn.language.pick(reason.message(), reason.messageZh()),
                        HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static ModelAndView form(
            Model model, Turn turn, Map<String, Field> fields, String refusal, HttpStatus status) {
        ModelAndView page = page("reward-revoke", model, turn, fields, status);
        page.addObject("refusal", refusal);
        return page;
    }

    private static ModelAndView page(
            String template, Model model, Turn turn, Map<String, Field> fields, HttpStatus status) {
        ModelAndView page = new ModelAndView(template, status);
        page.addAllObjects(model.asMap());
        page.addObject("name", turn.given.name());
        page.addObject(
                "reward", RewardView.of(turn.given, turn.given.reward().party(), turn.language));
        page.addObject("fields", fields.values());
        page.addObject("key", FormKeys.fresh());
        page.addObject("person", turn.caller.name());
        page.addObject("organisation", turn.caller.organisation());
        return page;
    }

    private static String value(Map<String, Field> fields, String name) {
        return Objects.requireNonNull(fields.get(name)).value();
    }

    /// @param isSent whether what is missing is wrong
    private static Map<String, Field> fields(
            Map<String, String> given, boolean isSent, Language language) {
        Map<String, Field> fields = new LinkedHashMap<>();
        for (String name : new String[] {"basis", "reason"}) {
            String text =
                    given.getOrDefault(name, "").replaceAll("\\s*[\\r\\n\\t]+\\s*", " ").strip();
            fields.put(name, new Field(name, text, isSent ? error(text, language) : ""));
        }
        return fields;
    }

    private static String error(String text, Language language) {
        if (text.isEmpty()) {
            return language.pick("Fill this in.", "请填写。");
        }
        return text.length() > Command.TEXT_LENGTH_MAX || !Printable.of(text).equals(text)
                ? language.pick(
                                "At most %d characters, and none that does not show.",
                                "最多 %d 个字符，且不含不可显示的字符。")
                        .formatted(Command.TEXT_LENGTH_MAX)
                : "";
    }
}
