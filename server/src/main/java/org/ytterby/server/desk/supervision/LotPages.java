package org.ytterby.server.desk.supervision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.ytterby.core.genealogy.Trace;
import org.ytterby.core.genealogy.Tracing;
import org.ytterby.core.ledger.FlowTable;
import org.ytterby.core.ledger.Groups;
import org.ytterby.core.ledger.Ledger;
import org.ytterby.core.ledger.Names;
import org.ytterby.core.material.Mass;
import org.ytterby.core.supervision.Words;
import org.ytterby.server.analysis.LotSight;
import org.ytterby.server.analysis.Scope;
import org.ytterby.server.analysis.View;
import org.ytterby.server.desk.PageController;
import org.ytterby.server.identity.Allowed;
import org.ytterby.server.identity.Right;
import org.ytterby.server.web.Language;

/// The page of a lot: what it is, where it is, what it was made of and what was made of it.
@PageController
class LotPages {
    private static final int RECORDS_MAX = 100;

    /// A line of the lot's history.
    public record Happening(String day, String type, String facility, String mass, String record) {}

    /// Where some of the lot's material is now, or how it left.
    public record Whereabouts(String way, String mass) {}

    @Allowed(Right.TRACE)
    @GetMapping("/lots/{lot}")
    String lot(Model model, View view, Language language, @PathVariable String lot) {
        Ledger ledger = view.ledger();
        Scope scope = view.scope();
        int number = number(ledger, scope, lot, language);
        Tracing tracing = view.now().tracing();
        Trace trace = tracing.trace(number);
        LotSight sight = new LotSight(view);
        Trace.Step subject = trace.subject();
        model.addAttribute("lot", lot);
        model.addAttribute(
                "product", FacilityPages.productName(ledger, subject.product(), language));
        model.addAttribute(
                "facility", Objects.requireNonNullElse(sight.facility(subject.facility()), ""));
        model.addAttribute("mass", language.mass(subject.massMg() / Mass.MG_PER_KG));
        model.addAttribute("reo", language.mass(subject.reoKg()));
        model.addAttribute("graph", LotGraph.of(trace, ledger, sight, language));
        model.addAttribute("before", trace.backward().size());
        model.addAttribute("after", trace.forward().size());
        model.addAttribute(
                "whereabouts", scope.seesAll() ? whereabouts(trace, language) : List.of());
        model.addAttribute("history", history(ledger, number, scope, language));
        model.addAttribute(
                "origins",
                scope.seesAll() ? OriginBars.of(tracing.attribution(number), language) : null);
        model.addAttribute(
                "findings",
                FindingView.of(
                        FindingLists.of(view, f -> f.subject().lot().equals(lot)), language));
        return "lot";
    }

    private static int number(Ledger ledger, Scope scope, String lot, Language language) {
        int number = ledger.flows().texts().lots().find(lot);
        Groups lines = ledger.linesByLot();
        if (number == Names.NONE
                || number >= lines.groupCount()
                || lines.size(number) == 0
                || !scope.seesLot(ledger, number)) {
            throw new ResponseStatusException(
                    HttpStatus.NOT_FOUND,
                    language.pick("There is no lot %s.", "没有批次 %s。").formatted(lot));
        }
        return number;
    }

    private static List<Whereabouts> whereabouts(Trace trace, Language language) {
        List<Whereabouts> list = new ArrayList<>();
        list.add(new Whereabouts("stock", language.mass(trace.stockReoKg())));
        for (Trace.Way way : Trace.Way.values()) {
            double kg = trace.leftReoKg(way);
            boolean isLeft = way != Trace.Way.USED && way != Trace.Way.SHIPPED;
            if (isLeft && kg > 0) {
                list.add(new Whereabouts(way.name().toLowerCase(Locale.ROOT), language.mass(kg)));
            }
        }
        return list;
    }

    private static List<Happening> history(Ledger ledger, int lot, Scope scope, Language language) {
        FlowTable flows = ledger.flows();
        return Arrays.stream(ledger.linesByLot().items(lot))
                .filter(line ->
                        scope.seesFacility(ledger.registry(), flows.facility(flows.record(line))))
                .limit(RECORDS_MAX)
                .mapToObj(line ->
                        new Happening(
                                language.day(ledger.timeMicros(line)),
                                language.say(Words.of(ledger.type(line))),
                                ledger.registry().facility(flows.facility(flows.record(line))).id(),
                                language.mass(flows.massMg(line) / Mass.MG_PER_KG),
                                flows.recordId(flows.record(line))))
                .toList();
    }
}
