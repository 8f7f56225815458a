package org.ytterby.app;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The option `--lang`, the same in every command.
final class LanguageOption {
    @Option(
            names = "--lang",
            paramLabel = "en|zh",
            description = "language of the answer (default: that of the environment)")
    private @Nullable String lang;

    /// Whether the language asked for, if any, is one there is.
    boolean isKnown() {
        return lang == null || lang.equals("en") || lang.equals("zh");
    }

    /// @throws Refused if there is no such language
    void check() {
        if (!isKnown()) {
            throw new Refused(
                    "--lang takes en or zh, not " + lang, "--lang 只接受 en 或 zh，而非 " + lang);
        }
    }

    /// @throws Refused if there is no such language
    Language language() {
        check();
        if (lang == null) {
            return Language.of(System.getenv());
        }
        return lang.equals("zh") ? Language.ZH : Language.EN;
    }
}
