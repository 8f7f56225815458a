package org.ytterby.server.desk.supervision;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.ytterby.core.balance.VarianceShare;
import org.ytterby.core.ledger.Facility;
import org.ytterby.core.ledger.Ledger;
import org.ytterby.core.material.Element;
import org.ytterby.core.material.Mass;
import org.ytterby.core.supervision.InspectionPlan;
import org.ytterby.core.supervision.Words;
import org.ytterby.server.analysis.View;
import org.ytterby.server.desk.PageController;
import org.ytterby.server.environment.Reviews;
import org.ytterby.server.identity.Allowed;
import org.ytterby.server.identity.ReadNote;
import org.ytterby.server.identity.Right;
import org.ytterby.server.web.Language;

/// Where inspectors should go first, and what to weigh, sample and count there.
@PageController
class VisitPages {
    /// Facilities on the page, by what the reader asked for.
    private static final int SHOWN = 20;

    private static final int SHOWN_MAX = 100;

    /// Less of the doubt than this is not worth measuring again.
    private static final double WORTH_MEASURING = 0.01;

    private final Reviews reviews;

    VisitPages(Reviews reviews) {
        this.reviews = reviews;
    }

    /// What to measure again.
    ///
    /// @param weighing whether it is weighed, else sampled and assayed
    /// @param share of the doubt, in percent
    public record Measure(boolean weighing, String stage, String method, String share) {
        static Measure of(VarianceShare share, Language language) {
            return new Measure(
                    share.kind() == VarianceShare.Kind.WEIGHING,
                    language.say(Words.of(share.stage())),
                    share.method(),
                    language.percent(share.share()));
        }
    }

    /// @param mass dry, as the books say
    public record Count(String lot, String mass) {}

    /// A facility to visit.
    ///
    /// @param doubt what its most serious findings put in doubt
    /// @param element whose balance is in most doubt; empty, as its difference is, if it has none
    /// @param consumption absent where what was used fits the output
    public record Visit(
            String facility,
            String name,
            String party,
            String region,
            String doubt,
            List<FindingView> findings,
            int allFindings,
            String element,
            String difference,
            List<Measure> measure,
            List<Count> count,
            @Nullable Consumption consumption) {}

    /// What was used fits more than the output that the ledger has.
    public record Consumption(String implied, String output) {}

    @Allowed(Right.WORK_ON_CASES)
    @GetMapping("/supervision/visits")
    String visits(
            Model model,
            View view,
            Language language,
            @RequestParam(defaultValue = "20") int limit) {
        List<InspectionPlan.Visit> visits =
                InspectionPlan.of(
                        view.now().reconciliation(),
                        facility -> view.scope().seesFacility(view.registry(), facility),
                        reviews.striking(view),
                        limit > SHOWN ? SHOWN_MAX : SHOWN);
        ReadNote.rows(visits.size());
        model.addAttribute("visits", visits.stream().map(v -> of(view, v, language)).toList());
        model.addAttribute("isCut", visits.size() == SHOWN && limit <= SHOWN);
        return "visits";
    }

    private static Visit of(View view, InspectionPlan.Visit visit, Language language) {
        Ledger ledger = view.ledger();
        Facility facility = ledger.registry().facility(visit.facility());
        return new Visit(
                facility.id(),
                facility.name(),
                language.name(ledger.registry().ownerOf(visit.facility())),
                facility.region(),
                language.mass(visit.doubtKg()),
                visit.findings().stream()
                        .map(finding -> FindingView.of(0, finding, language))
                        .toList(),
                visit.allFindings(),
                visit.suspect().map(s -> name(s.element(), language)).orElse(""),
                visit.suspect().map(s -> language.mass(s.differenceKg(), s.sigmaKg())).orElse(""),
                visit.measure().stream()
                        .filter(share -> share.share() >= WORTH_MEASURING)
                        .map(share -> Measure.of(share, language))
                        .toList(),
                visit.count().stream()
                        .map(s -> new Count(ledger.flows().lotId(s.lot()), language.mass(s.kg())))
                        .toList(),
                visit.consumption()
                        .map(c ->
                                new Consumption(
                                        language.mass(c.impliedT() * Mass.KG_PER_T),
                                        language.mass(c.declaredT() * Mass.KG_PER_T)))
                        .orElse(null));
    }

    private static String name(Element element, Language language) {
        return language.pick(element.name(), element.chinese() + " " + element.name());
    }
}
