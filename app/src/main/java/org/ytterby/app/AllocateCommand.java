package org.ytterby.app;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.ytterby.core.plan.allocation.LinkedAllocator;
import org.ytterby.core.plan.allocation.LinkedAllocator.Linked;
import org.ytterby.formats.AllocationTemplate;
import org.ytterby.formats.PackageForm;
import org.ytterby.formats.intake.AllocationInput;
import org.ytterby.formats.intake.AllocationReader;
import org.ytterby.formats.results.AllocationWriter;
import org.ytterby.reports.plan.PlanSheets;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `ytterby allocate`: a workbook in, each enterprise's plan and the reasons for it out.
@Command(
        name = "allocate",
        mixinStandardHelpOptions = true,
        versionProvider = Ytterby.Version.class,
        description = {
            "Splits the year's totals among enterprises: conditions, caps, references, scores, one level, whole tonnes.",
            "分配年度总量指标：准入条件、能力上限、基数、评分，统一水平，整吨下达，逐户说明依据。"
        },
        footer = {
            "",
            "Exit status: 0 done; 2 input errors, or inputs that contradict each other: no plan is",
            "written; 3 could not run."
        })
final class AllocateCommand implements Callable<Integer> {
    private static final int PROBLEMS_MAX = 100;

    @Spec private CommandSpec spec;

    @Parameters(
            paramLabel = "INPUT.xlsx",
            arity = "0..1",
            description = "allocation workbook; --template writes one to begin with")
    private @Nullable Path source;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "folder for the result files (default: allocation)")
    private Path out = Path.of("allocation");

    @Option(
            names = "--template",
            paramLabel = "FILE",
            description = "write a workbook with fictional firms, which can be planned at once")
    private @Nullable Path template;

    @Option(
            names = "--back-test",
            description =
                    "tell published plans from those before them, by the formula and by the same shares")
    private boolean backTest;

    @Option(names = "--json", description = "print the answer as JSON")
    private boolean json;

    @Mixin private LanguageOption lang = new LanguageOption();

    AllocateCommand() {}

    @Override
    public Integer call() {
        Language language = lang.language();
        Screen screen = Screen.of(spec);
        if (template != null) {
            return writeTemplate(template, screen, language);
        }
        if (backTest) {
            BackTestText.print(screen, language, json);
            return ExitCode.DONE;
        }
        if (source == null) {
            throw new Refused(
                    "give an allocation workbook, or --template FILE to write one",
                    "请给出指标分配工作簿，或用 --template FILE 生成");
        }
        return allocate(source, screen, language);
    }

    private static int writeTemplate(Path file, Screen screen, Language language) {
        if (PackageForm.of(file) != PackageForm.XLSX) {
            throw new Refused("the template is an .xlsx, not " + file, "模板是 .xlsx 文件，不是 " + file);
        }
        AllocationTemplate.write(file, language == Language.ZH);
        screen.out()
                .println(
                        language.pick(
                                        "%s: fill it, then run: ytterby allocate %s --out DIR",
                                        "%s：填写后请运行 ytterby allocate %s --out 文件夹")
                                .formatted(file, file));
        return ExitCode.DONE;
    }

    private int allocate(Path workbook, Screen screen, Language language) {
        AllocationInput input = AllocationReader.read(workbook);
        ProblemList problems = new ProblemList(input.problems(), language);
        if (!problems.errors().isEmpty()) {
            if (json) {
                problems.printJson(screen.out());
            } else {
                problems.print(screen.out(), PROBLEMS_MAX);
                screen.out()
                        .println(
                                screen.amber(
                                        language.pick(
                                                        "%d input errors; no plan is written.",
                                                        "共 %d 处输入错误，未生成计划。")
                                                .formatted(problems.errors().size())));
            }
            return ExitCode.PARTIAL;
        }
        Linked outcome = LinkedAllocator.outcome(input.requests(), input.links());
        if (outcome instanceof Linked.Planned planned) {
            AllocationWriter.write(planned, out);
            PlanSheets.write(planned.plans(), out.resolve("why"));
        }
        if (json) {
            AllocationJson.print(outcome, out, screen.out());
        } else {
            if (!problems.notes().isEmpty()) {
                problems.print(screen.err(), PROBLEMS_MAX);
            }
            new AllocationText(screen, language).print(outcome, out);
        }
        return outcome instanceof Linked.Planned ? ExitCode.DONE : ExitCode.PARTIAL;
    }
}
