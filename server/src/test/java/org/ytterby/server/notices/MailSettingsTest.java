package org.ytterby.server.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class MailSettingsTest {
    private static final Map<String, Object> ELSEWHERE =
            Map.of(
                    "ytterby.mail.host", "192.0.2.1",
                    "ytterby.mail.from", "ledger@example.org",
                    "ytterby.public-url", "https://ledger.example.org");

    @TempDir Path folder;

    private static Optional<MailSettings> of(Map<String, Object> given) {
        StandardEnvironment settings = new StandardEnvironment();
        settings.getPropertySources().addFirst(new MapPropertySource("test", given));
        return MailSettings.of(settings);
    }

    private static Optional<MailSettings> with(String name, String value) {
        Map<String, Object> given = new HashMap<>(ELSEWHERE);
        given.put("ytterby." + name, value);
        return of(given);
    }

    @Test
    void withoutAHostThereIsNoMail() {
        assertThat(of(Map.of())).isEmpty();
    }

    @Test
    void aServerElsewhereIsSpokenToEncryptedAndOneHereNeedNotBe() {
        assertThat(of(ELSEWHERE).orElseThrow().isEncrypted()).isTrue();
        assertThat(of(ELSEWHERE).orElseThrow().port()).isEqualTo(587);
        assertThat(with("mail.host", "127.0.0.1").orElseThrow().isEncrypted()).isFalse();
    }

    @Test
    void thePasswordComesFromAFileAndIsNotPrinted() throws Exception {
        Path file = Files.writeString(folder.resolve("password"), "open sesame\n");
        Map<String, Object> given = new HashMap<>(ELSEWHERE);
        given.put("ytterby.mail.user", "ledger");
        given.put("ytterby.mail.password-file", file.toString());
        MailSettings settings = of(given).orElseThrow();
        assertThat(settings.user()).isEqualTo(new MailSettings.User("ledger", "open sesame"));
        assertThat(settings.toString()).doesNotContain("sesame");
    }

    @ParameterizedTest
    @CsvSource({
        "mail.from, nobody, an e-mail address",
        "mail.port, 0, a port",
        "mail.starttls, none, required",
        "mail.starttls, perhaps, required or none",
        "mail.user, ledger, password-file",
        "public-url, '', sign in",
        "public-url, ledger.example.org, sign in"
    })
    void whatCannotBeIsRefusedAtTheStart(String name, String value, String message) {
        assertThatThrownBy(() -> with(name, value))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(message);
    }
}
