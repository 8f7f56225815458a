package org.ytterby.browser;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// The demonstration and a browser to look at it, one of each for all tests.
///
/// Tests that ask for it are skipped, and counted as such, where no Chromium is installed (Debian's
/// package `chromium`).
public final class Desk implements BeforeAllCallback, ParameterResolver {
    private static final ExtensionContext.Namespace SPACE =
            ExtensionContext.Namespace.create(Desk.class);
    private static final List<String> QUIET =
            List.of(
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync");
    private static final int HEIGHT = 900;

    /// What a test gets.
    record Place(Demo demo, Playwright playwright, Browser browser) implements AutoCloseable {
        private static Place open() {
            Demo demo = Demo.start();
            Playwright playwright =
                    Playwright.create(
                            new Playwright.CreateOptions()
                                    .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            Browser browser =
                    playwright
                            .chromium()
                            .launch(
                                    new BrowserType.LaunchOptions()
                                            .setExecutablePath(chromium().orElseThrow())
                                            .setArgs(QUIET));
            return new Place(demo, playwright, browser);
        }

        /// A window of its own, with nobody signed in.
        ///
        /// @param language `en` or `zh`
        BrowserContext window(String language, int width, ColorScheme colours) {
            return browser.newContext(
                    new Browser.NewContextOptions()
                            .setBaseURL(demo.url("/"))
                            .setLocale(language.equals("zh") ? "zh-CN" : "en-GB")
                            .setColorScheme(colours)
                            .setViewportSize(width, HEIGHT));
        }

        /// A page in a window, with somebody of the demonstration signed in.
        Page signedIn(BrowserContext window, String account) {
            Page page = window.newPage();
            page.navigate("/sign-in");
            page.fill("[name=name]", account);
            page.fill("[name=password]", demo.password());
            page.click("main button");
            return page;
        }

        @Override
        public void close() throws IOException {
            browser.close();
            playwright.close();
            demo.close();
        }
    }

    private static Optional<Path> chromium() {
        return List.of(System.getenv("PATH").split(":")).stream()
                .map(place -> Path.of(place, "chromium"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        assumeTrue(
                chromium().isPresent(),
                "no chromium on the PATH: the pages are not tried in a browser");
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Place.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(SPACE)
                .computeIfAbsent("place", _ -> Place.open(), Place.class);
    }
}
