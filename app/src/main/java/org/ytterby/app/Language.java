package org.ytterby.app;

import java.util.Locale;
import java.util.Map;
import org.ytterby.core.supervision.Text;
import org.ytterby.formats.Wording;

/// The language of the person at the terminal.
enum Language {
    EN,
    ZH;

    /// What the environment asks for: Chinese where the locale begins with `zh`, else English.
    static Language of(Map<String, String> environment) {
        for (String name : new String[] {"LC_ALL", "LC_MESSAGES", "LANG"}) {
            String value = environment.getOrDefault(name, "");
            if (!value.isEmpty()) {
                return value.toLowerCase(Locale.ROOT).startsWith("zh") ? ZH : EN;
            }
        }
        return EN;
    }

    String pick(Text text) {
        return pick(text.en(), text.zh());
    }

    String pick(Wording wording) {
        return pick(wording.en(), wording.zh());
    }

    String pick(String en, String zh) {
        return this == ZH ? zh : en;
    }
}
