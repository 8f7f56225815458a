package org.ytterby.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ytterby.browser.Desk.Place;

/// Takes the pictures of the documentation, into the folder that `ytterby.pictures` names.
@ExtendWith(Desk.class)
@EnabledIfSystemProperty(named = "ytterby.pictures", matches = ".+")
class PicturesIT {
    private static final int WIDTH = 1_280;

    @ParameterizedTest
    @CsvSource({
        "overview,supervisor,/supervision",
        "finding,supervisor,/supervision/findings/1",
        "facility,supervisor,/supervision/facilities/SEP-09",
        "lot,supervisor,/lots/SEP-09-y-oxide-1905-1",
        "visits,supervisor,/supervision/visits",
        "month,enterprise,/ledger/month",
        "board,plan,/planning",
        "log,auditor,/audit"
    })
    void pictureOf(String name, String account, String path, Place place) {
        take(name + ".png", account, path, "en", place);
        take(name + ".zh-CN.png", account, path, "zh", place);
    }

    private static void take(
            String file, String account, String path, String language, Place place) {
        try (BrowserContext window = place.window(language, WIDTH, ColorScheme.LIGHT)) {
            Page page = place.signedIn(window, account);
            page.navigate(path);
            if (page.locator("aside.tour").isVisible()) {
                page.click("aside.tour button[value=stop]");
                page.navigate(path);
            }
            page.screenshot(
                    new Page.ScreenshotOptions()
                            .setPath(Path.of(System.getProperty("ytterby.pictures", "."), file)));
        }
    }
}
