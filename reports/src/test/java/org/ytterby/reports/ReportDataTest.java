package org.ytterby.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.ytterby.core.balance.PeriodBalance;
import org.ytterby.core.ledger.FlowType;
import org.ytterby.core.ledger.Ledger;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.material.Element;
import org.ytterby.core.plan.PlanUse;
import org.ytterby.core.supervision.Finding;
import org.ytterby.core.supervision.Reconciliation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Figures in the page's data are those of the reconciliation.
class ReportDataTest {
    private static final String HOSTILE = "</script><b>\"\\\u2028&";
    private final Reconciliation answer = SampleReconciliation.of(HOSTILE);
    private final Ledger ledger = answer.ledger();
    private final JsonNode data = dataOf(answer);

    private static JsonNode dataOf(Reconciliation answer) {
        String json = new ReportData(new ReportPage(answer, HOSTILE, "1")).json();
        assertThat(json).doesNotContain("<", ">", "&");
        return JsonMapper.builder().build().readTree(json);
    }

    @Test
    void namesComeBackAsTheyWere() {
        assertThat(data.get("title").asString()).isEqualTo(HOSTILE);
        assertThat(data.get("facilities").get(SampleLedger.SEPARATION).get("name").asString())
                .isEqualTo(ledger.registry().facility(SampleLedger.SEPARATION).name());
    }

    @Test
    void balancesAreExact() {
        int seen = 0;
        for (JsonNode facility : data.get("balances")) {
            for (JsonNode row : facility.get("rows")) {
                PeriodBalance b = answer.balances().get(seen++);
                assertThat(facility.get("facility").asInt()).isEqualTo(b.facility());
                assertThat(row.get(0).asInt()).isEqualTo(b.element().ordinal());
                JsonNode period = facility.get("periods").get(row.get(1).asInt());
                assertThat(period.get(0).asString())
                        .isEqualTo(LedgerTime.format(b.period().fromMicros()));
                assertThat(row.get(2).asLong()).isEqualTo(b.openingMg());
                assertThat(row.get(3).asLong()).isEqualTo(b.additionsMg());
                assertThat(row.get(4).asLong()).isEqualTo(b.removalsMg());
                assertThat(row.get(5).asLong()).isEqualTo(b.closingMg());
                statistics(row, b.statistics());
            }
        }
        assertThat(seen).isEqualTo(answer.balances().size());
    }

    private static void statistics(JsonNode row, PeriodBalance.Statistics s) {
        assertThat(number(row.get(6))).hasValue(s.sigmaKg());
        if (Double.isNaN(s.sitmuf())) {
            assertThat(row.get(7).isNull()).isTrue();
        } else {
            assertThat(number(row.get(7))).hasValue(s.sitmuf());
        }
        assertThat(row.get(8).asLong()).isEqualTo(s.cumulativeMg());
        assertThat(number(row.get(9))).hasValue(s.cumulativeSigmaKg());
        assertThat(number(row.get(10))).hasValue(s.pageLoss());
        assertThat(number(row.get(11))).hasValue(s.pageGain());
    }

    private static OptionalDouble number(JsonNode node) {
        return node.isNull() ? OptionalDouble.empty() : OptionalDouble.of(node.asDouble());
    }

    @Test
    void findingsKeepTheirOrderMassAndEvidence() {
        JsonNode shown = data.get("findings").get("shown");
        assertThat(shown).hasSize(answer.findings().size());
        for (int i = 0; i < shown.size(); i++) {
            Finding finding = answer.findings().get(i);
            JsonNode node = shown.get(i);
            assertThat(node.get("rule").asString()).isEqualTo(finding.rule().code());
            assertThat(number(node.get("massKg"))).isEqualTo(finite(finding.weight().massKg()));
            assertThat(number(node.get("q"))).isEqualTo(finite(finding.weight().qValue()));
            assertThat(node.get("message").get(1).asString()).isEqualTo(finding.message().zh());
            assertThat(node.get("evidenceCount").asInt()).isEqualTo(finding.evidence().all());
        }
    }

