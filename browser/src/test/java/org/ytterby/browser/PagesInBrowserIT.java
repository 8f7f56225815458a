package org.ytterby.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ytterby.browser.Desk.Place;

/// Every page that each role reaches, in a real browser: nothing that axe calls serious, nothing
/// that overflows, nothing that the console complains about, nothing heavy.
@ExtendWith(Desk.class)
class PagesInBrowserIT {
    private static final int PHONE = 360;
    private static final int DESK = 1_280;

    /// Bytes of a page with charts and all that it loads on a cold cache.
    private static final long WEIGHT_MAX = 1_500_000;

    private record Seen(List<String> faults) {
        void look(Page page, String what) {
            new AxeBuilder(page)
                    .analyze().getViolations().stream()
                            .filter(v -> List.of("serious", "critical").contains(v.getImpact()))
                            .forEach(v ->
                                    faults.add(
                                            "%s: %s: %s %s"
                                                    .formatted(
                                                            what,
                                                            v.getId(),
                                                            v.getHelp(),
                                                            v.getNodes().getFirst().getHtml())));
            Object over =
                    page.evaluate(
                            "() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
            if (((Number) over).intValue() > 0) {
                faults.add("%s: wider than the window by %s px".formatted(what, over));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "supervisor,en,1280,LIGHT",
        "supervisor,zh,360,DARK",
        "enterprise,zh,1280,LIGHT",
        "enterprise,en,360,LIGHT",
        "auditor,zh,1280,DARK",
        "admin,en,360,LIGHT",
        "plan,zh,360,LIGHT",
        "customs,zh,360,LIGHT",
        "keeper,en,360,DARK",
        "laboratory,zh,1280,LIGHT"
    })
    void everyPageOfARoleIsSound(
            String account, String language, int width, ColorScheme colours, Place place) {
        Seen seen = new Seen(new ArrayList<>());
        try (BrowserContext window = place.window(language, width, colours)) {
            Page page = place.signedIn(window, account);
            page.onConsoleMessage(message -> {
                boolean isBad = message.type().equals("error") || message.type().equals("warning");
                if (isBad) {
                    seen.faults.add(page.url() + ": console: " + message.text());
                }
            });
            page.onPageError(error -> seen.faults.add(page.url() + ": " + error));
            Map<String, String> pages =
                    Walk.from(
                            page,
                            address ->
                                    seen.look(
                                            page,
                                            "%s at %d px in %s"
                                                    .formatted(address, width, language)));
            assertThat(pages).isNotEmpty();
        }
        assertThat(seen.faults).as("%s, %s, %d px", account, language, width).isEmpty();
    }

    @Test
    void pagesBeforeTheDoorAreSound(Place place) {
        Seen seen = new Seen(new ArrayList<>());
        for (String language : List.of("en", "zh")) {
            for (int width : List.of(PHONE, DESK)) {
                try (BrowserContext window = place.window(language, width, ColorScheme.LIGHT)) {
                    Page page = window.newPage();
                    for (String open : List.of("/sign-in", "/tell", "/plants")) {
                        page.navigate(open);
                        seen.look(page, "%s at %d px in %s".formatted(open, width, language));
                    }
                }
            }
        }
        assertThat(seen.faults).isEmpty();
    }

    @Test
    void noPageOfASupervisorIsHeavy(Place place) {
        try (BrowserContext window = place.window("en", DESK, ColorScheme.LIGHT)) {
            Page page = place.signedIn(window, "supervisor");
            Walk.from(page, _ -> {})
                    .values()
                    .forEach(address -> {
                        try (BrowserContext cold = place.window("en", DESK, ColorScheme.LIGHT)) {
                            cold.addCookies(
                                    window.cookies().stream().map(c -> cookie(c, place)).toList());
                            Page fresh = cold.newPage();
                            fresh.navigate(address);
                            Number bytes =
                                    (Number)
                                            fresh.evaluate(
                                                    """
                                                    () => performance.getEntries()
                                                      .reduce((sum, e) => sum + (e.transferSize || 0), 0)
                                                    """);
                            assertThat(bytes.longValue()).as(address).isBetween(1L, WEIGHT_MAX);
                        }
                    });
        }
    }

    private static Cookie cookie(Cookie from, Place place) {
        return new Cookie(from.name, from.value).setUrl(place.demo().url("/"));
    }

    @Test
    void aSupervisorGoesFromTheMorningToALot(Place place) {
        for (String language : List.of("en", "zh")) {
            try (BrowserContext window = place.window(language, DESK, ColorScheme.LIGHT)) {
                Page page = place.signedIn(window, "supervisor");
                assertThat(page.url()).endsWith("/supervision");
                page.click("main a[href^='/supervision/findings/']");
                page.click("main a[href^='/supervision/facilities/']");
                assertThat(page.locator("main svg").count()).isPositive();
                page.keyboard().press("/");
                page.keyboard().type("SEP-09-y-oxide-1905-1");
                page.keyboard().press("Enter");
                page.click("main a[href^='/lots/']");
                assertThat(page.locator(".graph .box").count()).isGreaterThan(1);
            }
        }
    }

    @Test
    void aReporterEntersAStocktakeByHand(Place place) {
        for (String language : List.of("en", "zh")) {
            try (BrowserContext window = place.window(language, DESK, ColorScheme.LIGHT)) {
                Page page = place.signedIn(window, "enterprise");
                page.click("a[href='/ledger/month']");
                page.fill("[name='record.0']", "by-hand-" + language);
                page.fill("[name='type.0']", "stocktake");
                page.fill("[name='direction.0']", "count");
                page.fill("[name='time.0']", "2019-12-31");
                page.fill("[name='mass_kg.0']", "nothing");
                page.click("#grid button.primary");
                assertThat(page.locator("[role=alert]").count()).isOne();
                assertThat(page.inputValue("[name='record.0']")).isEqualTo("by-hand-" + language);
                page.fill("[name='mass_kg.0']", "0");
                page.click("#grid button.primary");
                page.click("main button.primary");
                assertThat(page.locator("main a[href^='/ledger/receipts/']").count()).isOne();
            }
        }
    }

    @Test
    void aWordIsExplainedByKeyboardAlone(Place place) {
        for (String language : List.of("en", "zh")) {
            for (int width : List.of(PHONE, DESK)) {
                try (BrowserContext window = place.window(language, width, ColorScheme.LIGHT)) {
                    Page page = place.signedIn(window, "supervisor");
                    Locator word = page.locator("main .purpose .term").first();
                    Locator meaning = page.locator("main .purpose .meaning").first();
                    word.focus();
                    page.keyboard().press("Enter");
                    meaning.waitFor();
                    BoundingBox box = meaning.boundingBox();
                    assertThat(box.x).isNotNegative();
                    assertThat(box.x + box.width).isLessThanOrEqualTo(width);
                    Seen seen = new Seen(new ArrayList<>());
                    seen.look(page, "an open explanation at %d px".formatted(width));
                    assertThat(seen.faults).isEmpty();
                    page.keyboard().press("Escape");
                    meaning.waitFor(
                            new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
                }
            }
        }
    }

    @Test
    void aNewcomerIsLedThroughThePagesAndLeftAlone(Place place) {
        try (BrowserContext window = place.window("en", PHONE, ColorScheme.LIGHT)) {
            Page page = place.signedIn(window, "plan");
            page.navigate("/help");
            page.click("main button.primary");
            page.waitForURL(url -> !url.endsWith("/help"));
            Seen seen = new Seen(new ArrayList<>());
            Set<String> walked = new LinkedHashSet<>();
            while (page.locator("aside.tour").count() > 0) {
                String path = URI.create(page.url()).getPath();
                assertThat(walked.add(path)).as(path).isTrue();
                seen.look(page, "the tour at " + path);
                page.click("aside.tour button[value=next]");
                page.waitForURL(url -> !URI.create(url).getPath().equals(path));
            }
            assertThat(walked).contains("/supervision", "/approvals", "/notices", "/help");
            assertThat(seen.faults).isEmpty();
        }
    }

    @Test
    void anAuditorHasTheLedgerAudited(Place place) {
        try (BrowserContext window = place.window("en", DESK, ColorScheme.LIGHT)) {
            Page page = place.signedIn(window, "auditor");
            page.navigate("/audit");
            page.click("form[action='/audit/run'] button");
            assertThat(page.url()).endsWith("/audit/run");
            assertThat(page.locator("main [role=alert]").count()).isZero();
        }
    }
}
