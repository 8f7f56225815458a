package org.ytterby.server.desk.account;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.ytterby.server.desk.PageController;
import org.ytterby.server.identity.Allowed;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.identity.OwnAccount;
import org.ytterby.server.identity.Right;
import org.ytterby.server.web.Language;

/// Setting a second factor up, and taking it away.
@PageController
@RequestMapping("/account/second-factor")
class FactorPages {
    private final OwnAccount own;

    FactorPages(OwnAccount own) {
        this.own = own;
    }

    @Allowed(Right.KNOW_ONESELF)
    @GetMapping
    ModelAndView factor(Model model, Caller caller, Language language) {
        AccountPages.requireHere(own, caller, language);
        return page(model, caller, HttpStatus.OK, "");
    }

    private ModelAndView page(Model model, Caller caller, HttpStatus status, String error) {
        OwnAccount.Factor factor = own.factor(caller);
        OwnAccount.@Nullable Setup begun = factor.begun();
        ModelAndView page = new ModelAndView("account-factor", status);
        page.addAllObjects(model.asMap());
        page.addObject("factor", factor);
        page.addObject("qr", begun == null ? null : QrCode.of(begun.uri()));
        page.addObject("secret", begun == null ? "" : grouped(begun.secret()));
        page.addObject("error", error);
        return page;
    }

    /// In groups of four, for whoever types it.
    private static String grouped(String secret) {
        return secret.replaceAll("(.{4})(?!$)", "$1 ");
    }

    /// Draws a secret; what was begun before no longer counts.
    @Allowed(Right.KNOW_ONESELF)
    @PostMapping
    ModelAndView begin(Model model, Caller caller, Language language) {
        AccountPages.requireHere(own, caller, language);
        return own.begin(caller).isPresent()
                ? new ModelAndView("redirect:/account/second-factor")
                : page(
                        model,
                        caller,
                        HttpStatus.CONFLICT,
                        language.pick("It is set up already. Remove it first.", "已启用第二验证因素，请先移除。"));
    }

    @Allowed(Right.KNOW_ONESELF)
    @PostMapping("/{action:confirmation|removal|codes}")
    ModelAndView act(
            Model model,
            Caller caller,
            Language language,
            @PathVariable String action,
            @RequestParam(defaultValue = "") String code) {
        AccountPages.requireHere(own, caller, language);
        String given = code.replaceAll("\\s", "");
        OwnAccount.Outcome outcome =
                switch (action) {
                    case "confirmation" -> own.confirm(caller, given);
                    case "removal" -> own.remove(caller, given);
                    default -> own.renewRecovery(caller, given);
                };
        return switch (outcome) {
            case OwnAccount.Outcome.Done(List<String> codes) -> done(model, codes);
            case OwnAccount.Outcome.Wrong _, OwnAccount.Outcome.Unfit _ ->
                    page(
                            model,
                            caller,
                            HttpStatus.UNPROCESSABLE_CONTENT,
                            language.pick(
                                    "This code is wrong, or was used before. Wait for the next one.",
                                    "验证码不正确或已使用，请等待下一个验证码。"));
            case OwnAccount.Outcome.TooOften(Duration left) ->
                    page(
                            model,
                            caller,
                            HttpStatus.TOO_MANY_REQUESTS,
                            AccountPages.tooOften(left, language));
        };
    }

    private static ModelAndView done(Model model, List<String> codes) {
        if (codes.isEmpty()) {
            return new ModelAndView("redirect:/account?done=factor");
        }
        ModelAndView page = new ModelAndView("account-codes");
        page.addAllObjects(model.asMap());
        page.addObject("codes", codes);
        return page;
    }
}
