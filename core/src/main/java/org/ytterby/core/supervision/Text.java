package org.ytterby.core.supervision;

/// One thing said in both languages.
public record Text(String en, String zh) {
    /// What both languages write alike.
    public static Text same(String text) {
        return new Text(text, text);
    }

    /// This, and behind it another.
    public Text then(Text next) {
        return new Text(en + next.en, zh + next.zh);
    }

    /// This, and behind it what both languages write alike.
    public Text then(String next) {
        return then(same(next));
    }
}
