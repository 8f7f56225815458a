package org.ytterby.core.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ytterby.core.ledger.Span;
import org.ytterby.core.material.Element;

class FindingTest {
    private static Finding finding(
            Finding.Subject subject, Span span, List<Element> elements, double massKg) {
        return new Finding(
                Rule.NO_PLAN,
                Severity.HIGH,
                subject,
                span,
                elements,
                new Finding.Weight(massKg, 1, 0.01, 0.02),
                new Text("en", "zh"),
                new Finding.Evidence(List.of(), 0));
    }

    @Test
    void anIdStaysWhenMassAndDoubtChange() {
        Finding.Subject subject = new Finding.Subject("P", "M1", "", "");
        Span span = new Span(0, 10);
        assertThat(finding(subject, span, List.of(), 5).id())
                .isEqualTo(finding(subject, span, List.of(), 7).id())
                .isEqualTo("no-plan-c2c8c07157689928");
    }

    @Test
    void anIdTellsSubjectSpanAndElementsApart() {
        Finding.Subject subject = new Finding.Subject("P", "M1", "", "");
        Span span = new Span(0, 10);
        List<String> ids =
                List.of(
                        finding(subject, span, List.of(), 5).id(),
                        finding(subject, new Span(0, 11), List.of(), 5).id(),
                        finding(subject, span, List.of(Element.Nd), 5).id(),
                        finding(new Finding.Subject("PM", "1", "", ""), span, List.of(), 5).id(),
                        finding(new Finding.Subject("P", "M1", "L", ""), span, List.of(), 5).id(),
                        finding(new Finding.Subject("P", "M1", "", "L"), span, List.of(), 5).id());
        assertThat(ids).doesNotHaveDuplicates();
    }
}
