package org.ytterby.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.ytterby.server.TestService.Person;
import org.ytterby.server.identity.Role;
import tools.jackson.databind.JsonNode;

/// What an enterprise is told of its own month.
@ExtendWith(ExampleService.class)
class MonthReportIT {
    @Test
    void anEnterpriseSeesItsOwnFacilitiesAlone(TestService service) throws Exception {
        Person mine =
                service.person("month-mine", ExampleService.SOME_PARTY, Role.ENTERPRISE_REPORTER);
        JsonNode own = mine.get("/api/v1/month-reports?month=2019-11").json().path("items");
        assertThat(own.findValuesAsString("facility")).contains("MIN-01");
        JsonNode mine01 = own.get(0);
        assertThat(mine01.path("due").asString()).isEqualTo("2019-12-10");
        assertThat(mine01.path("reported").path("extraction").path("records").asInt()).isPositive();
        assertThat(mine01.path("stocktake_owed").asBoolean()).isTrue();
        Person supervisor = service.person("month-supervisor", "authority", Role.SUPERVISOR);
        JsonNode all =
                supervisor
                        .get("/api/v1/month-reports?month=2019-11&limit=1000")
                        .json()
                        .path("items");
        assertThat(all.size()).isGreaterThan(own.size());
        Person loader = service.person("month-loader", "authority", Role.ADMINISTRATOR);
        String shipment =
                """
                {"table":"flows","rows":[{"record":"month-1","type":"shipment","time":"2019-11-29",
                  "facility":"MIN-01","direction":"out","lot":"MIN-01-conc-mixed-1812-1",
                  "product":"conc-mixed","mass_kg":"1","partner":"SEP-03","document":"month-1"}]}
                """;
        assertThat(loader.post("/api/v1/declarations", shipment, "month-1").status())
                .isEqualTo(200);
        service.awaitAnalysis();
        JsonNode receiver =
                supervisor.get("/api/v1/month-reports?month=2019-11&facility=SEP-03").json();
        assertThat(receiver.path("items").get(0).path("unanswered").findValuesAsString("record"))
                .contains("month-1");
        assertThat(
                        supervisor
                                .get("/api/v1/month-reports?month=2019-11&facility=MIN-01")
                                .json()
                                .path("items"))
                .hasSize(1);
        assertThat(supervisor.get("/api/v1/month-reports?month=May").status()).isEqualTo(400);
        assertThat(supervisor.get("/api/v1/month-reports").status()).isEqualTo(400);
    }
}
