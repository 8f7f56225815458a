package org.ytterby.core.supervision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.ytterby.core.balance.Estimate;
import org.ytterby.core.ledger.Ledger;
import org.ytterby.core.ledger.Registry;
import org.ytterby.core.ledger.Span;
import org.ytterby.core.material.Element;

/// A finding while it is being written.
final class Draft {
    /// Most records that a finding lists as evidence; the report links to the rest by lot and
    /// facility.
    static final int EVIDENCE_MAX = 100;

    private final Ledger ledger;
    private final Rule rule;
    private Severity severity;
    private String party = "";
    private String facility = "";
    private String lot = "";
    private String record = "";
    private Span span = Finding.NO_SPAN;
    private List<Element> elements = List.of();
    private double massKg = Double.NaN;
    private double sigmaKg = Double.NaN;
    private Text message = new Text("", "");
    private Finding.Evidence evidence = new Finding.Evidence(List.of(), 0);
    private Working working = List::of;

    Draft(Ledger ledger, Rule rule) {
        this.ledger = ledger;
        this.rule = rule;
        severity = rule.severity();
    }

    Draft milder(Severity s) {
        severity = s;
        return this;
    }

    /// Names a facility and the party that runs it.
    Draft at(int f) {
        Registry registry = ledger.registry();
        facility = registry.facility(f).id();
        party = registry.ownerOf(f).id();
        return this;
    }

    Draft of(int p) {
        party = ledger.registry().party(p).id();
        return this;
    }

    Draft lot(int number) {
        lot = ledger.flows().lotId(number);
        return this;
    }

    Draft record(int number) {
        record = ledger.flows().recordId(number);
        return this;
    }

    Draft during(Span time) {
        span = time;
        return this;
    }

    Draft elements(List<Element> named) {
        elements = named;
        return this;
    }

    Draft mass(double kg) {
        massKg = kg;
        return this;
    }

    Draft mass(Estimate kg) {
        massKg = kg.value();
        sigmaKg = kg.sigma();
        return this;
    }

    Draft says(String en, String zh) {
        message = new Text(en, zh);
        return this;
    }

    /// The records of some lines, by time.
    Draft restsOnLines(Collection<Integer> lines) {
        TreeSet<Integer> records = new TreeSet<>();
        lines.forEach(line -> records.add(ledger.flows().record(line)));
        return restsOn(records);
    }

    /// Some records, by time; at most [#EVIDENCE_MAX] are listed, all are counted.
    Draft restsOn(Collection<Integer> records) {
        List<Integer> sorted = new ArrayList<>(new TreeSet<>(records));
        sorted.sort(
                (a, b) -> Long.compare(ledger.flows().timeMicros(a), ledger.flows().timeMicros(b)));
        List<String> first =
                sorted.stream().limit(EVIDENCE_MAX).map(r -> ledger.flows().recordId(r)).toList();
        evidence = new Finding.Evidence(first, sorted.size());
        return this;
    }

    /// Keeps the way to the working behind the finding.
    Draft shows(Working shown) {
        working = shown;
        return this;
    }

    /// The finding of a rule of logic.
    Reasoned reasoned() {
        return new Reasoned(finding(Double.NaN, Double.NaN), working, null);
    }

    /// The finding of a statistical rule.
    Reasoned reasoned(Standing standing) {
        return new Reasoned(finding(standing.p(), standing.q()), working, standing);
    }

    private Finding finding(double p, double q) {
        return new Finding(
                rule,
                severity,
                new Finding.Subject(party, facility, lot, record),
                span,
                elements,
                new Finding.Weight(massKg, sigmaKg, p, q),
                message,
                evidence);
    }
}
