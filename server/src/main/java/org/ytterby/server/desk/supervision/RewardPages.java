package org.ytterby.server.desk.supervision;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.ytterby.core.ledger.entry.Reward;
import org.ytterby.server.analysis.View;
import org.ytterby.server.desk.FormPage;
import org.ytterby.server.desk.PageController;
import org.ytterby.server.desk.RewardView;
import org.ytterby.server.identity.Allowed;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.identity.ReadNote;
import org.ytterby.server.identity.Right;
import org.ytterby.server.supervision.Rewards;
import org.ytterby.server.web.Language;

/// Rewards of enterprises: those that were given, a form for another, and what will be proposed.
@PageController
class RewardPages {
    private static final String FORM = "reward-form";
    private static final String PROPOSING = "/supervision/rewards/proposing";

    private final Rewards rewards;

    RewardPages(Rewards rewards) {
        this.rewards = rewards;
    }

    @Allowed(Right.SEE_REWARDS)
    @GetMapping("/supervision/rewards")
    String list(Model model, Caller caller, View view, Language language) {
        Map<String, String> names = new HashMap<>();
        view.registry().parties().forEach(p -> names.put(p.id(), language.name(p)));
        List<RewardView> rows =
                rewards.seen(caller).reversed().stream()
                        .map(a ->
                                RewardView.of(
                                        a,
                                        names.getOrDefault(a.reward().party(), a.reward().party()),
                                        language))
                        .toList();
        ReadNote.rows(rows.size());
        model.addAttribute("rewards", rows);
        return "rewards";
    }

    /// @param party that the form begins with
    /// @param facility likewise
    /// @param about the case that it begins with
    @Allowed(Right.REWARD)
    @GetMapping(PROPOSING)
    ModelAndView form(
            Model model,
            Language language,
            @RequestParam(defaultValue = "") String party,
            @RequestParam(defaultValue = "") String facility,
            @RequestParam(name = "case", defaultValue = "") String about) {
        Map<String, String> begun = Map.of("party", party, "facility", facility, "caseName", about);
        return FormPage.of(FORM, model, new RewardForm(begun, language), "");
    }

    /// Shows the form again, or what will be proposed, or proposes it.
    ///
    /// @param go `check`, `change` or `propose`
    /// @param key of the page that was sent: sent twice it counts once
    @Allowed(Right.REWARD)
    @PostMapping(PROPOSING)
    ModelAndView propose(
            Model model,
            Caller caller,
            Language language,
            @RequestParam(defaultValue = "check") String go,
            @RequestParam(defaultValue = "") String key,
            @RequestParam Map<String, String> given) {
        RewardForm form = new RewardForm(given, language);
        if (go.equals("change")) {
            return FormPage.of(FORM, model, form, "");
        }
        Optional<Reward> reward = form.reward();
        if (!form.value("party").isEmpty() && !rewards.isRegistered(form.value("party"))) {
            form.wrong("party", "No organisation has this code.", "没有该代码的单位。");
        }
        if (reward.isEmpty() || !form.isGood()) {
            return FormPage.of(FORM, model, form, "");
        }
        if (!go.equals("propose")) {
            return FormPage.confirm("reward-confirm", model, form);
        }
        String name = "reward-" + key;
        return FormPage.proposed(
                rewards.propose(caller, key, name, reward.get(), null),
                name,
                language,
                refusal -> FormPage.of(FORM, model, form, refusal));
    }
}
