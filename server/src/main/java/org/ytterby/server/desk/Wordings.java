package org.ytterby.server.desk;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.AbstractMessageSource;
import org.springframework.stereotype.Component;
import org.ytterby.server.web.Language;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Every text of the pages, in both languages side by side, so that none can lack one.
///
/// What the report says already is not said again here: its texts come first.
@Component("messageSource")
class Wordings extends AbstractMessageSource {
    private static final List<String> FILES =
            List.of("/org/ytterby/reports/messages.json", "/words.json");

    private final Map<String, List<String>> texts = new HashMap<>();

    Wordings() {
        for (String file : FILES) {
            try (InputStream in = Wordings.class.getResourceAsStream(file)) {
                if (in == null) {
                    throw new IllegalStateException("not on the class path: " + file);
                }
                read(file, in);
            } catch (IOException e) {
                throw new UncheckedIOException(file, e);
            }
        }
    }

    private void read(String file, InputStream in) {
        Map<String, List<String>> pairs =
                JsonMapper.builder().build().readValue(in, new TypeReference<>() {});
        pairs.forEach((key, pair) -> {
            if (pair.size() != 2 || texts.put(key, pair) != null) {
                throw new IllegalStateException(
                        file + ": " + key + " is no pair, or is there twice");
            }
        });
    }

    @Override
    protected @Nullable MessageFormat resolveCode(String code, Locale locale) {
        @Nullable String text = resolveCodeWithoutArguments(code, locale);
        return text == null ? null : new MessageFormat(text.replace("'", "''"), Locale.ROOT);
    }

    @Override
    protected @Nullable String resolveCodeWithoutArguments(String code, Locale locale) {
        @Nullable List<String> pair = texts.get(code);
        return pair == null ? null : pair.get(Language.of(locale) == Language.ZH ? 1 : 0);
    }
}
