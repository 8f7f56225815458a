package org.ytterby.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.ytterby.core.genealogy.Origin;
import org.ytterby.core.ledger.Direction;
import org.ytterby.core.ledger.FacilityStage;
import org.ytterby.core.ledger.FlowType;
import org.ytterby.core.ledger.PlanKind;
import org.ytterby.core.material.OreType;
import org.ytterby.core.supervision.Rule;
import org.ytterby.core.supervision.Severity;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TextsTest {
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
    private static final Pattern KEY = Pattern.compile("\"([a-z]+(?:\\.[\\w.-]+)?)\"");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)");
    private static final JsonNode TEXTS =
            JsonMapper.builder().build().readTree(Resources.text("messages.json"));

    @Test
    void everyTextIsWrittenInBothLanguages() {
        for (var entry : TEXTS.properties()) {
            assertThat(entry.getValue()).as(entry.getKey()).hasSize(2);
            String en = entry.getValue().get(0).asString();
            String zh = entry.getValue().get(1).asString();
            assertThat(en).as(entry.getKey()).isNotBlank().doesNotContainPattern(CHINESE);
            assertThat(zh).as(entry.getKey()).isNotBlank();
            if (!zh.replaceAll("\\{\\w+}", "").matches("[\\p{P}\\p{S}\\s]*")) {
                assertThat(zh).as(entry.getKey()).containsPattern(CHINESE);
            }
            assertThat(placeholders(zh)).as(entry.getKey()).isSubsetOf(placeholders(en));
        }
    }

    private static Set<String> placeholders(String text) {
        Set<String> names = new TreeSet<>();
        Matcher matcher = PLACEHOLDER.matcher(text);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    @Test
    void everyTextThatAScriptNamesExists() {
        Pattern said = Pattern.compile("say\\(\"([\\w.-]+\\w)\"[,)]");
        for (String script : Resources.scripts()) {
            Matcher matcher = said.matcher(Resources.text(script));
            while (matcher.find()) {
                assertThat(TEXTS.has(matcher.group(1))).as(matcher.group(1)).isTrue();
            }
        }
    }

    @Test
    void everyWordOfTheModelHasAName() {
        hasAll("rule.", Rule.values(), Rule::code);
        hasAll("severity.", Severity.values(), Severity::code);
        hasAll("stage.", FacilityStage.values(), FacilityStage::code);
        hasAll("type.", FlowType.values(), FlowType::code);
        hasAll("direction.", Direction.values(), Direction::code);
        hasAll("kind.", PlanKind.values(), PlanKind::code);
        hasAll("ore.", OreType.values(), OreType::code);
        Origin[] origins = {
            new Origin.Extraction("x"),
            new Origin.Import("x"),
            new Origin.Outside("x"),
            new Origin.Opening("x"),
            new Origin.Undeclared(),
            new Origin.Unaccounted()
        };
        hasAll("origin.", origins, o -> o.code().split(":", -1)[0]);
    }

    private static <T> void hasAll(String prefix, T[] values, Function<T, String> code) {
        for (T value : values) {
            assertThat(TEXTS.has(prefix + code.apply(value))).as(prefix + value).isTrue();
        }
    }

    @Test
    void noScriptSpeaksALanguageItself() {
        Pattern phrase = Pattern.compile("\"[A-Z][a-z]+ [a-z ]+\"|\"[a-z]+ [a-z]+ [a-z ]+\"");
        for (String script : Resources.scripts()) {
            String code =
                    Resources.text(script)
                            .replaceAll("(?m)(^|\\s)//.*$|/\\*\\*.*?\\*/", "")
                            .replace("\"中文\"", "")
                            .replace("\"、\"", "");
            assertThat(code).as(script).doesNotContainPattern(CHINESE);
            assertThat(code).as(script).doesNotContainPattern(phrase);
        }
    }

    @Test
    void noTextIsLeftOver() {
        Set<String> named = new TreeSet<>();
        for (String script : Resources.scripts()) {
            Matcher matcher = KEY.matcher(Resources.text(script));
            while (matcher.find()) {
                named.add(matcher.group(1));
            }
        }
        Stream<String> prefixes =
                Arrays.stream(
                        new String[] {
                            "rule.", "severity.", "stage.", "type.", "direction.", "kind.", "ore.",
                            "origin.", "node.", "rail.", "theme.", "unit.", "map.ring.", "figure."
                        });
        Set<String> composed = new TreeSet<>(prefixes.toList());
        for (String key : TEXTS.propertyNames()) {
            boolean isComposed =
                    composed.stream().anyMatch(key::startsWith)
                            || key.endsWith(".title")
                            || key.endsWith(".purpose");
            assertThat(isComposed || named.contains(key)).as(key).isTrue();
        }
    }
}
