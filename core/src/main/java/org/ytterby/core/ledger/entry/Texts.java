package org.ytterby.core.ledger.entry;

import org.ytterby.core.ledger.Printable;

/// The form of what commands carry, so that every entry can hold it.
final class Texts {
    private static final int SHOWN = 200;

    private Texts() {}

    /// @throws IllegalArgumentException unless it is a name: 1 to [Command#NAME_LENGTH_MAX] visible
    ///   ASCII characters
    static void requireName(String name) {
        if (!Submission.isKey(name) || name.length() > Command.NAME_LENGTH_MAX) {
            throw new IllegalArgumentException(
                    "a name has 1 to %d visible ASCII characters / 名称须为 1 至 %d 个可见 ASCII 字符: %s"
                            .formatted(
                                    Command.NAME_LENGTH_MAX,
                                    Command.NAME_LENGTH_MAX,
                                    Printable.of(name, SHOWN)));
        }
    }

    /// @throws IllegalArgumentException if the number is beyond [Command#NUMBER_MAX]
    static void requireExact(long number) {
        if (number > Command.NUMBER_MAX || number < -Command.NUMBER_MAX) {
            throw new IllegalArgumentException(
                    "a number is at most %d / 数值最大为 %d: %d"
                            .formatted(Command.NUMBER_MAX, Command.NUMBER_MAX, number));
        }
    }

    /// @throws IllegalArgumentException unless it is a text: 1 to [Command#TEXT_LENGTH_MAX]
    ///   printable characters, not all blank
    static void requireText(String text) {
        if (text.isBlank()
                || text.length() > Command.TEXT_LENGTH_MAX
                || !Printable.of(text).equals(text)) {
            throw new IllegalArgumentException(
                    "a text has 1 to %d printable characters / 文字须为 1 至 %d 个可显示字符: %s"
                            .formatted(
                                    Command.TEXT_LENGTH_MAX,
                                    Command.TEXT_LENGTH_MAX,
                                    Printable.of(text, SHOWN)));
        }
    }

    /// @throws IllegalArgumentException unless it is empty or a text
    static void requireTextOrNone(String text) {
        if (!text.isEmpty()) {
            requireText(text);
        }
    }
}
