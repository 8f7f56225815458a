package org.ytterby.app;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ytterby.core.ledger.Declarations;
import org.ytterby.core.supervision.Explainer;
import org.ytterby.core.supervision.Explanation;
import org.ytterby.core.supervision.Finding;
import org.ytterby.core.supervision.Rule;
import org.ytterby.core.supervision.Settings;
import org.ytterby.formats.intake.PackageReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `ytterby explain`: why a finding was made, down to the lines and the arithmetic.
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        versionProvider = Ytterby.Version.class,
        description = {
            "Explains a finding: the rule, the records, every step of the arithmetic, and what to do next.",
            "解释线索：规则、证据、逐步计算，以及下一步。"
        },
        footer = {
            "",
            "Exit status: 0 done; 2 input errors, results from what was good; 3 could not run."
        })
final class ExplainCommand implements Callable<Integer> {
    private static final int OFFERED_MAX = 8;

    @Spec private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "PACKAGE", description = PackageSource.DESCRIPTION)
    private Path source;

    @Parameters(
            index = "1",
            paramLabel = "FINDING",
            description =
                    "its number in the list of reconcile, or rule:subject such as inventory-gain:SEP-1")
    private String selector;

    @Option(
            names = "--false-alarms",
            paramLabel = "SHARE",
            description = "as given to reconcile (default 0.05)")
    private double falseAlarms = Settings.FALSE_ALARMS_DEFAULT;

    @Option(names = "--limit", paramLabel = "N", description = "rows of each table (default: 30)")
    private int limit = 30;

    @Option(names = "--json", description = "print the whole explanation as JSON")
    private boolean json;

    @Mixin private LanguageOption lang = new LanguageOption();

    ExplainCommand() {}

    @Override
    public Integer call() {
        Language language = lang.language();
        Settings settings =
                Refused.unlessFit(
                        "--false-alarms", () -> new Settings(falseAlarms, false, Set.of()));
        Screen screen = Screen.of(spec);
        Explainer explainer;
        try (Progress progress = new Progress(screen, language)) {
            progress.phase("reading", "读取");
            Declarations declarations = PackageReader.read(source, progress::read);
            progress.phase("reconciling", "核算");
            explainer = Explainer.of(declarations, settings);
        }
        int status = InputErrors.tell(explainer.answer().problems(), screen, language);
        List<Integer> ranks = explainer.ranks(selector);
        if (ranks.isEmpty()) {
            throw notFound(explainer);
        }
        Explanation explanation = explainer.explanation(ranks.getFirst());
        if (json) {
            ExplanationJson.write(explanation, screen.out());
        } else {
            new ExplanationText(explanation, screen, language).print(Math.max(0, limit));
            printOthers(ranks.subList(1, ranks.size()), screen, language);
        }
        return status;
    }

    private void printOthers(List<Integer> others, Screen screen, Language language) {
        if (others.isEmpty()) {
            return;
        }
        String listed =
                others.stream()
                        .limit(OFFERED_MAX)
                        .map(String::valueOf)
                        .collect(Collectors.joining(", "));
        screen.out()
                .println(
                        language.pick(
                                        "%s also means %d less serious findings: number %s%s",
                                        "%s 还对应 %d 条较轻的线索：第 %s%s 条")
                                .formatted(
                                        selector,
                                        others.size(),
                                        listed,
                                        others.size() > OFFERED_MAX ? ", …" : ""));
    }

    private Refused notFound(Explainer explainer) {
        List<Finding> findings = explainer.answer().findings();
        if (findings.isEmpty()) {
            return new Refused("nothing was found in this package", "该台账包没有线索");
        }
        String rule = selector.split(":", 2)[0];
        boolean known = Arrays.stream(Rule.values()).anyMatch(r -> r.code().equals(rule));
        boolean isRank = rule.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!known && !isRank) {
            String nearest =
                    String.join(
                            ", ", Nearest.to(rule, Arrays.stream(Rule.values()).map(Rule::code)));
            return new Refused(
                    "there is no rule %s; nearest rules: %s".formatted(rule, nearest),
                    "没有规则 %s；相近的规则：%s".formatted(rule, nearest));
        }
        String some = offered(findings, known ? rule : "");
        return new Refused(
                "no finding is meant by %s; there are %d, such as %s"
                        .formatted(selector, findings.size(), some),
                "没有与 %s 对应的线索；共有 %d 条，例如 %s".formatted(selector, findings.size(), some));
    }

    /// Some findings by rank and name, those of a rule first.
    private static String offered(List<Finding> findings, String rule) {
        return IntStream.rangeClosed(1, findings.size())
                .boxed()
                .sorted(
                        Comparator.comparing(
                                (Integer i) -> !findings.get(i - 1).rule().code().equals(rule)))
                .limit(OFFERED_MAX)
                .map(i -> i + " = " + Explainer.nameOf(findings.get(i - 1)))
                .collect(Collectors.joining(", "));
    }
}
