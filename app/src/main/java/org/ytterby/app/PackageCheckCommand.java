package org.ytterby.app;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.ytterby.core.ledger.Ledger;
import org.ytterby.formats.intake.PackageReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `ytterby package check`: everything that is wrong with a package, and nothing else.
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        versionProvider = Ytterby.Version.class,
        description = {
            "Lists every input error of a ledger package: file or sheet, row, column, value, and what would be right.",
            "列出台账包的全部输入错误：文件或工作表、行、列、值，以及应如何填写。"
        },
        footer = {"", "Exit status: 0 no errors; 2 input errors; 3 could not run."})
final class PackageCheckCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "PACKAGE", description = PackageSource.DESCRIPTION)
    private Path source;

    @Option(names = "--limit", paramLabel = "N", description = "errors to list (default: 100)")
    private int limit = 100;

    @Option(names = "--json", description = "print all problems as JSON")
    private boolean json;

    @Mixin private LanguageOption lang = new LanguageOption();

    PackageCheckCommand() {}

    @Override
    public Integer call() {
        Language language = lang.language();
        Screen screen = Screen.of(spec);
        Ledger ledger;
        try (Progress progress = new Progress(screen, language)) {
            progress.phase("reading", "读取");
            ledger = Ledger.of(PackageReader.read(source, progress::read));
        }
        ProblemList problems = new ProblemList(ledger.problems(), language);
        if (json) {
            problems.printJson(screen.out());
        } else {
            problems.print(screen.out(), Math.max(0, limit));
            if (problems.errors().isEmpty()) {
                screen.out()
                        .println(
                                language.pick(
                                                "%s: no input errors in %,d flow lines.",
                                                "%s：%,d 条流向明细，无输入错误。")
                                        .formatted(source, ledger.flows().lineCount()));
            } else {
                screen.out()
                        .println(
                                screen.amber(
                                        language.pick("%d input errors.", "共 %d 处输入错误。")
                                                .formatted(problems.errors().size())));
            }
        }
        return problems.errors().isEmpty() ? ExitCode.DONE : ExitCode.PARTIAL;
    }
}
