package org.ytterby.app;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.ytterby.formats.PackageForm;
import org.ytterby.simulator.Scenario;
import org.ytterby.simulator.SimulationPlan;
import org.ytterby.simulator.SimulationSummary;
import org.ytterby.simulator.Simulator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `ytterby simulate`: a synthetic national year as a ledger package, with offences planted if
/// asked for.
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        versionProvider = Ytterby.Version.class,
        description = {
            "Writes a synthetic national year as a ledger package; what is planted is written beside it.",
            "生成一个虚构的全国年度台账包；所植入的违规另行写出。"
        })
final class SimulateCommand implements Callable<Integer> {
    private static final int YEAR_DEFAULT = 2019;

    @Spec private CommandSpec spec;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "PATH",
            description = "folder, or a .zip or .xlsx, to write")
    private Path out;

    @Mixin private FormOption form = new FormOption();

    @Option(names = "--lines", description = "flow lines to aim at (default ${DEFAULT-VALUE})")
    private long lines = SimulationPlan.LINES_DEFAULT;

    @Option(names = "--seed", description = "equal seeds give equal packages (default 1)")
    private long seed = 1;

    @Option(names = "--year", description = "calendar year, 2018 to 2024 (default 2019)")
    private int year = YEAR_DEFAULT;

    @Option(
            names = "--scenario",
            paramLabel = "CODE[=SIZE]",
            description =
                    "offence to plant, more than once if wanted; --list-scenarios tells which")
    private List<String> scenarios = List.of();

    @Option(names = "--list-scenarios", help = true, description = "list what can be planted")
    private boolean list;

    @Mixin private LanguageOption lang = new LanguageOption();

    SimulateCommand() {}

    @Override
    public Integer call() {
        Language language = lang.language();
        if (list) {
            for (Scenario s : Scenario.values()) {
                spec.commandLine()
                        .getOut()
                        .printf(
                                "%-24s %s (%s %s)%n",
                                s.code(),
                                language.pick(s.english(), s.chinese()),
                                plain(s.defaultSize()),
                                s.unit());
            }
            return ExitCode.DONE;
        }
        SimulationPlan plan =
                Refused.unlessFit(
                        "--lines", () -> SimulationPlan.honest(year, seed).withLines(lines));
        for (String scenario : scenarios) {
            plan = with(plan, scenario);
        }
        SimulationSummary summary = write(plan);
        spec.commandLine()
                .getOut()
                .println(
                        language.pick(
                                        "%s: %,d flow lines, %,d facilities, %,.0f t REO mined, %,.0f t REO separated, %,.0f t exported",
                                        "%s：%,d 条流向明细，%,d 个场所，开采 %,.0f 吨 REO，冶炼分离 %,.0f 吨 REO，出口 %,.0f 吨")
                                .formatted(
                                        out,
                                        summary.flowLines(),
                                        summary.facilities(),
                                        summary.minedTonnesReo(),
                                        summary.separatedTonnesReo(),
                                        summary.exportedTonnes()));
        return ExitCode.DONE;
    }

    /// Years without a plan, and more lines than a sheet has, are known only while it is written.
    private SimulationSummary write(SimulationPlan plan) {
        PackageForm target = form.of(out);
        return Refused.unlessFit("simulate", () -> Simulator.write(out, target, plan));
    }

    private static SimulationPlan with(SimulationPlan plan, String scenario) {
        int at = scenario.indexOf('=');
        if (at < 0) {
            return Refused.unlessFit("--scenario", () -> plan.with(Scenario.of(scenario)));
        }
        String size = scenario.substring(at + 1);
        double number = size(scenario, size);
        return Refused.unlessFit(
                "--scenario", () -> plan.with(Scenario.of(scenario.substring(0, at)), number));
    }

    private static double size(String scenario, String size) {
        try {
            return Double.parseDouble(size);
        } catch (NumberFormatException e) {
            throw new Refused(
                    "--scenario " + scenario + ": the size must be a number, not " + size,
                    "--scenario " + scenario + "：大小须为数字，而非 " + size,
                    e);
        }
    }

    private static String plain(double size) {
        return size == Math.rint(size) ? Long.toString((long) size) : Double.toString(size);
    }
}
