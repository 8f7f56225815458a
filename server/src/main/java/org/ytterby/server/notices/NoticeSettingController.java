package org.ytterby.server.notices;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.ytterby.server.identity.Allowed;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.identity.Right;
import org.ytterby.server.identity.Roster;
import org.ytterby.server.ledger.Given;
import org.ytterby.server.ledger.Submitter;
import org.ytterby.server.web.Language;

/// How one is told of one's notices outside of the service.
@RestController
@RequestMapping(path = "/api/v1/notice-settings", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "notices", description = "What one should know of / 通知")
class NoticeSettingController {
    private final NoticeSettings settings;
    private final Roster roster;

    NoticeSettingController(NoticeSettings settings, Roster roster) {
        this.settings = settings;
        this.roster = roster;
    }

    @Allowed(Right.KNOW_ONESELF)
    @GetMapping
    @Operation(summary = "Own settings, and what went wrong with them")
    NoticeSettings.Shown settings(Caller caller, Locale locale) {
        return settings.shown(caller, Language.of(locale));
    }

    @Allowed(Right.KNOW_ONESELF)
    @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Set all of them; what is absent is unset")
    NoticeSettings.Shown put(
            Caller caller, Locale locale, @RequestBody NoticeSettings.Wanted wanted) {
        roster.remember(caller);
        settings.put(caller, wanted, Language.of(locale));
        return settings.shown(caller, Language.of(locale));
    }

    /// @param code that was sent to the new address
    record Confirmation(String code) {
        Confirmation {
            Given.all(code);
        }
    }

    @Allowed(Right.KNOW_ONESELF)
    @PostMapping(path = "/confirmation", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Confirm a new e-mail address by the code that was sent there")
    NoticeSettings.Shown confirm(Caller caller, Locale locale, @RequestBody Confirmation asked) {
        if (!settings.confirm(caller, asked.code())) {
            throw Submitter.unprocessable(
                    "code: it is wrong or too old, or there were too many wrong ones; remove the address"
                            + " and set it again to get another / 验证码错误、过期或错误次数过多；可删除邮箱后重新设置以获取新验证码");
        }
        return settings.shown(caller, Language.of(locale));
    }

    @Allowed(Right.KNOW_ONESELF)
    @PostMapping("/test")
    @Operation(summary = "Tell oneself a test on every way that is set, at most once a minute")
    NoticeSettings.Shown test(Caller caller, Locale locale) {
        if (!settings.test(caller)) {
            throw Submitter.unprocessable(
                    "a test was sent in this minute already; wait for the next / 本分钟内已发送过测试，请稍候再试");
        }
        return settings.shown(caller, Language.of(locale));
    }
}
