package org.ytterby.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.ytterby.browser.Desk.Place;

/// Measures when pages of the demonstration first show something, with an empty cache each time,
/// and what they weigh. A measurement and no test: it runs where `ytterby.paint` says how often.
@ExtendWith(Desk.class)
@EnabledIfSystemProperty(named = "ytterby.paint", matches = "[1-9][0-9]*")
class PaintIT {
    private static final int WIDTH = 1_280;
    private static final double BYTES_PER_KB = 1e3;
    private static final List<String> PAGES =
            List.of(
                    "/supervision",
                    "/supervision/findings",
                    "/supervision/findings/1",
                    "/supervision/facilities",
                    "/supervision/facilities/SEP-09",
                    "/lots/SEP-09-y-oxide-1905-1",
                    "/cases");
    private static final String MEASURE =
            """
            () => ({
              paint: performance.getEntriesByName('first-contentful-paint')[0].startTime,
              bytes: performance.getEntries().reduce((sum, e) => sum + (e.transferSize || 0), 0)
            })
            """;

    @Test
    @SuppressWarnings("unchecked")
    void firstPaintOfEveryPage(Place place) {
        int times = Integer.getInteger("ytterby.paint", 1);
        System.out.println("| page | first contentful paint, ms: median | worst | weight, kB |");
        System.out.println("|---|---|---|---|");
        for (String path : PAGES) {
            double[] paints = new double[times];
            double bytes = 0;
            for (int i = 0; i < times; i++) {
                try (BrowserContext window = place.window("en", WIDTH, ColorScheme.LIGHT)) {
                    Page page = place.signedIn(window, "supervisor");
                    page.context().newCDPSession(page).send("Network.clearBrowserCache");
                    page.navigate(path);
                    page.waitForFunction(
                            "() => performance.getEntriesByName('first-contentful-paint').length > 0");
                    Map<String, Number> measured = (Map<String, Number>) page.evaluate(MEASURE);
                    paints[i] = measured.getOrDefault("paint", Double.NaN).doubleValue();
                    bytes = measured.getOrDefault("bytes", Double.NaN).doubleValue();
                }
            }
            Arrays.sort(paints);
            System.out.printf(
                    Locale.ROOT,
                    "| `%s` | %.0f | %.0f | %.0f |%n",
                    path,
                    paints[times / 2],
                    paints[times - 1],
                    bytes / BYTES_PER_KB);
        }
    }
}
