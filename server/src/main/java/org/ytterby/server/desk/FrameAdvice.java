package org.ytterby.server.desk;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.ytterby.server.analysis.AnalysisIndex;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.notices.Inbox;
import org.ytterby.server.web.Language;

/// Puts the frame around every page.
@ControllerAdvice(annotations = PageController.class)
class FrameAdvice {
    private final AnalysisIndex index;
    private final Inbox inbox;
    private final Glossary glossary;
    private final Tour tour;
    private final PartyNames names;
    private final List<Section> sections;

    FrameAdvice(
            AnalysisIndex index,
            Inbox inbox,
            Glossary glossary,
            Tour tour,
            PartyNames names,
            ObjectProvider<Section> sections) {
        this.index = index;
        this.inbox = inbox;
        this.glossary = glossary;
        this.tour = tour;
        this.names = names;
        this.sections = sections.stream().sorted(Comparator.comparingInt(Section::order)).toList();
    }

    @ModelAttribute("frame")
    Frame frame(HttpServletRequest request, Language language) {
        @Nullable Caller caller = caller();
        List<Frame.Entry> rail =
                caller == null
                        ? List.of()
                        : sections.stream()
                                .filter(s -> s.right().isOf(caller))
                                .map(s -> new Frame.Entry(s, s.waits().applyAsInt(caller)))
                                .toList();
        boolean isRefusal = request.getDispatcherType() == DispatcherType.ERROR;
        String path = isRefusal ? "/" : request.getRequestURI();
        @Nullable String query = isRefusal ? null : request.getQueryString();
        return new Frame(
                language,
                Preferences.theme(request),
                caller,
                index.position(),
                rail,
                rail.stream()
                        .map(entry -> entry.section().path())
                        .filter(start -> path.equals(start) || path.startsWith(start + "/"))
                        .findFirst()
                        .orElse(""),
                query == null ? path : path + "?" + query,
                caller == null ? 0 : inbox.unread(caller),
                glossary.reader(language),
                code -> names.of(code, language),
                caller == null ? null : tour.place(caller).orElse(null));
    }

    static @Nullable Caller caller() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Caller caller
                ? caller
                : null;
    }
}
