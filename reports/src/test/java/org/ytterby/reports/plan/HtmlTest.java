package org.ytterby.reports.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HtmlTest {
    @Test
    void namesCannotBecomeMarkup() {
        Html html = new Html("<b>&\"'");
        html.paragraph("<script>alert(1)</script>");
        html.table(List.of("<i>", "#n"));
        html.row("<u>", "#1", "!<s>");
        html.endTable();
        assertThat(html.page())
                .contains("&lt;b&gt;&amp;&quot;&#39;", "&lt;script&gt;", "&lt;i&gt;", "&lt;u&gt;")
                .contains("<th class=\"n\">n</th>", "<td class=\"n\">1</td>", "class=\"bad\"")
                .doesNotContain("<script", "<u>", "<i>");
    }

    @Test
    void numbersLoseZerosAtTheirEnd() {
        assertThat(Html.number(1234.5, 3)).isEqualTo("1,234.5");
        assertThat(Html.number(1200, 3)).isEqualTo("1,200");
        assertThat(Html.number(1200, 0)).isEqualTo("1,200");
        assertThat(Html.number(0, 2)).isEqualTo("0");
        assertThat(Html.number(-0.125, 3)).isEqualTo("−0.125");
        assertThat(Html.number(Double.NaN, 3)).isEqualTo("–");
        assertThat(Html.percent(0.96875)).isEqualTo("96.9 %");
        assertThat(Html.percent(1)).isEqualTo("100.0 %");
    }
}
