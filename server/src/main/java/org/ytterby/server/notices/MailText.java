package org.ytterby.server.notices;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ytterby.server.web.Language;

/// The words of mails. Nothing of what a notice is about stands in them: how many wait, of which
/// kinds, until when something is due, and where to sign in.
///
/// @param publicUrl where people sign in
record MailText(URI publicUrl) {
    /// Where notices are read.
    URI inbox() {
        return page("/notices");
    }

    /// Where one says what is mailed.
    URI settings() {
        return page("/notices/settings");
    }

    private URI page(String path) {
        return URI.create(publicUrl.toString().replaceFirst("/+$", "") + path);
    }

    /// What waits for somebody.
    ///
    /// @param kinds how many of each, in the order of kinds
    /// @param nextMicros the next time at which something is due; null if nothing is
    record Waiting(Map<Kind, Long> kinds, @Nullable Long nextMicros) {
        long all() {
            return kinds.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    Mail waiting(String to, String id, Language language, Waiting waiting) {
        List<String> lines = new ArrayList<>();
        long all = waiting.all();
        String subject =
                switch (language) {
                    case EN -> all == 1 ? "1 notice waits for you" : all + " notices wait for you";
                    case ZH -> "您有 " + all + " 条待阅通知";
                };
        lines.add(subject + (language == Language.EN ? ":" : "："));
        lines.add("");
        waiting.kinds()
                .forEach((kind, count) ->
                        lines.add(
                                "- "
                                        + language.say(kind.title())
                                        + (language == Language.EN ? ": " : "：")
                                        + count));
        lines.add("");
        Long next = waiting.nextMicros();
        if (next != null) {
            lines.add(
                    (language == Language.EN ? "Next deadline: " : "最近期限：") + NoticeRow.time(next));
            lines.add("");
        }
        lines.add((language == Language.EN ? "Sign in to read them: " : "请登录查阅：") + inbox());
        lines.add("");
        lines.add(
                switch (language) {
                    case EN ->
                            "You asked for this mail in your notice settings. To stop it, sign in and"
                                    + " choose there when you get mail: at once, daily, weekly, or never.";
                    case ZH -> "此邮件按您的通知设置发送。如需停止，请登录后在通知设置中选择：即时、每日摘要、每周摘要或不发送。";
                });
        return new Mail(to, id, "Ytterby: " + subject, String.join("\n", lines) + "\n");
    }

    /// The code by which somebody confirms that they read an address.
    Mail confirmation(String to, String id, Language language, String code) {
        return switch (language) {
            case EN ->
                    new Mail(
                            to,
                            id,
                            "Ytterby: confirm this address",
                            """
                            Somebody asked for notices to be sent to this address. If it was you, sign in and enter this
                            code in your notice settings within 24 hours:

                            %s

                            Sign in: %s

                            If it was not you, do nothing: nothing more is sent here.
                            """
                                    .formatted(code, settings()));
            case ZH ->
                    new Mail(
                            to,
                            id,
                            "Ytterby: 请确认此邮箱",
                            """
                            有人申请将通知发送至此邮箱。如为您本人操作，请登录后于 24 小时内在通知设置中输入以下验证码：

                            %s

                            登录：%s

                            如非您本人操作，无需处理，此后不会再向此邮箱发送邮件。
                            """
                                    .formatted(code, settings()));
        };
    }
}
