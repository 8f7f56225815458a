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

    Language language() {
        if (lang == null) {
            return Language.of(System.getenv());
        }
        return switch (lang) {
            case "en" -> Language.EN;
            case "zh" -> Language.ZH;
            default ->
                    throw new IllegalArgumentException(
                            "--lang takes en or zh, not " + lang + " / --lang 只接受 en 或 zh");
        };
    }
}
