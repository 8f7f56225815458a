package org.ytterby.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.ytterby.core.genealogy.Trace;
import org.ytterby.core.genealogy.Tracing;
import org.ytterby.core.ledger.FlowType;
import org.ytterby.core.ledger.Ledger;
import org.ytterby.core.material.Element;
import org.ytterby.core.material.Mass;
import org.ytterby.server.TestService.Answer;
import org.ytterby.server.TestService.Person;
import org.ytterby.server.analysis.Generation;
import org.ytterby.server.identity.Role;
import tools.jackson.databind.JsonNode;

/// Traces, attributions and recalls over HTTP, and what of them an enterprise is told.
@ExtendWith(ExampleService.class)
class LotsIT {
    private static Person supervisor;
    private static Person enterprise;
    private static Generation now;

    /// Exported in the example: the longest way back of all lots that were exported.
    private static int exported;

    @BeforeAll
    static void signIn(TestService service) throws Exception {
        supervisor = service.person("lots-supervisor", "authority", Role.SUPERVISOR);
        now = service.service().analysis().newest();
        Ledger ledger = ledger();
        exported =
                IntStream.of(ledger.lines())
                        .filter(line -> ledger.type(line) == FlowType.EXPORT)
                        .map(line -> ledger.flows().lot(line))
                        .boxed()
                        .max((a, b) -> Integer.compare(backward(a), backward(b)))
                        .orElseThrow();
        enterprise = service.person("lots-enterprise", holder(exported), Role.ENTERPRISE_REPORTER);
    }

    private static Ledger ledger() {
        return now.reconciliation().ledger();
    }

    private static int backward(int lot) {
        return now.tracing().backward(lot).steps().size();
    }

    private static String holder(int lot) {
        Ledger ledger = ledger();
        int line = ledger.linesByLot().get(lot, ledger.linesByLot().size(lot) - 1);
        return ledger.registry().ownerOf(ledger.flows().facility(ledger.flows().record(line))).id();
    }

    private static String path(String question) {
        return "/api/v1/lots/" + ledger().flows().lotId(exported) + "/" + question;
    }

    @Test
    void aTraceSaysWhatTheKernelSays() throws Exception {
        JsonNode answer = supervisor.get(path("trace")).json();
        Trace trace = now.tracing().trace(exported);
        assertThat(answer.path("backward_total").asInt()).isEqualTo(trace.backward().size());
        assertThat(answer.path("backward").size()).isEqualTo(trace.backward().size());
        for (int i = 0; i < trace.backward().size(); i++) {
            JsonNode step = answer.path("backward").get(i);
            assertThat(step.path("lot").asString())
                    .isEqualTo(ledger().flows().lotId(trace.backward().get(i).lot()));
            assertThat(step.path("traced_reo_kg").asDouble())
                    .isEqualTo(trace.backward().get(i).tracedReoKg());
        }
    }

    @Test
    void aTraceGoesOneWayAndAsFarAsAskedFor() throws Exception {
        JsonNode answer = supervisor.get(path("trace?direction=backward&depth=2&limit=5")).json();
        assertThat(answer.has("forward")).isFalse();
        assertThat(answer.path("backward").size()).isBetween(1, 5);
        assertThat(answer.path("backward_total").asInt()).isGreaterThan(5);
        for (JsonNode step : answer.path("backward")) {
            assertThat(step.path("depth").asInt()).isBetween(1, 2);
        }
        for (String wrong : new String[] {"direction=up", "depth=0", "limit=1001"}) {
            Answer refused = supervisor.get(path("trace?" + wrong));
            assertThat(refused.status()).as(wrong).isEqualTo(400);
            assertThat(refused.json().path("detail").asString()).contains("参数");
        }
    }

    @Test
    void anEnterpriseIsNotToldOfLotsThatItNeverHad() throws Exception {
        JsonNode all = supervisor.get(path("trace?direction=backward")).json().path("backward");
        JsonNode own = enterprise.get(path("trace?direction=backward")).json().path("backward");
        assertThat(own.size()).isEqualTo(all.size());
        int hidden = 0;
        for (JsonNode step : own) {
            if (!step.has("lot")) {
                hidden++;
                assertThat(step.has("mass_kg") || step.has("reo_kg") || step.has("from"))
                        .as(step.toString())
                        .isFalse();
            }
        }
        assertThat(hidden).isPositive();
        assertThat(own.valueStream().filter(s -> !s.has("facility")).count())
                .as("beyond direct partners nobody is named")
                .isPositive()
                .isLessThanOrEqualTo(hidden);
    }

    @Test
    void sharesOfEachElementSumToOneWhoeverAsks() throws Exception {
        for (Person person : new Person[] {supervisor, enterprise}) {
            JsonNode answer = person.get(path("attribution")).json();
            Map<String, Double> sums = new HashMap<>();
            for (JsonNode row : answer.path("origins")) {
                sums.merge(
                        row.path("element").asString(), row.path("share").asDouble(), Double::sum);
            }
            assertThat(sums).isNotEmpty();
            sums.forEach((element, sum) -> assertThat(sum).as(element).isCloseTo(1, within(1e-9)));
        }
    }

