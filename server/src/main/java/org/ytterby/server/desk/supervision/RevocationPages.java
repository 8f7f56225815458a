package org.ytterby.server.desk.supervision;

import java.util.Map;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.ytterby.server.desk.FormPage;
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
    private static final String FORM = "reward-revoke";
    private static final String REVOKING = "/supervision/rewards/revoking";

    private final Rewards rewards;

    RevocationPages(Rewards rewards) {
        this.rewards = rewards;
    }

    @Allowed(Right.REWARD)
    @GetMapping(REVOKING)
    ModelAndView form(
            Model model, Language language, @RequestParam(defaultValue = "") String reward) {
        about(model, reward, language);
        return FormPage.of(FORM, model, new RevocationForm(Map.of(), language), "");
    }

    private void about(Model model, String name, Language language) {
        GivenReward given =
                rewards.find(name)
                        .orElseThrow(
                                () -> Submitter.unprocessable("no such reward / 没有该奖励: " + name));
        model.addAttribute("name", given.name());
        model.addAttribute("reward", RewardView.of(given, given.reward().party(), language));
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
        about(model, reward, language);
        RevocationForm form = new RevocationForm(given, language);
        if (go.equals("change")) {
            return FormPage.of(FORM, model, form, "");
        }
        form.check();
        if (!form.isGood()) {
            return FormPage.of(FORM, model, form, "");
        }
        if (!go.equals("propose")) {
            return FormPage.confirm("reward-revoke-confirm", model, form);
        }
        String name = "revocation-" + key;
        return FormPage.proposed(
                rewards.revoke(caller, key, name, form.asked(reward), null),
                name,
                language,
                refusal -> FormPage.of(FORM, model, form, refusal));
    }
}
