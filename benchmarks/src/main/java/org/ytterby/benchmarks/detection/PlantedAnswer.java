package org.ytterby.benchmarks.detection;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.ytterby.core.ledger.FlowType;
import org.ytterby.core.ledger.Ledger;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.ledger.Span;
import org.ytterby.core.material.Element;
import org.ytterby.core.supervision.Finding;
import org.ytterby.core.supervision.Reconciliation;
import org.ytterby.core.supervision.Rule;
import org.ytterby.simulator.Scenario;
import tools.jackson.databind.JsonNode;

/// The findings of a year beside the truth about the one scenario planted in it.
final class PlantedAnswer {
    private final Scenario scenario;
    private final double size;
    private final JsonNode truth;
    private final Reconciliation answer;
    private final Set<String> facilities = new HashSet<>();
    private final Set<String> records = new HashSet<>();

    PlantedAnswer(Scenario scenario, double size, JsonNode truth, Reconciliation answer) {
        this.scenario = scenario;
        this.size = size;
        this.truth = truth;
        this.answer = answer;
        truth.path("facilities").forEach(facility -> facilities.add(facility.asString()));
        truth.path("records").forEach(record -> records.add(record.asString()));
    }

    /// An amount found beside the one planted, in one unit.
    ///
    /// @param sigma standard uncertainty of the estimate, NaN where the rule gives none
    record Amount(double estimate, double truth, double sigma) {
        boolean isCovered() {
            return Math.abs(estimate - truth) <= 1.959964 * sigma;
        }
    }

    /// Whether a rule that should see the scenario does, where it is planted.
    boolean isFound() {
        return answer.findings().stream().anyMatch(this::isExpected);
    }

    /// Whether one rule sees the scenario where it is planted.
    boolean isFoundBy(String rule) {
        return !of(rule).isEmpty();
    }

    /// The rules of findings that belong neither to the scenario nor to its consequences.
    Set<String> strays() {
        return answer.findings().stream()
                .filter(finding -> !isExpected(finding))
                .map(finding -> finding.rule().code())
                .filter(rule -> !scenario.consequences().contains(rule))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private boolean isExpected(Finding finding) {
        return scenario.rules().contains(finding.rule().code()) && isThere(finding);
    }

    private boolean isThere(Finding finding) {
        String facility = finding.subject().facility();
        return facility.isEmpty()
                || facilities.isEmpty()
                || facilities.contains(facility)
                || finding.evidence().first().stream().anyMatch(records::contains);
    }

    private List<Finding> of(String rule) {
        return answer.findings().stream()
                .filter(finding -> finding.rule().code().equals(rule))
                .filter(this::isThere)
                .toList();
    }

    /// The amounts found; empty where the scenario has none, or nothing was found.
    List<Amount> amounts() {
        return switch (scenario) {
            case LAUNDERED_IONIC_ORE, FAKE_RECYCLING_ORIGIN -> inventory();
            case UNDER_WEIGHING -> transfers();
            case OVER_LICENCE_EXPORT -> each(Rule.EXPORT_OVER_LICENCE, detailKg());
            case OVER_PLAN_MINING -> each(Rule.PLAN_EXCEEDED, hiddenKg());
            case UNLICENSED_PIT -> sum(Rule.UNLICENSED_EXTRACTION, hiddenKg());
            case UNDECLARED_EXPORT -> sum(Rule.MIRROR_GAP, detailKg());
            case PHANTOM_ROUND_TRIP -> counted(Rule.ROUND_TRIP);
            case LATE_REPORTING -> counted(Rule.REPORT_LATE);
            case NUMBERS_MADE_TO_CLOSE -> List.of();
        };
    }

    private double hiddenKg() {
        return truth.path("hidden_reo_kg").asDouble();
    }

    private double detailKg() {
        return truth.path("mass_kg").asDouble();
    }

    /// What the elements named hid over the months named, by [Rule#INVENTORY_GAIN].
    private List<Amount> inventory() {
        List<Amount> amounts = new ArrayList<>();
        for (Finding finding : of(Rule.INVENTORY_GAIN.code())) {
            double kg = 0;
            for (Element e : finding.elements()) {
                kg += truth.path("hidden_element_kg").path(e.name()).asDouble() * e.oxideFactor();
            }
            double truthKg = kg * sharedMonths(finding.span());
            amounts.add(new Amount(finding.weight().massKg(), truthKg, finding.weight().sigmaKg()));
        }
        return amounts;
    }

    /// The part of the planted months that lies in a span.
    private double sharedMonths(Span span) {
        long from = LedgerTime.parseDate(truth.path("from").asString()).orElseThrow();
        long until = LedgerTime.parseDate(truth.path("until").asString()).orElseThrow();
        int first = LedgerTime.monthOf(from);
        int months = LedgerTime.monthOf(until) - first + 1;
        int shared = 0;
        for (int m = first; m < first + months; m++) {
            shared += span.contains(LedgerTime.startOfMonth(m)) ? 1 : 0;
        }
        return (double) shared / months;
    }

    /// What each shipment found lost on the scale: a part of what the receiver says came.
    private List<Amount> transfers() {
        Ledger ledger = answer.ledger();
        List<Amount> amounts = new ArrayList<>();
        for (Finding finding : of(Rule.TRANSFER_DIFFERENCE.code())) {
            int lot = ledger.flows().texts().lots().find(finding.subject().lot());
            double received = 0;
            for (int line : ledger.linesByLot().items(lot)) {
                String record = ledger.flows().recordId(ledger.flows().record(line));
                if (ledger.type(line) == FlowType.RECEIPT
                        && finding.evidence().first().contains(record)) {
                    received += ledger.dryMg(line) / 1e6;
                }
            }
            amounts.add(
                    new Amount(
                            finding.weight().massKg(),
                            received * size / (1 - size),
                            finding.weight().sigmaKg()));
        }
        return amounts;
    }

    private List<Amount> each(Rule rule, double truthKg) {
        return of(rule.code()).stream()
                .map(f -> new Amount(f.weight().massKg(), truthKg, f.weight().sigmaKg()))
                .toList();
    }

    private List<Amount> sum(Rule rule, double truthKg) {
        List<Finding> found = of(rule.code());
        double kg = found.stream().mapToDouble(f -> f.weight().massKg()).sum();
        return found.isEmpty() ? List.of() : List.of(new Amount(kg, truthKg, Double.NaN));
    }

    private List<Amount> counted(Rule rule) {
        List<Finding> found = of(rule.code());
        return found.isEmpty() ? List.of() : List.of(new Amount(found.size(), size, Double.NaN));
    }
}
