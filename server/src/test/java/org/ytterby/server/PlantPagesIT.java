package org.ytterby.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The public list of mines and separation plants, read by nobody in particular.
@ExtendWith(ExampleService.class)
class PlantPagesIT {
    @Test
    void anybodyReadsWhoIsUnderPlan(TestService service) throws Exception {
        try (Browser anybody = new Browser(service)) {
            String page = anybody.get("/plants?year=2019").body();
            assertThat(page).contains("SEP-09", "MIN-01").doesNotContain("PIT-01");
            assertThat(page)
                    .as("amounts are not public")
                    .doesNotContain("t REO")
                    .doesNotContain("吨");
            assertThat(anybody.get("/plants?year=1999").body()).contains("class=\"empty\"");
            assertThat(anybody.get("/plants?year=late").statusCode()).isEqualTo(400);
            assertThat(anybody.get("/sign-in").body()).contains("href=\"/plants\"");
        }
    }
}
