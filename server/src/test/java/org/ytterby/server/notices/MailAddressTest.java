package org.ytterby.server.notices;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressTest {
    @ParameterizedTest
    @ValueSource(strings = {"li.lei@example.org", "a+b@x-1.example.cn", "root@localhost"})
    void aPlainAddressIsGood(String address) {
        assertThat(MailAddress.isGood(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "@b.org",
                "a@",
                "a@b.org\r\nBcc: c@d.org",
                "a@b.org\nBcc: c@d.org",
                "a@b.org>\r\nRCPT TO:<c@d.org",
                "a@b.org,c@d.org",
                "a@b.org;c@d.org",
                "a b@c.org",
                "\"a b\"@c.org",
                "A <a@b.org>",
                "a@b.org ",
                "a@-b.org",
                ".a@b.org",
                "a..b@c.org",
                "a@b..org",
                "a@[127.0.0.1]",
                "a\0@b.org",
                "李雷@example.org"
            })
    void whatCouldSayMoreThanAnAddressIsNot(String address) {
        assertThat(MailAddress.isGood(address)).isFalse();
    }
}
