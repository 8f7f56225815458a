package org.ytterby.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.ytterby.core.supervision.Finding;
import org.ytterby.core.supervision.Reconciler;
import org.ytterby.core.supervision.Rule;
import org.ytterby.core.supervision.Settings;
import org.ytterby.core.supervision.Text;
import org.ytterby.formats.intake.PackageReader;

/// What the reference of rules quotes is what the example says.
class RuleExamplesTest {
    private static final SourceTree REPOSITORY = SourceTree.ofRepository();
    private static final String REFERENCE = REPOSITORY.text("docs/reference/rules.md");

    /// The two lines of an example, English and Chinese.
    private static final Pattern QUOTED = Pattern.compile("(?m)^  - “(.*)”\n  - “(.*)”$");

    private static final List<Finding> FINDINGS =
            Reconciler.reconcile(
                            PackageReader.read(REPOSITORY.root().resolve("examples/national-2019")),
                            Settings.standard())
                    .findings();

    private static Stream<Rule> rulesOfTheExample() {
        return Arrays.stream(Rule.values()).filter(rule -> !messages(rule).isEmpty());
    }

    private static List<Text> messages(Rule rule) {
        return FINDINGS.stream()
                .filter(finding -> finding.rule() == rule)
                .map(Finding::message)
                .toList();
    }

    /// What a reference quotes in the section of a rule.
    private static List<Text> quoted(String reference, Rule rule) {
        return Pattern.compile("(?m)^## ")
                .splitAsStream(reference)
                .filter(section -> section.startsWith(rule.code() + "\n"))
                .flatMap(section -> QUOTED.matcher(section).results())
                .map(example -> new Text(example.group(1), example.group(2)))
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void everyRuleHasOneExampleInBothLanguages(Rule rule) {
        assertThat(quoted(REFERENCE, rule)).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("rulesOfTheExample")
    void theExampleIsQuotedWordForWord(Rule rule) {
        assertThat(messages(rule)).containsAll(quoted(REFERENCE, rule));
    }

    @Test
    void theExampleHasAFindingOfManyRules() {
        assertThat(rulesOfTheExample()).hasSizeGreaterThan(8);
    }

    @Test
    void aMessageThatIsNotOfTheExampleIsNoticed() {
        String planted = "## no-plan\n\n  - “Nobody: 1 t REO mined”\n  - “某企业：开采 1 吨”\n";
        assertThat(quoted(planted, Rule.NO_PLAN))
                .containsExactly(new Text("Nobody: 1 t REO mined", "某企业：开采 1 吨"))
                .doesNotContainAnyElementsOf(messages(Rule.NO_PLAN));
    }
}
