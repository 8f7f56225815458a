package org.ytterby.app;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.ytterby.core.ledger.Declarations;
import org.ytterby.core.ledger.Names;
import org.ytterby.core.supervision.Reconciler;
import org.ytterby.core.supervision.Reconciliation;
import org.ytterby.core.supervision.Settings;
import org.ytterby.core.supervision.Severity;
import org.ytterby.formats.intake.PackageReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `ytterby reconcile`: a ledger package in, the truth out.
@Command(
        name = "reconcile",
        mixinStandardHelpOptions = true,
        versionProvider = Ytterby.Version.class,
        description = {
            "Balances a ledger package, attributes its lots, sets it against plans and licences, and ranks findings.",
            "核算台账包：物料平衡、来源归属、计划与许可核对，并排出线索。"
        },
        footer = {
            "",
            "Exit status: 0 done; 1 a finding at least as severe as --fail-on; 2 input errors, results",
            "from what was good; 3 could not run."
        })
final class ReconcileCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "PACKAGE", description = PackageSource.DESCRIPTION)
    private Path source;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "folder for the result files (default: out)")
    private Path out = Path.of("out");

    @Option(
            names = "--false-alarms",
            paramLabel = "SHARE",
            description =
                    "expected share of false alarms among statistical findings (default 0.05)")
    private double falseAlarms = Settings.FALSE_ALARMS_DEFAULT;

    @Option(
            names = "--attribution",
            paramLabel = "all",
            description =
                    "attribute every lot, not only exported ones and those in stock at the end")
    private @Nullable String attribution;

    @Option(
            names = "--lot",
            paramLabel = "ID",
            description = "attribute this lot too; may be repeated")
    private List<String> lots = List.of();

    @Option(
            names = "--fail-on",
            paramLabel = "low|medium|high",
            description = "exit with 1 when there is a finding at least that severe")
    private @Nullable String failOn;

    @Option(names = "--json", description = "print the summary as JSON")
    private boolean json;

    @Mixin private LanguageOption lang = new LanguageOption();

    ReconcileCommand() {}

    @Override
    public Integer call() {
        Language language = lang.language();
        Settings settings = settings();
        Severity threshold = threshold();
        Screen screen = Screen.of(spec);
        Reconciliation answer;
        try (Progress progress = new Progress(screen, language);
                HeapKeeper _ = new HeapKeeper()) {
            progress.phase("reading", "读取");
            Declarations declarations = PackageReader.read(source, progress::read);
            checkLots(declarations);
            progress.phase("reconciling", "核算");
            answer = Reconciler.reconcile(declarations, settings);
            progress.phase("writing", "写出");
            ResultFolder.write(answer, title(), out);
        }
        Summary summary = new Summary(answer, out);
        if (json) {
            SummaryJson.write(summary, screen.out());
        } else {
            new SummaryText(summary, screen, language).print();
        }
        return exitCode(answer, threshold);
    }

    private Settings settings() {
        if (attribution != null && !attribution.equals("all")) {
            throw new Refused(
                    "--attribution takes only: all, not " + attribution,
                    "--attribution 只接受 all，而非 " + attribution);
        }
        return Refused.unlessFit(
                "--false-alarms",
                () -> new Settings(falseAlarms, attribution != null, new HashSet<>(lots)));
    }

    private @Nullable Severity threshold() {
        if (failOn == null) {
            return null;
        }
        for (Severity severity : Severity.values()) {
            if (severity.code().equals(failOn.toLowerCase(Locale.ROOT))) {
                return severity;
            }
        }
        throw new Refused(
                "--fail-on takes low, medium or high, not " + failOn,
                "--fail-on 只接受 low、medium 或 high，而非 " + failOn);
    }

    private void checkLots(Declarations declarations) {
        for (String lot : lots) {
            if (declarations.flows().texts().lots().find(lot) == Names.NONE) {
                throw new Refused("--lot: no line names a lot " + lot, "--lot：没有批次 " + lot);
            }
        }
    }

    /// Writes the result files and the report side by side.
    private String title() {
        return source.toAbsolutePath().normalize().getFileName().toString();
    }

    private static int exitCode(Reconciliation answer, @Nullable Severity threshold) {
        boolean found =
                threshold != null
                        && answer.findings().stream()
                                .anyMatch(f -> f.severity().compareTo(threshold) <= 0);
        if (found) {
            return ExitCode.FOUND;
        }
        return answer.isPartial() ? ExitCode.PARTIAL : ExitCode.DONE;
    }
}
