package org.ytterby.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What people do on the pages of cases.
final class CaseDesk {
    private CaseDesk() {}

    static String sent(String... pairs) {
        StringBuilder fields = new StringBuilder();
        for (int i = 0; i < pairs.length; i += 2) {
            fields.append(i == 0 ? "" : "&")
                    .append(pairs[i])
                    .append('=')
                    .append(Browser.encoded(pairs[i + 1]));
        }
        return fields.toString();
    }

    /// What a form holds besides what is written into it.
    static String hidden(HttpResponse<String> page, String name) {
        Matcher field =
                Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(page.body());
        assertThat(field.find()).as("%s in %s", name, page.body()).isTrue();
        return field.group(1);
    }

    /// Writes into a form, looks at what will be entered, and enters it.
    static HttpResponse<String> enter(Browser browser, String address, String... written)
            throws Exception {
        HttpResponse<String> confirmation = browser.post(address, address, sent(written));
        assertThat(confirmation.statusCode()).as(confirmation.body()).isEqualTo(200);
        assertThat(confirmation.body()).contains("This will enter the ledger");
        for (int i = 1; i < written.length; i += 2) {
            assertThat(confirmation.body()).contains(written[i]);
        }
        return browser.post(
                address, address, sent(written) + "&go=enter&key=" + hidden(confirmation, "key"));
    }

    /// Opens a case on its pages.
    ///
    /// @param written fields and what is written into them, the finding first
    /// @return its name
    static String opened(Browser supervisor, String... written) throws Exception {
        String address = "/cases/opening?finding=" + Browser.encoded(written[1]);
        String name = hidden(supervisor.get(address), "case");
        String fields = sent(written) + "&case=" + Browser.encoded(name);
        HttpResponse<String> confirmation = supervisor.post(address, "/cases/opening", fields);
        assertThat(confirmation.body()).contains("This will enter the ledger", written[1]);
        HttpResponse<String> page =
                supervisor.post(
                        address,
                        "/cases/opening",
                        fields + "&go=enter&key=" + hidden(confirmation, "key"));
        assertThat(page.uri().getPath()).isEqualTo("/cases/" + name);
        assertThat(page.body()).contains("Entered into the ledger at position");
        return name;
    }
}
