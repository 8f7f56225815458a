package org.ytterby.server.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.ytterby.server.analysis.View;
import org.ytterby.server.identity.Caller;

/// What the description of the API says beside its endpoints.
@Configuration(proxyBeanMethods = false)
class ApiDescription {
    private static final String BEARER = "bearer";

    static {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(Caller.class, View.class); // nobody sends it
    }

    @Bean
    OpenAPI description() {
        @Nullable String version = ApiDescription.class.getPackage().getImplementationVersion();
        return new OpenAPI()
                .info(
                        new Info()
                                .title("Ytterby")
                                .version(version == null ? "unpackaged" : version)
                                .description(
                                        "The ledger service of the rare-earth chain. Sign in at"
                                                + " /api/v1/tokens, then enter the token under Authorize."
                                                + " / 稀土产业链台账服务。先在 /api/v1/tokens 登录，再将令牌填入 Authorize。")
                                .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .servers(List.of(new Server().url("/").description("this service / 本服务")))
                .components(
                        new Components()
                                .addSecuritySchemes(
                                        BEARER,
                                        new SecurityScheme()
                                                .type(SecurityScheme.Type.HTTP)
                                                .scheme(BEARER)))
                .addSecurityItem(new SecurityRequirement().addList(BEARER));
    }
}
