package org.ytterby.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.ytterby.server.identity.Role;

/// Keeping one's own account on pages: password, second factor, sessions.
@ExtendWith(ExampleService.class)
class AccountPagesIT {
    private static final String NEXT = "another long phrase";
    private static final String PASSWORD = "/account/password";
    private static final String FACTOR = "/account/second-factor";
    private static final String SESSIONS = "/account/sessions";
    private static final Pattern END = Pattern.compile("/account/sessions/([0-9a-f-]{36})/end");

    private static TestService service;

    @BeforeAll
    static void take(TestService loaded) {
        service = loaded;
    }

    private static Browser signedIn(String name) throws Exception {
        service.person(name, ExampleService.SOME_PARTY, Role.ENTERPRISE_REPORTER);
        return Browser.signedIn(service, name);
    }

    private static String change(String present, String next, String again) {
        return "password=%s&newPassword=%s&again=%s"
                .formatted(Browser.encoded(present), Browser.encoded(next), Browser.encoded(again));
    }

    @Test
    void aPasswordIsChangedAndOtherSessionsEnd() throws Exception {
        try (Browser here = signedIn("own-changer");
                Browser there = Browser.signedIn(service, "own-changer");
                Browser later = new Browser(service)) {
            HttpResponse<String> done =
                    here.post(PASSWORD, PASSWORD, change(TestService.PASSWORD, NEXT, NEXT));
            assertThat(done.uri().getPath()).isEqualTo("/account");
            assertThat(done.body()).contains("Your password was changed");
            assertThat(there.get("/account").uri().getPath()).isEqualTo("/sign-in");
            assertThat(later.signIn("own-changer", TestService.PASSWORD, "/").statusCode())
                    .isEqualTo(401);
            assertThat(later.signIn("own-changer", NEXT, "/account").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aPasswordThatIsWrongUnfitOrMistypedIsRefusedBesideItsField() throws Exception {
        try (Browser browser = signedIn("own-refused")) {
            assertThat(browser.get(PASSWORD).body())
                    .contains("12 to 200 characters", "must not hold your user name");
            refused(browser, change("wrong", NEXT, NEXT), "not your present password");
            refused(browser, change(TestService.PASSWORD, "short", "short"), "Too short");
            String named = "it is own-refused again";
            refused(browser, change(TestService.PASSWORD, named, named), "holds your name");
            refused(browser, change(TestService.PASSWORD, NEXT, NEXT + "x"), "do not agree");
            assertThat(browser.get("/account").statusCode()).as("nothing changed").isEqualTo(200);
        }
    }

    private static void refused(Browser browser, String fields, String why) throws Exception {
        HttpResponse<String> page = browser.post(PASSWORD, PASSWORD, fields);
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains(why, "role=\"alert\"", "aria-invalid=\"true\"");
    }

    @Test
    void guessingThePresentPasswordIsSlowedDown() throws Exception {
        try (Browser browser = signedIn("own-guesser")) {
            for (int i = 0; i < 5; i++) {
                refused(browser, change("guess" + i, NEXT, NEXT), "not your present password");
            }
            HttpResponse<String> waits =
                    browser.post(PASSWORD, PASSWORD, change(TestService.PASSWORD, NEXT, NEXT));
            assertThat(waits.statusCode()).isEqualTo(429);
            assertThat(waits.body()).contains("Too many wrong attempts");
        }
    }

    /// RFC 6238, on its own.
    private static String code(byte[] secret) throws Exception {
        long step = Clock.systemUTC().instant().getEpochSecond() / 30;
        Mac mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(secret, "HmacSHA1"));
        byte[] hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
        int at = hash[19] & 0xf;
        return "%06d".formatted((ByteBuffer.wrap(hash, at, 4).getInt() & 0x7fffffff) % 1_000_000);
    }

    private static byte[] secretOn(String page) {
        Matcher told = Pattern.compile("class=\"secret\">([A-Z2-7 ]+)<").matcher(page);
        assertThat(told.find()).isTrue();
        String text = told.group(1).replace(" ", "");
        byte[] bytes = new byte[text.length() * 5 / 8];
        for (int bit = 0; bit < bytes.length * 8; bit++) {
            int value = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(text.charAt(bit / 5));
            bytes[bit / 8] |= (byte) ((value >> (4 - bit % 5) & 1) << (7 - bit % 8));
        }
        return bytes;
    }

    /// @return recovery codes
    private static List<String> enrolled(Browser browser) throws Exception {
        HttpResponse<String> begun = browser.post(FACTOR, FACTOR, "");
        assertThat(begun.body()).contains("<svg class=\"qr\"", "class=\"secret\"");
        byte[] secret = secretOn(begun.body());
        HttpResponse<String> wrong = browser.post(FACTOR, FACTOR + "/confirmation", "code=abcdef");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(secretOn(wrong.body())).as("the secret stays").isEqualTo(secret);
        HttpResponse<String> done = wrong;
        for (int i = 0; i < 3 && done.statusCode() != 200; i++) { // a code may just have ended
            done = browser.post(FACTOR, FACTOR + "/confirmation", "code=" + code(secret));
        }
        return codesOn(done);
    }

    private static List<String> codesOn(HttpResponse<String> page) {
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        List<String> codes = new ArrayList<>();
        Matcher code = Pattern.compile("<li><code>([^<]+)</code>").matcher(page.body());
        while (code.find()) {
            codes.add(code.group(1));
        }
        assertThat(codes).hasSize(10);
        return codes;
    }

    private static String challengeOn(HttpResponse<String> page) {
        Matcher told =
                Pattern.compile("name=\"challenge\" value=\"([^\"]+)\"").matcher(page.body());
        assertThat(told.find()).as(page.body()).isTrue();
        return told.group(1);
    }

    private static HttpResponse<String> answer(Browser browser, String challenge, String code)
            throws Exception {
        return browser.post(
                "/sign-in",
                "/sign-in/code",
                "challenge=%s&code=%s&next=/account"
                        .formatted(Browser.encoded(challenge), Browser.encoded(code)));
    }

    @Test
    void aSecondFactorIsSetUpAskedForAndRemovedByACode() throws Exception {
        try (Browser browser = signedIn("own-careful");
                Browser later = new Browser(service)) {
            assertThat(browser.get("/account").body()).contains("Not set up");
            List<String> codes = enrolled(browser);
            assertThat(browser.post(FACTOR, FACTOR, "").statusCode()).as("twice").isEqualTo(409);
            HttpResponse<String> asked =
                    later.signIn("own-careful", TestService.PASSWORD, "/account");
            assertThat(asked.body()).contains("Your password is right");
            assertThat(later.get("/account").uri().getPath()).isEqualTo("/sign-in");
            String challenge = challengeOn(asked);
            HttpResponse<String> wrong = answer(later, challenge, "000000x");
            assertThat(wrong.statusCode()).isEqualTo(401);
            assertThat(wrong.body()).contains("This code is wrong");
            assertThat(answer(later, challenge, codes.getFirst()).uri().getPath())
                    .isEqualTo("/account");
            HttpResponse<String> over = answer(later, challenge, codes.get(1));
            assertThat(over.statusCode()).as("a challenge is answered once").isEqualTo(422);
            assertThat(over.body()).contains("more than five minutes");
            removed(browser, codes);
        }
    }

    private static void removed(Browser browser, List<String> codes) throws Exception {
        assertThat(browser.get(FACTOR).body()).contains("recovery codes left: 9");
        String remove = FACTOR + "/removal";
        assertThat(browser.post(FACTOR, remove, "code=" + codes.getFirst()).statusCode())
                .as("used up")
                .isEqualTo(422);
        List<String> renewed =
                codesOn(browser.post(FACTOR, FACTOR + "/codes", "code=" + codes.get(2)));
        assertThat(browser.post(FACTOR, remove, "code=" + codes.get(3)).statusCode())
                .as("replaced by new ones")
                .isEqualTo(422);
        HttpResponse<String> done = browser.post(FACTOR, remove, "code=" + renewed.getFirst());
        assertThat(done.body()).contains("The second factor was removed", "Not set up");
        try (Browser later = Browser.signedIn(service, "own-careful")) {
            assertThat(later.get("/account").statusCode()).as("the password alone").isEqualTo(200);
        }
    }

    @Test
    void aCodeForNothingIsRefused() throws Exception {
        try (Browser browser = signedIn("own-nothing")) {
            for (String action : List.of("confirmation", "removal", "codes")) {
                assertThat(browser.post(FACTOR, FACTOR + "/" + action, "code=123456").statusCode())
                        .as(action)
                        .isEqualTo(422);
            }
            assertThat(answer(browser, "made up", "123456").statusCode()).isEqualTo(422);
        }
    }

    @Test
    void guessingCodesIsSlowedDown() throws Exception {
        try (Browser browser = signedIn("own-code-guesser");
                Browser later = new Browser(service)) {
            List<String> codes = enrolled(browser);
            String challenge =
                    challengeOn(later.signIn("own-code-guesser", TestService.PASSWORD, "/"));
            for (int i = 0; i < 5; i++) {
                assertThat(answer(later, challenge, "wrong" + i).statusCode()).isEqualTo(401);
            }
            assertThat(answer(later, challenge, codes.getFirst()).statusCode()).isEqualTo(429);
        }
    }

    @Test
    void sessionsAreListedAndEnded() throws Exception {
        try (Browser here = signedIn("own-sessions");
                Browser there = Browser.signedIn(service, "own-sessions");
                Browser third = Browser.signedIn(service, "own-sessions");
                Browser stranger = signedIn("own-stranger")) {
            String page = here.get(SESSIONS).body();
            assertThat(page).contains("A program: Java-http-client", "this one");
            List<String> others = END.matcher(page).results().map(m -> m.group(1)).toList();
            assertThat(others).as("two browsers and the token of the interface").hasSize(3);
            for (String other : others) {
                assertThat(
                                stranger.post(SESSIONS, SESSIONS + "/" + other + "/end", "")
                                        .statusCode())
                        .as("another's")
                        .isEqualTo(404);
            }
            HttpResponse<String> ended =
                    here.post(SESSIONS, SESSIONS + "/" + others.getFirst() + "/end", "");
            assertThat(ended.body()).contains("Ended: 1");
            assertThat(END.matcher(ended.body()).results()).hasSize(2);
            assertThat(
                            here.post(SESSIONS, SESSIONS + "/" + others.getFirst() + "/end", "")
                                    .statusCode())
                    .as("it has ended")
                    .isEqualTo(404);
            assertThat(here.post(SESSIONS, SESSIONS + "/1/end", "").statusCode()).isEqualTo(400);
            assertThat(here.post(SESSIONS, SESSIONS + "/end-others", "").body())
                    .contains("Ended: 2")
                    .doesNotContain("End all but this one");
            assertThat(there.get("/account").uri().getPath()).isEqualTo("/sign-in");
            assertThat(third.get("/account").uri().getPath()).isEqualTo("/sign-in");
            assertThat(here.get("/account").uri().getPath()).isEqualTo("/account");
        }
    }

    @Test
    void everyPageIsWholeInBothLanguages() throws Exception {
        try (Browser browser = signedIn("own-reader")) {
            for (String path : List.of("/account", PASSWORD, FACTOR, SESSIONS)) {
                PagesIT.assertSound(browser.get(path + "?lang=zh"), "zh-CN");
                PagesIT.assertSound(browser.get(path + "?lang=en"), "en");
            }
            browser.post(FACTOR, FACTOR, "");
            PagesIT.assertSound(browser.get(FACTOR + "?lang=zh"), "zh-CN");
        }
    }
}
