package org.ytterby.server.desk;

import java.util.Objects;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.servlet.ModelAndView;
import org.ytterby.server.ledger.Submitter;
import org.ytterby.server.web.Language;

/// Pages with a form on which something is written, then shown as it will enter the ledger, then
/// sent.
public final class FormPage {
    private FormPage() {}

    /// The form, refused if something is wrong with it.
    ///
    /// @param refusal of the ledger; empty for none
    public static ModelAndView of(String template, Model model, FieldForm form, String refusal) {
        boolean isRight = form.isGood() && refusal.isEmpty();
        ModelAndView page =
                new ModelAndView(
                        template, isRight ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        page.addAllObjects(model.asMap());
        page.addObject("form", form);
        page.addObject("refusal", refusal);
        return page;
    }

    /// What will be sent, with a key of its own.
    public static ModelAndView confirm(String template, Model model, FieldForm form) {
        ModelAndView page = new ModelAndView(template);
        page.addAllObjects(model.asMap());
        page.addObject("form", form);
        page.addObject("key", FormKeys.fresh());
        return page;
    }

    /// Where something leads that was sent: on, with its position, or back to the form.
    ///
    /// @param to address of the page that shows it
    /// @param again the form with the refusal
    public static ModelAndView sent(
            ResponseEntity<Submitter.Receipted> answer,
            String to,
            Language language,
            Function<String, ModelAndView> again) {
        Submitter.Receipted told = Objects.requireNonNull(answer.getBody());
        Submitter.Reason reason = told.reason();
        return reason == null
                ? new ModelAndView("redirect:%s?entered=%d".formatted(to, told.position()))
                : again.apply(language.pick(reason.message(), reason.messageZh()));
    }

    /// Where a proposal leads: to the page of its approval, or back to the form.
    ///
    /// @param again the form with the refusal
    public static ModelAndView proposed(
            ResponseEntity<Submitter.Receipted> answer,
            String proposal,
            Language language,
            Function<String, ModelAndView> again) {
        return sent(answer, "/approvals/" + Addresses.segment(proposal), language, again);
    }
}
