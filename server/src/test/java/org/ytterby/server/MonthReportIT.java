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
        JsonNode december =
                supervisor.get("/api/v1/month-reports?month=2019-12&limit=1000").json();
        assertThat(december.path("items"))
                .as("sent in the last days of the year, received in the next one")
                .anySatisfy(report -> assertThat(report.path("unanswered")).isNotEmpty());
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
