package org.ytterby.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.ytterby.server.TestService.Answer;
import org.ytterby.server.identity.Role;

/// One service with the example year in it for all tests that ask for it, because loading takes
/// longest. They may add to the ledger, and must not rely on what others did not add.
public final class ExampleService implements BeforeAllCallback, ParameterResolver {
    /// Runs MIN-01.
    static final String SOME_PARTY = "919900003789700849";

    static final Path EXAMPLE =
            Path.of(System.getProperty("ytterby.root", ".."), "examples", "national-2019");

    private static final ExtensionContext.Namespace SPACE =
            ExtensionContext.Namespace.create(ExampleService.class);

    private record Loaded(TestService service) implements AutoCloseable {
        static Loaded load() {
            try {
                TestService service = new TestService();
                Answer taken =
                        service.person("loader", "authority", Role.ADMINISTRATOR)
                                .handIn(EXAMPLE, "example");
                assertThat(taken.status()).as(taken.body()).isEqualTo(200);
                service.awaitAnalysis();
                return new Loaded(service);
            } catch (Exception e) {
                throw new IllegalStateException("the example was not loaded", e);
            }
        }

        @Override
        public void close() throws IOException {
            service.close();
        }
    }

    private static TestService service(ExtensionContext context) {
        return context.getRoot()
                .getStore(SPACE)
                .computeIfAbsent("service", _ -> Loaded.load(), Loaded.class)
                .service();
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        service(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == TestService.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return service(context);
    }
}