    private static OptionalDouble finite(double value) {
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    @Test
    void doubtsAboutUncertaintiesStandBesideWhatCouldBeHidden() {
        JsonNode detectable = data.get("detectable");
        assertThat(detectable.get(0).get("scatter").get("disagrees").asBoolean()).isFalse();
        JsonNode doubted = detectable.get(1).get("scatter");
        assertThat(doubted.get("disagrees").asBoolean()).isTrue();
        assertThat(doubted.get("loudestRatio").asDouble()).isEqualTo(2.1);
        assertThat(doubted.get("where").asString()).isEqualTo("alone");
        assertThat(doubted.get("element").asInt()).isEqualTo(Element.Ce.ordinal());
        assertThat(detectable.get(2).has("scatter")).isFalse();
    }

    @Test
    void findingsLeftOutAreCounted() {
        Finding one = answer.findings().getFirst();
        List<Finding> many = Collections.nCopies(FindingSection.FINDINGS_MAX + 7, one);
        JsonNode findings =
                dataOf(
                                new Reconciliation(
                                        ledger,
                                        List.of(),
                                        List.of(),
                                        List.of(),
                                        new ListedShares(List.of()),
                                        many,
                                        List.of(),
                                        List.of(),
                                        List.of()))
                        .get("findings");
        assertThat(findings.get("total").asInt()).isEqualTo(many.size());
        assertThat(findings.get("high").asInt()).isEqualTo(many.size());
        assertThat(findings.get("shown")).hasSize(FindingSection.FINDINGS_MAX);
    }

    @Test
    void planUseIsThatOfTheAnswer() {
        for (int i = 0; i < answer.planUse().size(); i++) {
            PlanUse use = answer.planUse().get(i);
            JsonNode node = data.get("plans").get(i);
            assertThat(number(node.get("grantedKg"))).hasValue(use.grantedKg());
            assertThat(number(node.get("usedKg"))).hasValue(use.usedKg());
            assertThat(number(node.get("sigmaKg"))).hasValue(use.usedSigmaKg());
        }
    }

    @Test
    void flowsIntoTheChainAreAllExtractionImportsAndOutsideReceipts() {
        long[] slow = new long[Element.COUNT];
        for (int line : ledger.lines()) {
            boolean isFromOutside =
                    ledger.type(line) == FlowType.RECEIPT
                            && ledger.flows().partner(line) == SampleLedger.OUTSIDE;
            if (isFromOutside
                    || ledger.type(line) == FlowType.EXTRACTION
                    || ledger.type(line) == FlowType.IMPORT) {
                for (Element e : Element.ALL) {
                    slow[e.ordinal()] += ledger.elementMg(line, e.ordinal());
                }
            }
        }
        long[] shown = new long[Element.COUNT];
        for (JsonNode flow : data.get("flows")) {
            if (List.of("extraction", "import", "supplied").contains(flow.get("from").asString())) {
                for (int e = 0; e < shown.length; e++) {
                    shown[e] += flow.get("elementMg").get(e).asLong();
                }
            }
        }
        assertThat(shown).isEqualTo(slow);
    }

    @Test
    void exportsAreTracedLineByLine() {
        Reconciliation plain = SampleReconciliation.of("");
        JsonNode exports = dataOf(plain).get("exports");
        double total = 0;
        double traced = 0;
        for (int line : plain.ledger().lines()) {
            if (plain.ledger().type(line) == FlowType.EXPORT) {
                double reo = plain.ledger().reoKg(line);
                String lot = plain.ledger().flows().lotId(plain.ledger().flows().lot(line));
                total += reo;
                traced += lot.equals("G4") ? reo * .7 : reo;
            }
        }
        assertThat(exports.get("reoKg").asDouble()).isCloseTo(total, within(1e-6));
        assertThat(exports.get("tracedKg").asDouble())
                .isCloseTo(traced, Percentage.withPercentage(1e-9));
        assertThat(exports.get("shown").get(0).get("lot").asString()).isEqualTo("G4");
    }

    @Test
    void inputErrorsMakeTheAnswerPartial() {
        assertThat(data.get("partial").asBoolean()).isTrue();
        assertThat(data.get("problems").get("errors").asInt()).isEqualTo(1);
        assertThat(data.get("problems").get("shown").get(0).get("error").asBoolean()).isTrue();
    }

    @Test
    void evidenceShowsTheLinesOfTheRecord() {
        JsonNode plain = dataOf(SampleReconciliation.of(""));
        JsonNode record = plain.get("evidence").get("R5");
        assertThat(record.get("lines")).hasSize(record.get("lineCount").asInt());
        assertThat(record.get("lines").get(0).get("reoKg").asDouble()).isPositive();
    }
}
