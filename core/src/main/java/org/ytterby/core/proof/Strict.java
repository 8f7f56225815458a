package org.ytterby.core.proof;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/// Readers that take one spelling of each value and no other, so that no byte of a signed file can
/// change unnoticed.
final class Strict {
    private static final int DIGITS_MAX = 19;

    private Strict() {}

    /// Bytes of standard base64 with its padding.
    static byte[] base64(String text, Refusal.Code code) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw notBase64(text, code);
        }
        if (!base64(bytes).equals(text)) {
            throw notBase64(text, code);
        }
        return bytes;
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static ProofRefused notBase64(String text, Refusal.Code code) {
        return new ProofRefused(code, "no base64: " + brief(text), "不是规范的 base64：" + brief(text));
    }

    /// A whole number from 0 to 2⁶³ − 1 in decimal digits without leading zeros.
    static long number(String text, Refusal.Code code) {
        boolean digits =
                !text.isEmpty()
                        && text.length() <= DIGITS_MAX
                        && text.chars().allMatch(c -> c >= '0' && c <= '9')
                        && (text.length() == 1 || text.charAt(0) != '0');
        try {
            if (digits) {
                return Long.parseLong(text);
            }
        } catch (NumberFormatException e) {
            throw notANumber(text, code); // 2⁶³ and above
        }
        throw notANumber(text, code);
    }

    private static ProofRefused notANumber(String text, Refusal.Code code) {
        return new ProofRefused(
                code,
                "no whole number below 2^63 without leading zeros: " + brief(text),
                "不是小于 2^63、无前导零的整数：" + brief(text));
    }

    /// Text of valid UTF-8.
    static String utf8(byte[] bytes, Refusal.Code code) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (!Arrays.equals(text.getBytes(StandardCharsets.UTF_8), bytes)) {
            throw new ProofRefused(code, "no valid UTF-8", "不是有效的 UTF-8");
        }
        return text;
    }

    /// What a message can quote of a text from outside: its beginning, with a question mark for
    /// whatever moves a cursor, breaks a line, turns the direction of writing or goes unseen.
    static String brief(String text) {
        String shown =
                text.codePoints()
                        .limit(60)
                        .collect(
                                StringBuilder::new,
                                (s, c) -> s.appendCodePoint(isPlain(c) ? c : '?'),
                                StringBuilder::append)
                        .toString();
        return "«" + shown + (text.length() > shown.length() ? "…»" : "»");
    }

    private static boolean isPlain(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE ->
                    false;
            default -> true;
        };
    }
}