    @Test
    void anEnterpriseIsToldTheKindCountryAndShareOfOriginsBeyondItsPartners() throws Exception {
        JsonNode all = supervisor.get(path("attribution")).json().path("origins");
        JsonNode own = enterprise.get(path("attribution")).json().path("origins");
        assertThat(all.valueStream().filter(row -> row.has("facility")).count()).isPositive();
        assertThat(own.size()).isLessThanOrEqualTo(all.size());
        assertThat(
                        own.valueStream()
                                .filter(row -> row.path("kind").asString().equals("extraction"))
                                .toList())
                .isNotEmpty()
                .allSatisfy(row -> {
                    assertThat(row.has("facility")).isFalse();
                    assertThat(row.path("country").asString()).isEqualTo("CN");
                });
    }

    @Test
    void theOriginsOfAllExportsSumToWhatWasExported() throws Exception {
        JsonNode answer = supervisor.get("/api/v1/origins?element=Nd").json();
        Ledger ledger = ledger();
        double exportedKg =
                IntStream.of(ledger.lines())
                                .filter(line -> ledger.type(line) == FlowType.EXPORT)
                                .mapToLong(line -> ledger.elementMg(line, Element.Nd.ordinal()))
                                .sum()
                        / Mass.MG_PER_KG;
        double told = 0;
        for (JsonNode row : answer.path("items")) {
            told += row.path("exported_kg").asDouble();
        }
        assertThat(told).isCloseTo(exportedKg, withinPercentage(0.01));
        assertThat(answer.path("items").valueStream().map(row -> row.path("kind").asString()))
                .contains("extraction", "import");
        assertThat(answer.path("doubtful"))
                .isNotEmpty()
                .allSatisfy(stock ->
                        assertThat(stock.path("nowhere_kg").asDouble())
                                .isPositive()
                                .isLessThanOrEqualTo(stock.path("stock_kg").asDouble() * 1.000_01));
    }

    @Test
    void theNationIsNotToldToAnEnterpriseNorAnElementThatThereIsNot() throws Exception {
        assertThat(enterprise.get("/api/v1/origins?element=Nd").status()).isEqualTo(403);
        assertThat(supervisor.get("/api/v1/origins?element=Zz").status()).isEqualTo(400);
        assertThat(supervisor.get("/api/v1/origins").status()).isEqualTo(400);
    }

    @Test
    void aRecallSaysWhereEveryKilogramWent() throws Exception {
        int source = now.tracing().backward(exported).steps().getLast().lot();
        String path = "/api/v1/lots/" + ledger().flows().lotId(source) + "/recall";
        JsonNode answer = supervisor.get(path + "?limit=7").json();
        Trace trace = now.tracing().trace(source);
        assertThat(answer.path("total").asInt()).isEqualTo(trace.recall().size());
        assertThat(answer.path("items").size()).isEqualTo(Math.min(7, trace.recall().size()));
        assertThat(answer.path("totals_reo_kg").path("exported").asDouble())
                .isEqualTo(trace.leftReoKg(Trace.Way.EXPORTED))
                .isPositive();
        JsonNode next =
                supervisor.get(path + "?limit=7&after=" + answer.path("next").asString()).json();
        assertThat(next.path("items").get(0)).isNotEqualTo(answer.path("items").get(0));
    }

    @Test
    void aRecallTellsAnEnterpriseOfItsOwnStocksOnly() throws Exception {
        JsonNode answer = enterprise.get(path("recall")).json();
        assertThat(answer.has("totals_reo_kg")).isFalse();
        for (JsonNode holding : answer.path("items")) {
            boolean isOwn = holding.has("in_stock_reo_kg");
            assertThat(holding.has("departures")).isEqualTo(isOwn);
            assertThat(holding.has("from")).isEqualTo(isOwn);
        }
        assertThat(answer.path("items").valueStream().anyMatch(h -> h.has("departures"))).isTrue();
    }

    @Test
    void aLotOfSomebodyElseIsNotThere() throws Exception {
        Tracing tracing = now.tracing();
        int foreign =
                tracing.backward(exported).steps().stream()
                        .mapToInt(Trace.Step::lot)
                        .filter(lot -> !holder(lot).equals(holder(exported)))
                        .filter(lot -> owners(lot).noneMatch(f -> f.equals(holder(exported))))
                        .findFirst()
                        .orElseThrow();
        for (String question : new String[] {"trace", "attribution", "recall"}) {
            String path = "/api/v1/lots/" + ledger().flows().lotId(foreign) + "/" + question;
            assertThat(supervisor.get(path).status()).isEqualTo(200);
            assertThat(enterprise.get(path).status()).isEqualTo(404);
            assertThat(supervisor.get("/api/v1/lots/none/" + question).status()).isEqualTo(404);
        }
    }

    private static Stream<String> owners(int lot) {
        Ledger ledger = ledger();
        return IntStream.of(ledger.linesByLot().items(lot))
                .map(line -> ledger.flows().facility(ledger.flows().record(line)))
                .mapToObj(f -> ledger.registry().ownerOf(f).id());
    }
}
