package org.ytterby.server.desk.planning;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.ytterby.core.environment.AccessCheck;
import org.ytterby.core.environment.CapacityRegister;
import org.ytterby.core.environment.Judgement;
import org.ytterby.core.ledger.FacilityStage;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.ledger.RegisteredCapacity;
import org.ytterby.core.ledger.Registry;
import org.ytterby.server.analysis.View;
import org.ytterby.server.desk.PageController;
import org.ytterby.server.environment.Registers;
import org.ytterby.server.identity.Allowed;
import org.ytterby.server.identity.ReadNote;
import org.ytterby.server.identity.Right;
import org.ytterby.server.web.Language;

/// The register of capacity on a day, and the list of plants that break an exit condition.
@PageController
class CapacityPages {
    private final Clock clock;

    CapacityPages(Clock clock) {
        this.clock = clock;
    }

    /// A row of the register.
    ///
    /// @param isLeaving whether it is on the exit list
    public record Row(
            String facility,
            String name,
            String party,
            List<String> kinds,
            String approved,
            String installed,
            boolean isAbove,
            String technology,
            List<String> processes,
            String from,
            String basis,
            boolean isLeaving) {}

    /// Sums of a stage.
    public record Sum(String stage, int plants, String approved, String installed) {}

    /// @param on day such as `2026-01-31`; empty for today
    @Allowed(Right.SEE_REGISTERS)
    @GetMapping("/planning/capacity")
    String register(
            Model model, View view, Language language, @RequestParam(defaultValue = "") String on) {
        long at = day(on, clock, language);
        Registry registry = view.registry();
        List<String> leaving = Registers.exitList(view, at).stream().map(AccessCheck::id).toList();
        List<Row> rows = new ArrayList<>();
        Map<FacilityStage, List<RegisteredCapacity>> stages = new TreeMap<>();
        for (RegisteredCapacity row : CapacityRegister.inForce(view.ledger().declarations(), at)) {
            rows.add(row(registry, row, leaving, language));
            stages.computeIfAbsent(
                            registry.facility(row.facility()).stage(), _ -> new ArrayList<>())
                    .add(row);
        }
        ReadNote.rows(rows.size());
        model.addAttribute("on", LedgerTime.dateOf(at));
        model.addAttribute("rows", rows);
        model.addAttribute("leaving", leaving.size());
        model.addAttribute(
                "sums",
                stages.entrySet().stream()
                        .map(e ->
                                new Sum(
                                        e.getKey().code(),
                                        e.getValue().size(),
                                        Figures.mostlyWhole(
                                                e.getValue().stream()
                                                        .mapToDouble(RegisteredCapacity::approvedT)
                                                        .sum()),
                                        Figures.mostlyWhole(
                                                e.getValue().stream()
                                                        .mapToDouble(RegisteredCapacity::installedT)
                                                        .sum())))
                        .toList());
        return "capacity";
    }

    private static Row row(
            Registry registry, RegisteredCapacity row, List<String> leaving, Language language) {
        String id = registry.facility(row.facility()).id();
        return new Row(
                id,
                registry.facility(row.facility()).name(),
                language.name(registry.ownerOf(row.facility())),
                row.kinds().stream().sorted().toList(),
                Figures.mostlyWhole(row.approvedT()),
                Figures.mostlyWhole(row.installedT()),
                row.installedT() > row.approvedT(),
                row.technologyClass(),
                row.processes().stream().sorted().toList(),
                LedgerTime.dateOf(row.span().fromMicros()).toString(),
                row.basis(),
                leaving.contains(id));
    }

    static long day(String on, Clock clock, Language language) {
        try {
            return Registers.day(on, Language.micros(clock.instant()));
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST, language.half(String.valueOf(e.getMessage())), e);
        }
    }

    /// A plant that has to leave.
    ///
    /// @param broken conditions that registered figures break
    /// @param unproven how many further conditions bind it and have no figure
    public record Leaving(
            String facility, String name, String party, List<AnswerView> broken, long unproven) {}

    @Allowed(Right.SEE_REGISTERS)
    @GetMapping("/planning/exit")
    String exits(
            Model model, View view, Language language, @RequestParam(defaultValue = "") String on) {
        long at = day(on, clock, language);
        Registry registry = view.registry();
        List<Leaving> rows = new ArrayList<>();
        for (AccessCheck check : Registers.exitList(view, at)) {
            for (int f = 0; f < registry.facilities().size(); f++) {
                if (registry.facility(f).id().equals(check.id())) {
                    rows.add(
                            new Leaving(
                                    check.id(),
                                    registry.facility(f).name(),
                                    language.name(registry.ownerOf(f)),
                                    check.answers().stream()
                                            .filter(a -> a.judgement() == Judgement.BROKEN)
                                            .map(a -> AnswerView.of(a, language))
                                            .toList(),
                                    check.answers().stream()
                                            .filter(a -> a.judgement() == Judgement.MISSING)
                                            .count()));
                }
            }
        }
        ReadNote.rows(rows.size());
        model.addAttribute("on", LedgerTime.dateOf(at));
        model.addAttribute("rows", rows);
        return "capacity-exit";
    }
}
