package org.ytterby.server.desk.supervision;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriUtils;
import org.ytterby.core.ledger.Facility;
import org.ytterby.core.ledger.Ledger;
import org.ytterby.core.ledger.Names;
import org.ytterby.core.ledger.Registry;
import org.ytterby.server.analysis.Scope;
import org.ytterby.server.analysis.View;
import org.ytterby.server.desk.PageController;
import org.ytterby.server.identity.Allowed;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.identity.ReadNote;
import org.ytterby.server.identity.Right;
import org.ytterby.server.web.Language;

/// One box for lots, facilities, firms and findings: straight to the page where only one is meant.
@PageController
class SearchPages {
    private static final int HITS_MAX = 50;

    /// @param kind `lot`, `facility` or `finding`
    public record Hit(String kind, String name, String what, String address) {}

    @Allowed(Right.SEE_FINDINGS)
    @GetMapping("/search")
    String search(
            Model model,
            View view,
            Caller caller,
            Language language,
            @RequestParam(name = "q", defaultValue = "") String asked) {
        String q = asked.strip();
        List<Hit> hits = q.isEmpty() ? List.of() : hits(view, caller, q, language);
        ReadNote.rows(hits.size());
        if (hits.size() == 1) {
            return "redirect:" + hits.getFirst().address();
        }
        model.addAttribute("q", q);
        model.addAttribute("hits", hits);
        return "search";
    }

    private static List<Hit> hits(View view, Caller caller, String q, Language language) {
        Ledger ledger = view.ledger();
        Scope scope = view.scope();
        List<Hit> hits = new ArrayList<>();
        int lot = ledger.flows().texts().lots().find(q);
        if (lot != Names.NONE
                && Right.TRACE.isOf(caller)
                && lot < ledger.linesByLot().groupCount()
                && ledger.linesByLot().size(lot) > 0
                && scope.seesLot(ledger, lot)) {
            hits.add(new Hit("lot", q, "", "/lots/" + encoded(q)));
        }
        Registry registry = ledger.registry();
        int facilities = Right.SEE_BALANCES.isOf(caller) ? registry.facilities().size() : 0;
        for (int f = 0; f < facilities && hits.size() < HITS_MAX; f++) {
            Facility facility = registry.facility(f);
            if (scope.seesFacility(registry, f)
                    && (contains(facility.id(), q)
                            || contains(facility.name(), q)
                            || contains(registry.ownerOf(f).name(), q)
                            || contains(registry.ownerOf(f).nameEn(), q)
                            || contains(registry.ownerOf(f).id(), q))) {
                hits.add(
                        new Hit(
                                "facility",
                                facility.id(),
                                facility.name(),
                                "/supervision/facilities/" + encoded(facility.id())));
            }
        }
        List<Integer> ranks = view.now().explainer().ranks(q);
        FindingLists.of(view, _ -> true).stream()
                .filter(f ->
                        ranks.contains(f.rank())
                                || f.finding().id().equals(q)
                                || f.finding().subject().lot().equals(q))
                .limit(Math.max(0, HITS_MAX - hits.size()))
                .map(f -> FindingView.of(f.rank(), f.finding(), language))
                .map(f ->
                        new Hit(
                                "finding",
                                f.name(),
                                f.sentence(),
                                "/supervision/findings/" + encoded(f.name())))
                .forEach(hits::add);
        return hits;
    }

    private static boolean contains(String text, String part) {
        return text.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
    }

    private static String encoded(String segment) {
        return UriUtils.encodePathSegment(segment, StandardCharsets.UTF_8);
    }
}
