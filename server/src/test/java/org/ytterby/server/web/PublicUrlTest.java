package org.ytterby.server.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

class PublicUrlTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ledger.example",
                "ftp://ledger.example",
                "https://",
                "https:///x",
                "https://ledger.example/service",
                "https://ledger.example?x=1",
                "https://ledger.example#x",
                "https://user@ledger.example",
                "https://ledger example",
                "javascript:alert(1)",
            })
    void whatPeopleCannotReachIsRefusedInBothLanguages(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PublicUrl.parse(text))
                .withMessageContaining("https://ledger.example")
                .withMessageContaining("用户登录地址");
    }

    @Test
    void pagesStandBelowIt() {
        assertThat(PublicUrl.parse("https://ledger.example:8443/").page("/notices"))
                .hasToString("https://ledger.example:8443/notices");
    }

    @Test
    void linksBeginWithWhatIsSet() {
        MockEnvironment settings = new MockEnvironment();
        settings.setProperty("ytterby.public-url", "https://ledger.example/");
        assertThat(new PublicAddress(settings).ofLinks()).isEqualTo("https://ledger.example");
        settings.setProperty("ytterby.public-url", "ledger.example");
        assertThatIllegalStateException()
                .isThrownBy(() -> new PublicAddress(settings))
                .withMessageContaining("ytterby.public-url");
    }
}
