package org.ytterby.server.desk;

import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;
import org.ytterby.core.ledger.Printable;
import org.ytterby.server.identity.Allowed;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.identity.Right;
import org.ytterby.server.web.Language;

/// Keeping and dropping views; leads back to the page.
@PageController
class SavedViewPages {
    private static final Set<String> PAGES =
            Set.of("/supervision/findings", "/supervision/facilities", "/cases");
    private static final int NAME_MAX = 60;
    private static final int QUERY_MAX = 500;

    private final SavedViews views;

    SavedViewPages(SavedViews views) {
        this.views = views;
    }

    @Allowed(Right.KNOW_ONESELF)
    @PostMapping("/views")
    ModelAndView keep(
            Caller caller,
            Language language,
            @RequestParam(defaultValue = "") String page,
            @RequestParam(defaultValue = "") String query,
            @RequestParam(defaultValue = "") String name) {
        String word = name.strip();
        if (!PAGES.contains(page) || query.length() > QUERY_MAX || isOdd(query)) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        if (word.isEmpty() || word.length() > NAME_MAX || isOdd(word)) {
            throw refused(
                    language.pick(
                            "Give the view a name of 1 to 60 characters.", "请为视图命名，1 至 60 个字符。"));
        }
        if (!views.put(caller.name(), page, new SavedViews.Saved(word, query))) {
            throw refused(
                    language.pick(
                            "You keep 30 views of this page already. Remove one first.",
                            "该页面已保存 30 个视图，请先删除一个。"));
        }
        return back(page, query);
    }

    @Allowed(Right.KNOW_ONESELF)
    @PostMapping("/views/removal")
    ModelAndView remove(
            Caller caller,
            @RequestParam(defaultValue = "") String page,
            @RequestParam(defaultValue = "") String name) {
        if (!PAGES.contains(page) || isOdd(name)) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        views.remove(caller.name(), page, name);
        return back(page, "");
    }

    private static boolean isOdd(String text) {
        return !Printable.of(text).equals(text);
    }

    private static ResponseStatusException refused(String reason) {
        return new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT, reason);
    }

    private static ModelAndView back(String page, String query) {
        RedirectView view = new RedirectView(query.isEmpty() ? page : page + "?" + query);
        view.setExpandUriTemplateVariables(false);
        return new ModelAndView(view);
    }
}
