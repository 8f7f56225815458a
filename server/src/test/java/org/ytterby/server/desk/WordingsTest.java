package org.ytterby.server.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.Character.UnicodeScript;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Texts of the pages: each in both languages, none in the other's words, none asked for in vain.
class WordingsTest {
    /// Where both languages write signs alone.
    private static final Set<String> SIGNS = Set.of("plans.usedOf");

    private static final Pattern KEY = Pattern.compile("#\\{([A-Za-z0-9_.]+)[(}]");

    private static Map<String, List<String>> texts(String file) throws IOException {
        try (InputStream in = WordingsTest.class.getResourceAsStream(file)) {
            return JsonMapper.shared()
                    .readValue(Objects.requireNonNull(in, file), new TypeReference<>() {});
        }
    }

    private static boolean isHan(String text) {
        return text.codePoints().anyMatch(c -> UnicodeScript.of(c) == UnicodeScript.HAN);
    }

    @Test
    void noTextSpeaksTheOtherLanguage() throws IOException {
        texts("/words.json")
                .forEach((key, pair) -> {
                    assertThat(pair).as(key).hasSize(2);
                    assertThat(isHan(pair.get(0))).as(key).isFalse();
                    assertThat(isHan(pair.get(1)) || SIGNS.contains(key)).as(key).isTrue();
                });
    }

    @Test
    void whatTakesAnArgumentTakesItInBoth() throws IOException {
        texts("/words.json")
                .forEach((key, pair) ->
                        assertThat(places(pair.get(1))).as(key).isEqualTo(places(pair.get(0))));
    }

    private static Set<String> places(String text) {
        Set<String> places = new TreeSet<>();
        Matcher place = Pattern.compile("\\{\\d}").matcher(text);
        while (place.find()) {
            places.add(place.group());
        }
        return places;
    }

    @Test
    void everyTextThatATemplateAsksForIsThere() throws IOException {
        Set<String> known = new TreeSet<>(texts("/words.json").keySet());
        known.addAll(texts("/org/ytterby/reports/messages.json").keySet());
        Set<String> asked = new TreeSet<>();
        try (Stream<Path> templates = Files.list(Path.of("src/main/resources/templates"))) {
            for (Path template : templates.toList()) {
                Matcher key = KEY.matcher(Files.readString(template));
                while (key.find()) {
                    asked.add(key.group(1));
                }
            }
        }
        assertThat(asked).hasSizeGreaterThan(100);
        assertThat(known).containsAll(asked);
    }
}
