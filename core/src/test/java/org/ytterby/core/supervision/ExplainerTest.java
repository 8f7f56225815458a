package org.ytterby.core.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.ytterby.core.supervision.SmallOffence.ledger;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.ytterby.core.testing.LedgerText;

/// Every rule, raised once by a small ledger, is explained with the numbers of its finding.
class ExplainerTest {
    private static final double ROUNDING = 1e-9;

    @TestFactory
    Stream<DynamicTest> everyRuleShowsTheNumbersOfItsFinding() {
        return Stream.of(Rule.values())
                .map(rule -> dynamicTest(rule.code(), () -> check(rule, ledger(rule))));
    }

    private static void check(Rule rule, String text) {
        Explainer explainer = explainer(text);
        List<Integer> ranks = explainer.ranks(rule.code());
        assertThat(ranks).as("findings of %s", rule.code()).isNotEmpty();
        for (int rank : ranks) {
            Explanation explanation = explainer.explanation(rank);
            Finding finding = explanation.finding();
            assertThat(finding).isEqualTo(explainer.answer().findings().get(rank - 1));
            assertThat(explanation.working()).as("working").isNotEmpty();
            Shown shown = Shown.of(explanation);
            Finding.Weight weight = finding.weight();
            shown.assertMass(weight.massKg());
            shown.assertMass(weight.sigmaKg());
            shown.assertProbability(weight.pValue());
            shown.assertProbability(weight.qValue());
            assertThat(explanation.judgement().isEmpty()).isEqualTo(rule.kind() == Rule.Kind.LOGIC);
        }
    }

    @Test
    void evidenceThatIsCutOffIsCounted() {
        String exports =
                IntStream.rangeClosed(1, 130)
                        .mapToObj(i -> "E%d extraction 2023-01-02 M2 L%d conc 1".formatted(i, i))
                        .collect(Collectors.joining("\n"));
        Explainer explainer = explainer(exports);
        Explanation explanation = explainer.explanation(explainer.ranks("no-plan").getFirst());
        Finding.Evidence evidence = explanation.finding().evidence();
        assertThat(evidence.first()).hasSize(Draft.EVIDENCE_MAX);
        assertThat(evidence.all()).isEqualTo(130);
        Text title = ((Exhibit.Table) explanation.evidence().getFirst()).title();
        assertThat(title.en()).isEqualTo("Evidence: first 100 of 130 records");
        assertThat(title.zh()).isEqualTo("证据：130 条记录中的前 100 条");
    }

    private static Explainer explainer(String text) {
        return Explainer.of(LedgerText.declare(text), Settings.standard());
    }

    /// Everything that an explanation says, as text and as figures.
    private record Shown(List<Text> texts, List<Double> figures) {
        static Shown of(Explanation explanation) {
            List<Exhibit> all =
                    Stream.of(
                                    explanation.working(),
                                    explanation.judgement(),
                                    explanation.evidence())
                            .flatMap(List::stream)
                            .toList();
            List<Cell> cells =
                    all.stream()
                            .filter(Exhibit.Table.class::isInstance)
                            .map(Exhibit.Table.class::cast)
                            .flatMap(t -> Stream.concat(t.rows().stream(), Stream.of(t.total())))
                            .flatMap(List::stream)
                            .toList();
            List<Text> texts =
                    all.stream()
                            .filter(Exhibit.Statement.class::isInstance)
                            .map(exhibit -> ((Exhibit.Statement) exhibit).text())
                            .toList();
            List<Double> figures =
                    cells.stream()
                            .filter(Cell.Figure.class::isInstance)
                            .map(cell -> ((Cell.Figure) cell).value())
                            .toList();
            return new Shown(texts, figures);
        }

        void assertMass(double kg) {
            if (!Double.isNaN(kg) && !says(Say.grams(kg))) {
                assertThat(figures)
                        .as("figures with %s", kg)
                        .anyMatch(value ->
                                Math.abs(Math.abs(value) - kg) <= ROUNDING * (1 + Math.abs(kg)));
            }
        }

        void assertProbability(double p) {
            if (!Double.isNaN(p)) {
                assertThat(says(Text.same(Say.probability(p))))
                        .as("said: p = %s in %s", p, texts)
                        .isTrue();
            }
        }

        private boolean says(Text number) {
            return texts.stream()
                    .anyMatch(t -> t.en().contains(number.en()) && t.zh().contains(number.zh()));
        }
    }

    @Test
    void aFindingIsMeantByRankByRuleAndBySubject() {
        Explainer explainer = explainer(ledger(Rule.LOT_CREATED_TWICE));
        Finding first = explainer.answer().findings().getFirst();
        assertThat(explainer.ranks("1")).containsExactly(1);
        assertThat(explainer.ranks(Explainer.nameOf(first))).contains(1);
        assertThat(explainer.ranks("lot-created-twice:L")).hasSize(1);
        assertThat(explainer.ranks("lot-created-twice:M1")).hasSize(1);
        assertThat(explainer.ranks("lot-created-twice:nowhere")).isEmpty();
        assertThat(explainer.ranks("0")).isEmpty();
        assertThat(explainer.ranks("999999999999999999999")).isEmpty();
        assertThat(explainer.ranks("no-such-rule:L")).isEmpty();
    }

    @Test
    void aLicenceACountryOrAYearMeansItsFinding() {
        assertThat(explainer(ledger(Rule.EXPORT_OVER_LICENCE)).ranks("export-over-licence:LIC"))
                .hasSize(1);
        assertThat(explainer(ledger(Rule.MIRROR_GAP)).ranks("mirror-gap:JP")).hasSize(1);
        assertThat(explainer(ledger(Rule.NO_PLAN)).ranks("no-plan:2023")).hasSize(1);
    }

    @Test
    void aRankThatDoesNotExistIsRefused() {
        Explainer explainer = explainer("");
        assertThatThrownBy(() -> explainer.explanation(1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theAnswerIsThatOfTheReconciler() {
        String text = ledger(Rule.SECTOR_GAP);
        assertThat(explainer(text).answer().findings())
                .isEqualTo(
                        Reconciler.reconcile(LedgerText.declare(text), Settings.standard())
                                .findings());
    }
}
