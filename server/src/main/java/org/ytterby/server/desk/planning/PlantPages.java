package org.ytterby.server.desk.planning;

import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.ytterby.core.ledger.Facility;
import org.ytterby.core.ledger.Ledger;
import org.ytterby.core.ledger.PlanKind;
import org.ytterby.core.ledger.Registry;
import org.ytterby.core.plan.PlannedPlant;
import org.ytterby.server.analysis.AnalysisIndex;
import org.ytterby.server.desk.PageController;
import org.ytterby.server.identity.OpenToAll;
import org.ytterby.server.web.Language;

/// The public list of the mines and separation plants of a year, for everybody who buys ore or
/// compounds: whoever is not on it works without plan or licence. It tells no amounts.
@PageController
class PlantPages {
    private final AnalysisIndex index;

    PlantPages(AnalysisIndex index) {
        this.index = index;
    }

    /// A mine or plant as the page shows it.
    ///
    /// @param kind code of the kind of plan
    public record Row(
            String group, String kind, String facility, String name, String party, String region) {
        private static Row of(Registry registry, PlannedPlant plant, Language language) {
            Facility facility = registry.facility(plant.facility());
            return new Row(
                    language.name(registry.party(plant.group())),
                    plant.kind().code(),
                    facility.id(),
                    facility.name(),
                    language.name(registry.party(facility.party())),
                    facility.region());
        }
    }

    /// @param year empty for the last one with a plan
    @OpenToAll
    @GetMapping("/plants")
    String plants(Model model, Language language, @RequestParam(defaultValue = "") String year) {
        if (!year.isEmpty() && !year.matches("[0-9]{4}")) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST, language.pick("A year has four digits.", "年度应为四位数字。"));
        }
        if (index.position() < 0) { // nothing is analysed yet
            return page(model, List.of(), "", List.of());
        }
        Ledger ledger = index.newest().reconciliation().ledger();
        SortedSet<Integer> years = PlannedPlant.years(ledger);
        if (years.isEmpty()) {
            return page(model, List.of(), "", List.of());
        }
        int asked = year.isEmpty() ? years.last() : Integer.parseInt(year);
        return page(
                model,
                years.reversed().stream().map(y -> Integer.toString(y)).toList(),
                Integer.toString(asked),
                PlannedPlant.of(ledger, asked).stream()
                        .map(plant -> Row.of(ledger.registry(), plant, language))
                        .sorted(Comparator.comparing(Row::group).thenComparing(Row::facility))
                        .toList());
    }

    private static String page(Model model, List<String> years, String year, List<Row> rows) {
        model.addAttribute("years", years);
        model.addAttribute("year", year);
        model.addAttribute("rows", rows);
        model.addAttribute(
                "mines",
                rows.stream().filter(r -> r.kind().equals(PlanKind.MINING.code())).count());
        return "plants";
    }
}
