package org.ytterby.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReportPageTest {
    private static final String HOSTILE =
            "</script><script>alert(1)</script><!--\"'&\u2028{{script}}{{data}}$1";
    private static final Set<String> VOID = Set.of("meta", "link");
    private static final Pattern TAG = Pattern.compile("<(/?)([a-z][a-z0-9]*)([^>]*)>");
    private static final Pattern SCRIPT =
            Pattern.compile("<script([^>]*)>(.*?)</script>", Pattern.DOTALL);

    private static String page(String hostile) {
        return new ReportPage(SampleReconciliation.of(hostile), "Sample " + hostile, "1.2.3")
                .html();
    }

    @Test
    void everyElementIsClosed() {
        Deque<String> open = new ArrayDeque<>();
        Matcher tag = TAG.matcher(withoutContents(page(HOSTILE)));
        while (tag.find()) {
            if (VOID.contains(tag.group(2))) {
                continue;
            }
            if (tag.group(1).isEmpty()) {
                open.push(tag.group(2));
            } else {
                assertThat(open.pop()).isEqualTo(tag.group(2));
            }
        }
        assertThat(open).isEmpty();
    }

    private static String withoutContents(String html) {
        return SCRIPT.matcher(html)
                .replaceAll("<script></script>")
                .replaceAll("(?s)<style>.*?</style>", "<style></style>");
    }

    @Test
    void hostileNamesStayText() {
        String html = page(HOSTILE);
        assertThat(html).doesNotContain("alert(1)</script>").doesNotContain("<script>alert");
        assertThat(SCRIPT.matcher(html).results()).hasSize(4);
        assertThat(html.split("<!--", -1)).hasSize(1);
        assertThat(html).contains("{{script}}{{data}}$1");
    }

    @Test
    void runsOnlyScriptsThatItsPolicyNames() {
        String html = page("");
        Matcher script = SCRIPT.matcher(html);
        while (script.find()) {
            if (!script.group(1).contains("application/json")) {
                assertThat(html).contains(PageSource.hash(script.group(2)));
            }
        }
        assertThat(html).contains("default-src 'none'").doesNotContain("unsafe-eval");
    }

    @Test
    void asksNoNetwork() {
        String html = page("");
        assertThat(withoutContents(html))
                .doesNotContainPattern("(src|href|action)=\"?'?(https?:)?//");
        assertThat(html).doesNotContainPattern("@import|url\\(\\s*[\"']?(https?:)?//");
        for (String name : Resources.scripts()) {
            assertThat(Resources.text(name))
                    .as(name)
                    .doesNotContainPattern(
                            "\\beval\\(|new Function|fetch\\(|XMLHttpRequest|WebSocket|EventSource"
                                    + "|sendBeacon|innerHTML|outerHTML|insertAdjacentHTML"
                                    + "|document\\.write|https?://(?!www\\.w3\\.org/)");
        }
    }

    @Test
    void equalInputGivesAnEqualPage() {
        assertThat(page("x")).isEqualTo(page("x"));
    }

    @Test
    void namesItsSoftwareAndTheLicenceOfItsParts() {
        assertThat(page(""))
                .contains("\"version\":\"1.2.3\"")
                .contains("The Apache Software Foundation")
                .contains("Sample ");
    }

    @Test
    void filesOfThePageStayShort() {
        for (String name : Resources.all()) {
            assertThat(Resources.text(name).lines().count()).as(name).isLessThan(500);
        }
    }

    @Test
    void writesAnEmptyAnswer() {
        String html = new ReportPage(SampleReconciliation.empty(), "", "0").html();
        assertThat(html).contains("\"total\":0", "\"balances\":[]", "\"detectable\":[]");
    }

    @Test
    void everyResourceIsPartOfThePage() {
        List<String> parts = Resources.all();
        for (String name : parts) {
            if (name.endsWith(".js") || name.endsWith(".css")) {
                assertThat(page("")).as(name).contains(Resources.text(name));
            }
        }
    }
}
